// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/nearestname.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace Batchdesk {

namespace {

constexpr qsizetype longestCompared = 80;

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int substituted = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            diagonal = row[size_t(j)];
            row[size_t(j)] = std::min({substituted, row[size_t(j)] + 1, row[size_t(j) - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString &given, const QStringList &known)
{
    // A long name is no slip of the fingers, and comparing it would cost its length squared.
    if (given.isEmpty() || given.size() > longestCompared)
        return {};
    const QString folded = given.toLower();
    QString best;
    int bestDistance = int(std::max<qsizetype>(2, given.size() / 3)) + 1;
    for (const QString &name : known) {
        const int distance = editDistance(folded, name.toLower());
        if (distance < bestDistance && distance < name.size()) {
            bestDistance = distance;
            best = name;
        }
    }
    return best;
}

QString nearestNameAdvice(const QString &given, const QStringList &known)
{
    const QString nearest = nearestName(given, known);
    if (!nearest.isEmpty())
        return QCoreApplication::translate("NearestName", "Did you mean \"%1\"?").arg(nearest);
    return QCoreApplication::translate("NearestName", "Known are: %1.")
        .arg(known.join(QStringLiteral(", ")));
}

} // namespace Batchdesk
