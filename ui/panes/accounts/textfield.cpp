// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/textfield.h"

#include "ui/widgets/notice.h"

#include <QLineEdit>

namespace Batchdesk {

TextField::TextField(const QString &label, const QString &name, const Check &check, QWidget *parent)
    : QObject(parent)
    , m_edit(new QLineEdit(parent))
    , m_field(new Field(label, m_edit, parent))
    , m_check(check)
{
    m_edit->setObjectName(name);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_touched = true;
        look();
        Q_EMIT edited();
    });
}

QString TextField::text() const
{
    return m_edit->text();
}

void TextField::setText(const QString &text)
{
    m_touched = false;
    m_edit->setText(text);
    look();
}

void TextField::setSecret()
{
    m_edit->setEchoMode(QLineEdit::Password);
}

bool TextField::reveal()
{
    if (m_field->isHidden())
        return true;
    m_touched = true;
    look();
    return m_field->error().isEmpty();
}

void TextField::look()
{
    const Outcome<void> looked = m_touched ? m_check(m_edit->text()) : Outcome<void>();
    m_field->setError(looked ? QString() : errorText(looked.error()));
}

} // namespace Batchdesk
