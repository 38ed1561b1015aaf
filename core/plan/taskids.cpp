// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/taskids.h"

#include "core/plan/names.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>

namespace Batchdesk {

namespace {

constexpr qsizetype longestStem = 55; // 55 + '-' + 8 digits are the 64 that Batch takes.
constexpr qsizetype hashCharacters = 8;

} // namespace

QString taskIdFor(const QString &path)
{
    QString name = path.section(QLatin1Char('/'), -1);
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    if (dot > 0)
        name.truncate(dot);
    QString stem = idFromText(name).left(longestStem);
    while (stem.endsWith(QLatin1Char('-')))
        stem.chop(1);
    if (stem.isEmpty())
        stem = QStringLiteral("task");
    const QByteArray hash =
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return stem + QLatin1Char('-') + QString::fromLatin1(hash.left(hashCharacters));
}

QList<Error> sharedTaskIds(const QList<QString> &paths,
                           const std::function<QString(const QString &)> &idOf)
{
    QList<Error> errors;
    QHash<QString, QString> pathOf;
    pathOf.reserve(paths.size());
    for (const QString &path : paths) {
        const QString id = idOf(path);
        const auto [found, isNew] = [&] {
            const auto known = pathOf.constFind(id.toLower());
            const bool fresh = known == pathOf.constEnd();
            return std::pair(fresh ? QString() : *known, fresh);
        }();
        if (isNew)
            pathOf.insert(id.toLower(), path);
        else
            errors << Error::invalidInput(
                QCoreApplication::translate(
                    "TaskIds", "The files \"%1\" and \"%2\" would both get the task id %3")
                    .arg(found, path, id),
                path, QCoreApplication::translate("TaskIds", "Rename one of them."));
    }
    return errors;
}

} // namespace Batchdesk
