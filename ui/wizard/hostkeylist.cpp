// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/hostkeylist.h"

#include "ui/widgets/theme.h"
#include "ui/wizard/gitfacts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Batchdesk {

HostKeyList::HostKeyList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("hostKeyList"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(gridStep / 2);
}

void HostKeyList::addText(const QString &text)
{
    if (m_layout->count() > 0)
        m_layout->addSpacing(gridStep / 2);
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_layout->addWidget(label);
}

void HostKeyList::addShown(const QList<Git::HostKey> &keys, const Git::PublishedHost &published)
{
    for (const Git::HostKey &key : keys) {
        QString text = keyTypeWords(key.type);
        if (published.isKnown())
            text = (published.fingerprints.contains(key.fingerprint)
                        ? tr("%1 – %2 publishes this fingerprint")
                        : tr("%1 – %2 does not publish this fingerprint"))
                       .arg(text, published.title);
        addText(text);
        addFingerprint(text, key.fingerprint);
    }
}

void HostKeyList::addPinned(const QList<Git::HostKey> &keys)
{
    for (const Git::HostKey &key : keys) {
        const QString text = tr("%1 – trusted before").arg(keyTypeWords(key.type));
        addText(text);
        addFingerprint(text, key.fingerprint);
    }
}

void HostKeyList::addPublished(const Git::PublishedHost &published)
{
    const QString text = tr("%1 publishes").arg(published.title);
    addText(text);
    for (const QString &fingerprint : published.fingerprints)
        addFingerprint(text, fingerprint);
}

void HostKeyList::addPage(const Git::PublishedHost &published)
{
    m_layout->addSpacing(gridStep / 2);
    auto *link = new QLabel(this);
    link->setObjectName(QStringLiteral("publishedKeysLink"));
    link->setText(
        QStringLiteral("<a href=\"%1\">%2</a>")
            .arg(published.page.toHtmlEscaped(),
                 tr("The fingerprints that %1 publishes").arg(published.title).toHtmlEscaped()));
    link->setToolTip(published.page);
    link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    link->setOpenExternalLinks(true);
    link->setWordWrap(true);
    m_layout->addWidget(link);
}

void HostKeyList::addFingerprint(const QString &name, const QString &fingerprint)
{
    auto *label = new QLabel(fingerprint, this);
    label->setObjectName(QStringLiteral("fingerprintLabel"));
    label->setFont(codeFont());
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(QStringLiteral("%1: %2").arg(name, fingerprint));
    m_layout->addWidget(label);
}

} // namespace Batchdesk
