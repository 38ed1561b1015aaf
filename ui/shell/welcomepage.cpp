// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/welcomepage.h"

#include "ui/shell/doorbutton.h"
#include "ui/shell/recentfiles.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int contentWidth = 760;

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QWidget(this))
    , m_recentFiles(new QVBoxLayout)
{
    auto *title = new QLabel(tr("Run your own program over many files"), this);
    title->setFont(titleFont());
    title->setWordWrap(true);
    auto *intro = paragraph(
        tr("Point at a folder with a program and a folder with data. Batchdesk runs one task for "
           "each file, brings the results home, and removes the machines when it is done."),
        this);

    auto *local = new DoorButton(
        QStringLiteral("computer"), tr("&Try it on this computer"),
        tr("No account, and nothing leaves this machine. A sample with sixty files is ready."),
        this);
    local->setObjectName(QStringLiteral("trySampleButton"));
    auto *azure = new DoorButton(
        QStringLiteral("cloud"), tr("&Connect to Azure Batch"),
        tr("Enter your Batch and storage accounts. Their keys go into this system's keychain."),
        this);
    azure->setObjectName(QStringLiteral("connectAzureButton"));
    connect(local, &QAbstractButton::clicked, this, &WelcomePage::sampleRequested);
    connect(azure, &QAbstractButton::clicked, this, &WelcomePage::accountRequested);
    auto *doors = new QHBoxLayout;
    doors->setSpacing(2 * gridStep);
    doors->addWidget(local);
    doors->addWidget(azure);

    auto *recentTitle = new QLabel(tr("Recent settings"), m_recent);
    QFont bold = recentTitle->font();
    bold.setWeight(QFont::DemiBold);
    recentTitle->setFont(bold);
    auto *open = new QPushButton(themedIcon(QStringLiteral("folder")), tr("&Open settings…"), this);
    open->setObjectName(QStringLiteral("openSettingsButton"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    auto *recentLayout = new QVBoxLayout(m_recent);
    recentLayout->setContentsMargins(0, 0, 0, 0);
    recentLayout->addWidget(recentTitle);
    recentLayout->addLayout(m_recentFiles);
    m_recentFiles->setSpacing(0);

    auto *drop =
        paragraph(tr("You can also drop a folder or a settings.json on this window."), this);
    drop->setForegroundRole(QPalette::PlaceholderText); // a role follows light and dark

    auto *content = new QWidget(this);
    content->setMaximumWidth(contentWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(pageMargin, 2 * pageMargin, pageMargin, pageMargin);
    column->setSpacing(2 * gridStep);
    column->addWidget(title);
    column->addWidget(intro);
    column->addSpacing(gridStep);
    column->addLayout(doors);
    column->addSpacing(gridStep);
    column->addWidget(m_recent);
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addWidget(drop);
    column->addStretch();

    auto *centred = new QWidget(this);
    auto *row = new QHBoxLayout(centred);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(centred);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    refresh();
}

void WelcomePage::refresh()
{
    while (QLayoutItem *item = m_recentFiles->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QStringList files = RecentFiles::list();
    for (const QString &path : files) {
        const QFileInfo info(path);
        auto *button =
            new QPushButton(themedIcon(QStringLiteral("file")),
                            tr("%1 in %2").arg(info.fileName(), info.dir().dirName()), m_recent);
        button->setFlat(true);
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, this,
                [this, path] { Q_EMIT recentRequested(path); });
        m_recentFiles->addWidget(button, 0, Qt::AlignLeft);
    }
    m_recent->setVisible(!files.isEmpty());
}

} // namespace Batchdesk
