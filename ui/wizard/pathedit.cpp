// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/pathedit.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace Batchdesk {

PathEdit::PathEdit(Kind kind, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_name(name)
    , m_edit(new QLineEdit(this))
    , m_browse(new QPushButton(themedIcon(QStringLiteral("folder")), tr("Browse…"), this))
{
    m_edit->setAccessibleName(name);
    m_browse->setAccessibleName(tr("Browse for: %1").arg(name));
    m_browse->setObjectName(QStringLiteral("browseButton"));
    setFocusProxy(m_edit);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep);
    row->addWidget(m_edit, 1);
    row->addWidget(m_browse);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(path()); });
    connect(m_browse, &QPushButton::clicked, this, [this] { browse(); });
}

QString PathEdit::path() const
{
    return QDir::fromNativeSeparators(m_edit->text());
}

void PathEdit::setPath(const QString &path)
{
    if (path != this->path())
        m_edit->setText(QDir::toNativeSeparators(path));
}

void PathEdit::browse()
{
    const QString start = QDir(m_baseFolder).absoluteFilePath(path());
    auto *dialog = new QFileDialog(this, m_name, start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::Folder ? QFileDialog::Directory
                                               : QFileDialog::ExistingFile);
    if (m_kind == Kind::Folder)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &PathEdit::chosen);
    dialog->open();
}

} // namespace Batchdesk
