// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/notice.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int shapeSize = 16;

QString detailsOf(const Error &error)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << QStringLiteral("%1: %2").arg(name, value);
    };
    add(Notice::tr("Where"), error.place);
    add(Notice::tr("Code"), error.code);
    add(Notice::tr("Request id"), error.requestId);
    for (const auto &[key, value] : error.details)
        add(key, value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString errorText(const Error &error)
{
    QString text = error.message;
    if (!text.isEmpty() && !QStringLiteral(".!?…").contains(text.back()))
        text += QLatin1Char('.');
    return error.advice.isEmpty() ? text : text + QLatin1Char(' ') + error.advice;
}

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_details(new QLabel(this))
    , m_texts(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setFont(codeFont());
    m_details->hide();
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->addStretch();

    m_texts->setSpacing(gridStep);
    m_texts->addWidget(m_text);
    m_texts->addWidget(m_details);
    m_texts->addLayout(m_buttons);
    auto *row = new QHBoxLayout(this);
    // The shape is painted at the left of the texts.
    row->setContentsMargins(2 * gridStep + shapeSize + gridStep, gridStep + 4, 2 * gridStep,
                            gridStep + 4);
    row->addLayout(m_texts);
    hide();
}

void Notice::show(Tone tone, const QString &text)
{
    clear();
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(true);
    update();
}

void Notice::show(const Error &error)
{
    show(Tone::Bad, errorText(error));
    showDetails(detailsOf(error));
}

void Notice::show(const QList<Error> &errors)
{
    if (errors.isEmpty()) {
        clear();
        return;
    }
    if (errors.size() == 1) {
        show(errors.first());
        return;
    }
    QStringList lines;
    for (const Error &error : errors)
        lines << QStringLiteral("• %1").arg(errorText(error));
    show(Tone::Bad, lines.join(QLatin1Char('\n')));
}

void Notice::showDetails(const QString &details)
{
    if (details.isEmpty())
        return;
    m_details->setText(details);
    auto *more = addButton(tr("Details"), QStringLiteral("detailsButton"));
    more->setCheckable(true);
    more->setFlat(true);
    connect(more, &QPushButton::toggled, m_details, &QLabel::setVisible);
    auto *copy = new CopyButton(
        tr("Copy the message"),
        [this] { return m_text->text() + QLatin1Char('\n') + m_details->text(); }, this);
    m_buttons->insertWidget(m_buttons->count() - 1, copy);
}

void Notice::clear()
{
    hide();
    m_text->clear();
    m_details->clear();
    m_details->hide();
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
        m_body = nullptr;
    }
    // All but the stretch at the end.
    while (m_buttons->count() > 1) {
        QLayoutItem *item = m_buttons->takeAt(0);
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater(); // the click that led here may be its own
        }
        delete item;
    }
}

QString Notice::text() const
{
    return m_text->text();
}

QPushButton *Notice::addButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void Notice::setBody(QWidget *body)
{
    m_body = body;
    m_texts->insertWidget(m_texts->indexOf(m_details), body);
    body->show();
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneTint(m_tone));
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setPen(toneColor(m_tone));
    const int line = m_text->fontMetrics().height();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal left = mirrored ? width() - 2 * gridStep - shapeSize : 2 * gridStep;
    drawToneShape(painter,
                  QRectF(left, gridStep + 4 + (line - shapeSize) / 2.0, shapeSize, shapeSize)
                      .adjusted(1, 1, -1, -1),
                  m_tone);
}

} // namespace Batchdesk
