// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/field.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Batchdesk {

Field::Field(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_editor(editor)
    , m_message(new QLabel(this))
{
    m_label->setBuddy(editor);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    QString name = label;
    editor->setAccessibleName(name.remove(QLatin1Char('&')));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_message);
}

void Field::setHint(const QString &hint)
{
    m_hint = hint;
    showMessage();
}

void Field::setError(const QString &message)
{
    if (m_error == message)
        return;
    m_error = message;
    showMessage();
}

void Field::setWarning(const QString &message)
{
    if (m_warning == message)
        return;
    m_warning = message;
    showMessage();
}

void Field::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showMessage();
    QWidget::changeEvent(event);
}

void Field::showMessage()
{
    const QString &message =
        !m_error.isEmpty() ? m_error : (!m_warning.isEmpty() ? m_warning : m_hint);
    QColor color = mutedColor();
    if (!m_error.isEmpty())
        color = toneColor(Tone::Bad);
    else if (!m_warning.isEmpty())
        color = toneColor(Tone::Warning);
    QPalette colors = m_message->palette();
    if (colors.color(QPalette::WindowText) != color) {
        colors.setColor(QPalette::WindowText, color);
        m_message->setPalette(colors);
    }
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_editor->setAccessibleDescription(message);
}

} // namespace Batchdesk
