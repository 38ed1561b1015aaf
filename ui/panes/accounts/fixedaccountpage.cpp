// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/fixedaccountpage.h"

#include "core/run/accounts.h"
#include "ui/panes/accounts/connectionresult.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int pageWidth = 80 * gridStep; // lines that can still be read

} // namespace

FixedAccountPage::FixedAccountPage(Accounts *accounts, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_name(name)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2 * gridStep);
    setMaximumWidth(pageWidth);
    auto *title = new QLabel(Accounts::title(name), this);
    title->setFont(titleFont());
    m_layout->addWidget(title);
    const bool isLocal = name == QLatin1String("local");
    if (isLocal) {
        explain(tr("Runs your tasks on this computer, through a small service that speaks the same "
                   "language as Azure Batch. Nothing leaves this computer and nothing costs money, "
                   "so it is the place to try a run first."));
        explain(tr("The service is started when a run needs it and ends by itself when nothing is "
                   "left to do. There is nothing to enter."));
    } else {
        explain(tr("The account that the AZURE_* variables of the environment name. They are read "
                   "when the window starts, and nothing of them is kept."));
    }
    auto *button = new QPushButton(tr("&Test connection"), this);
    button->setObjectName(QStringLiteral("testConnectionButton"));
    m_layout->addWidget(button, 0, Qt::AlignLeft);
    m_result = new ConnectionResult(this);
    m_layout->addWidget(m_result);
    if (isLocal)
        explainConnectionFile();
    m_layout->addStretch();
    connect(button, &QPushButton::clicked, this, &FixedAccountPage::test);
}

void FixedAccountPage::explain(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    m_layout->addWidget(label);
}

void FixedAccountPage::explainConnectionFile()
{
    m_layout->addSpacing(gridStep);
    explain(tr("az, the Azure SDKs and scripts can use the service too, while it runs: this file "
               "holds the variables that they read. Only you can read it."));
    const QString path = QDir::toNativeSeparators(m_accounts->connectionFile());
    auto *file = new QLabel(path, this);
    file->setFont(codeFont());
    file->setWordWrap(true);
    file->setTextFormat(Qt::PlainText);
    file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    file->setAccessibleName(tr("Connection file"));
    auto *copy = new CopyButton(
        tr("Copy the path"), [path] { return path; }, this);
    copy->setObjectName(QStringLiteral("copyConnectionFileButton"));
    auto *row = new QHBoxLayout;
    row->setSpacing(gridStep);
    row->addWidget(file, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    m_layout->addLayout(row);
}

void FixedAccountPage::test()
{
    // Not by a disabled button, which would hand its focus on.
    if (m_asking)
        return;
    m_asking = true;
    m_result->showBusy();
    deliver(m_accounts->open(m_name), this, [this](const Outcome<AccountAccess> &opened) {
        if (!opened) {
            m_result->show(opened.error());
            m_asking = false;
            return;
        }
        deliver(m_accounts->test(*opened), this, [this](const Accounts::Connection &connection) {
            m_result->show(connection);
            m_asking = false;
        });
    });
}

} // namespace Batchdesk
