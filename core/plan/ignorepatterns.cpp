// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/ignorepatterns.h"

namespace Batchdesk {

QStringList IgnorePatterns::builtIn()
{
    return {
        QStringLiteral(".git"),           QStringLiteral(".hg/"),
        QStringLiteral(".svn/"),          QStringLiteral("__pycache__/"),
        QStringLiteral("*.py[co]"),       QStringLiteral(".venv/"),
        QStringLiteral("venv/"),          QStringLiteral(".mypy_cache/"),
        QStringLiteral(".pytest_cache/"), QStringLiteral(".ruff_cache/"),
        QStringLiteral(".tox/"),          QStringLiteral(".ipynb_checkpoints/"),
        QStringLiteral("node_modules/"),  QStringLiteral(".Rproj.user/"),
        QStringLiteral(".idea/"),         QStringLiteral(".vscode/"),
        QStringLiteral(".DS_Store"),      QStringLiteral("Thumbs.db"),
        QStringLiteral("desktop.ini"),    QStringLiteral(".#*"),
    };
}

Outcome<void> IgnorePatterns::add(const QString &line)
{
    QString pattern = line;
    if (pattern.endsWith(QLatin1Char('\r')))
        pattern.chop(1);
    while (pattern.endsWith(QLatin1Char(' ')) && !pattern.endsWith(QLatin1String("\\ ")))
        pattern.chop(1);
    if (pattern.isEmpty() || pattern.startsWith(QLatin1Char('#')))
        return {};
    bool negated = false;
    if (pattern.startsWith(QLatin1Char('!'))) {
        negated = true;
        pattern.remove(0, 1);
    }
    bool foldersOnly = false;
    if (pattern.endsWith(QLatin1Char('/'))) {
        foldersOnly = true;
        pattern.chop(1);
    }
    const bool nameOnly = !pattern.contains(QLatin1Char('/'));
    if (pattern.startsWith(QLatin1Char('/')))
        pattern.remove(0, 1);
    if (pattern.isEmpty())
        return {};
    Outcome<Wildcard> wildcard = Wildcard::compile(pattern);
    if (!wildcard)
        return wildcard.error();
    m_rules.push_back({*wildcard, negated, foldersOnly, nameOnly});
    return {};
}

void IgnorePatterns::addFile(const QByteArray &content)
{
    QByteArray text = content;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    for (const QByteArray &line : text.split('\n')) {
        if (const Outcome<void> added = add(QString::fromUtf8(line)); !added)
            continue;
    }
}

bool IgnorePatterns::ignores(const QString &path, bool isFolder) const
{
    const QString name = path.section(QLatin1Char('/'), -1);
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        if (rule->foldersOnly && !isFolder)
            continue;
        if (rule->wildcard.matches(rule->nameOnly ? name : path))
            return !rule->negated;
    }
    return false;
}

} // namespace Batchdesk
