// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace Batchdesk::Git {

//! \brief How a host is told of a key: what to press there, and on which page.
struct HostGuide
{
    struct Way
    {
        QString title; //!< "Deploy key of the repository (recommended)"
        QUrl page;     //!< Where the key is pasted; of the repository itself where it is known.
        QList<QString> steps; //!< One sentence each.
    };

    QString title;   //!< "GitHub"
    QList<Way> ways; //!< The better one first.
};

//! \brief Guides for GitHub, GitLab, Bitbucket and Azure Repos, in this order. \a url, when it is
//! of that host, makes the pages those of its repository; it may be empty.
QList<HostGuide> keyGuides(const QString &url);

} // namespace Batchdesk::Git
