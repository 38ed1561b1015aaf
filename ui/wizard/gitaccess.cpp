// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/gitaccess.h"

#include "ui/widgets/deliver.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/hostkeylist.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

using Kind = Git::Reference::Kind;

constexpr int shownDigits = 12;

//! All that plays a part in trying.
bool isSameToTry(const GitSource &a, const GitSource &b)
{
    return a.url == b.url && a.reference == b.reference && a.credential == b.credential;
}

} // namespace

GitAccess::GitAccess(Git::Credentials *credentials, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_test(new QPushButton(tr("T&est access"), this))
    , m_notice(new Notice(this))
{
    m_test->setObjectName(QStringLiteral("testAccessButton"));
    m_test->setToolTip(tr("Asks the host for the repository with that key, as a node will"));
    m_notice->setObjectName(QStringLiteral("gitAccessNotice"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(m_test, 0, Qt::AlignLeft);
    layout->addWidget(m_notice);
    connect(m_test, &QPushButton::clicked, this, [this] {
        // Not by a disabled button, which would hand its focus on.
        if (!m_asking)
            test();
    });
    setSource({});
}

void GitAccess::setSource(const GitSource &source)
{
    const bool isSame = isSameToTry(source, m_source);
    m_source = source;
    const auto address = Git::Address::parse(source.url);
    m_address = address ? std::optional(*address) : std::nullopt;
    m_test->setEnabled(m_address.has_value());
    if (isSame)
        return;
    ++m_generation;
    m_asking = false;
    m_notice->clear();
}

void GitAccess::test()
{
    if (!m_address)
        return;
    m_asking = true;
    m_notice->show(Tone::Busy, tr("Asking %1 …").arg(m_address->knownHostsName()));
    const quint64 asked = ++m_generation;
    deliver(Git::testAccess(m_credentials, m_source.credential, *m_address, m_source.reference,
                            m_knownHosts),
            this, [this, asked](const Git::AccessReport &report) {
                if (asked != m_generation)
                    return;
                m_asking = false;
                show(report);
                reveal();
                // What is only now made to be seen may still grow.
                QMetaObject::invokeMethod(this, &GitAccess::reveal, Qt::QueuedConnection);
            });
}

QString GitAccess::successWords(const Git::AccessReport &report) const
{
    const QString commit = report.commit.left(shownDigits);
    const QString &name = m_source.reference.name;
    switch (m_source.reference.kind) {
    case Kind::Branch:
        return tr("Access works: branch %1 is at commit %2.").arg(name, commit);
    case Kind::Tag:
        return tr("Access works: tag %1 is commit %2.").arg(name, commit);
    case Kind::Commit:
        return tr("Access works. Whether the repository has the commit shows when a node clones "
                  "it.");
    case Kind::Default:
        break;
    }
    return report.defaultBranch.isEmpty()
        ? tr("Access works: the default branch is at commit %1.").arg(commit)
        : tr("Access works: the default branch %1 is at commit %2.")
              .arg(report.defaultBranch, commit);
}

void GitAccess::show(const Git::AccessReport &report)
{
    if (report.ok())
        m_notice->show(Tone::Good, successWords(report));
    else if (report.problem == Git::AccessProblem::HostUnknown)
        showUnknownHost(report);
    else if (report.problem == Git::AccessProblem::HostKeyChanged)
        showChangedHost(report);
    else
        m_notice->show(*report.error);
}

void GitAccess::reveal()
{
    // What was just shown has its size only once the layouts around it have been asked.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (QWidget *at = parentWidget(); at; at = at->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(at))
            area->ensureWidgetVisible(this, 0, 2 * gridStep);
    }
}

void GitAccess::showUnknownHost(const Git::AccessReport &report)
{
    const QString host = m_address->knownHostsName();
    const Git::PublishedHost published = Git::publishedHost(m_address->host);
    m_notice->show(Tone::Warning,
                   tr("%1 is not trusted yet. This is how it proves who it is:").arg(host));
    auto *list = new HostKeyList(m_notice);
    list->addShown(report.shownKeys, published);
    if (published.isKnown())
        list->addPage(published);
    else
        list->addText(tr("There is nothing published to compare this with. Ask whoever runs %1 for "
                         "the fingerprint, and trust it when it is the same.")
                          .arg(m_address->host));
    m_notice->setBody(list);
    auto *trustButton =
        m_notice->addButton(tr("Trust this host"), QStringLiteral("trustHostButton"));
    connect(trustButton, &QPushButton::clicked, this,
            [this, keys = report.shownKeys] { trust(keys); });
}

void GitAccess::showChangedHost(const Git::AccessReport &report)
{
    m_notice->show(Tone::Bad, errorText(*report.error));
    const Git::PublishedHost published = Git::publishedHost(m_address->host);
    const QList<Git::HostKey> pinned = m_knownHosts.keysOf(*m_address);
    auto *list = new HostKeyList(m_notice);
    list->addText(report.shownKeys.isEmpty() ? tr("It did not show its key a second time.")
                                             : tr("It shows now:"));
    list->addShown(report.shownKeys, published);
    if (!pinned.isEmpty()) {
        list->addText(tr("Trusted on this computer:"));
        list->addPinned(pinned);
    }
    if (published.isKnown()) {
        list->addPublished(published);
        list->addPage(published);
    }
    if (!pinned.isEmpty())
        list->addText(tr("Only when its administrators confirm the new key: forget the old one "
                         "under Accounts, Trusted hosts, and test the access again."));
    m_notice->setBody(list);
    connect(m_notice->addButton(tr("Trusted hosts…"), QStringLiteral("trustedHostsButton")),
            &QPushButton::clicked, this, &GitAccess::trustedHostsRequested);
}

void GitAccess::trust(const QList<Git::HostKey> &keys)
{
    if (m_asking)
        return;
    m_asking = true;
    const quint64 asked = ++m_generation;
    const Git::KnownHosts knownHosts = m_knownHosts;
    const Git::Address address = *m_address;
    deliver(
        QtConcurrent::run([knownHosts, address, keys] { return knownHosts.trust(address, keys); }),
        this, [this, asked](const Outcome<void> &done) {
            if (done)
                Q_EMIT trusted();
            if (asked != m_generation)
                return;
            m_asking = false;
            if (!done) {
                m_notice->show(done.error());
                return;
            }
            m_test->setFocus(Qt::OtherFocusReason); // the button that was pressed is gone
            test();
        });
}

} // namespace Batchdesk
