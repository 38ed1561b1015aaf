// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "resources/resources.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

QByteArray content(const QString &path)
{
    initResources();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray catalogue(const QString &file, const QString &key)
{
    return QJsonDocument::fromJson(content(QStringLiteral(":/batchdesk/catalogue/") + file))
        .object()
        .value(key)
        .toArray();
}

QJsonArray images()
{
    return catalogue(QStringLiteral("images.json"), QStringLiteral("images"));
}

QJsonArray sizes()
{
    return catalogue(QStringLiteral("vmsizes.json"), QStringLiteral("vmSizes"));
}

QString text(const QJsonValue &entry, const char *key)
{
    return entry.toObject().value(QLatin1String(key)).toString();
}

QList<QJsonObject> defaults(const QJsonArray &entries)
{
    QList<QJsonObject> found;
    for (const QJsonValue &entry : entries) {
        if (entry.toObject().value(QLatin1String("default")).toBool())
            found << entry.toObject();
    }
    return found;
}

//! What the pattern's first group finds, once each and sorted.
QStringList captured(const QString &script, const char *pattern)
{
    QSet<QString> found;
    for (auto match = QRegularExpression(QLatin1String(pattern)).globalMatch(script);
         match.hasNext();)
        found << match.next().captured(1);
    QStringList sorted = found.values();
    sorted.sort();
    return sorted;
}

} // namespace

TEST(Embedded, NodeScriptsAreTheFilesOfTheSourceFolder)
{
    for (const char *name : {"clone.sh", "clone.ps1", "prepare.sh", "prepare.ps1", "start-tools.sh",
                             "start-tools.ps1"}) {
        QFile source(QStringLiteral(BATCHDESK_SOURCE_DIR "/resources/nodes/")
                     + QLatin1String(name));
        ASSERT_TRUE(source.open(QIODevice::ReadOnly)) << name;
        const QByteArray embedded =
            content(QStringLiteral(":/batchdesk/nodes/") + QLatin1String(name));
        EXPECT_FALSE(embedded.isEmpty()) << name;
        EXPECT_EQ(embedded, source.readAll()) << name;
    }
}

TEST(Embedded, NodeScriptsAreReadAlikeOnEverySystem)
{
    initResources();
    QDirIterator scripts(QStringLiteral(":/batchdesk/nodes"));
    int count = 0;
    while (scripts.hasNext()) {
        const QString path = scripts.next();
        const QByteArray script = content(path);
        // bash stops at a carriage return; Windows PowerShell takes UTF-8 without a mark for ANSI.
        EXPECT_FALSE(script.contains('\r')) << qPrintable(path);
        EXPECT_TRUE(std::all_of(script.begin(), script.end(), [](char c) { return c > 0; }))
            << qPrintable(path);
        ++count;
    }
    EXPECT_EQ(count, 6);
}

TEST(Embedded, CloningIsTheSameOnBothSystems)
{
    const QString bash = QString::fromUtf8(content(QStringLiteral(":/batchdesk/nodes/clone.sh")));
    const QString windows =
        QString::fromUtf8(content(QStringLiteral(":/batchdesk/nodes/clone.ps1")));
    // Every exit code that one of them gives is one that both of them list.
    const QString list =
        bash.section(QLatin1String("# Exit codes:"), 1, 1).section(QLatin1String("\n\n"), 0, 0);
    EXPECT_TRUE(windows.contains(list.trimmed()));
    const QStringList inBash = captured(bash, "(?:fail|code=) ?(\\d+)[ \"]");
    EXPECT_EQ(inBash, captured(windows, "(?:Stop-Clone|New-Cause) (\\d+) "));
    EXPECT_GT(inBash.size(), 17);
    for (const QString &code : inBash)
        EXPECT_TRUE(list.contains(QStringLiteral(" %1 ").arg(code))) << qPrintable(code);
    // What git and ssh say is told apart by the same words, and set right by the same advice.
    const QStringList words =
        captured(bash, "(?:logged|missing=|nowhere\\+?=|refused=|broken\\+?=) ?'([^']*)'");
    EXPECT_GT(words.size(), 12);
    for (const QString &word : words + captured(bash, "todo=['\"]([^'\"]*)['\"]"))
        EXPECT_TRUE(windows.contains(word)) << qPrintable(word);
    for (const char *option :
         {"IdentitiesOnly yes", "IdentityAgent none", "StrictHostKeyChecking yes", "BatchMode yes",
          "credential.helper=", "core.hooksPath=/dev/null", "GIT_TERMINAL_PROMPT"}) {
        EXPECT_TRUE(bash.contains(QLatin1String(option))) << option;
        EXPECT_TRUE(windows.contains(QLatin1String(option))) << option;
    }
}

TEST(Embedded, CloningOnWindowsKeepsItsSecretToItself)
{
    const QString script =
        QString::fromUtf8(content(QStringLiteral(":/batchdesk/nodes/clone.ps1")));
    // The file is closed to others while it is empty, and removed whatever happens.
    EXPECT_LT(script.indexOf(QLatin1String("icacls.exe $secret /inheritance:r /grant:r")),
              script.indexOf(QLatin1String("ReadAllBytes($given)")));
    const QString last = script.section(QLatin1String("} finally {"), 1, 1);
    EXPECT_TRUE(last.contains(QLatin1String("'git-secret'")));
    EXPECT_TRUE(last.contains(QLatin1String("Remove-Item -LiteralPath $private")));
    // A program that cannot be ended would keep the key.
    EXPECT_TRUE(script.contains(QLatin1String("taskkill /PID $($process.Id) /T /F")));
    EXPECT_TRUE(script.contains(QLatin1String("-ItemType Junction")));
}

TEST(Catalogue, HasOneDefaultOfEachThatFitTogether)
{
    const QList<QJsonObject> image = defaults(images());
    const QList<QJsonObject> size = defaults(sizes());
    ASSERT_EQ(image.size(), 1);
    ASSERT_EQ(size.size(), 1);
    EXPECT_EQ(text(image.first(), "id"), QStringLiteral("ubuntu-24.04"));
    EXPECT_EQ(text(image.first(), "architecture"), text(size.first(), "architecture"));
}

TEST(Catalogue, ImagesAreCompleteAndNamedOnce)
{
    QSet<QString> ids;
    bool linuxSeen = false;
    bool windowsSeen = false;
    for (const QJsonValue &image : images()) {
        const QString id = text(image, "id");
        for (const char *key : {"id", "title", "publisher", "offer", "sku", "version", "note"})
            EXPECT_FALSE(text(image, key).isEmpty()) << qPrintable(id) << " lacks " << key;
        EXPECT_FALSE(ids.contains(id)) << qPrintable(id);
        ids << id;
        const bool windows = text(image, "os") == QLatin1String("windows");
        EXPECT_TRUE(windows || text(image, "os") == QLatin1String("linux")) << qPrintable(id);
        // The agent must be of the image's system, or the pool never gets a node.
        EXPECT_EQ(text(image, "nodeAgentSKUId").startsWith(QLatin1String("batch.node.windows")),
                  windows)
            << qPrintable(id);
        EXPECT_EQ(text(image, "nodeAgentSKUId").endsWith(QLatin1String("-arm64")),
                  text(image, "architecture") == QLatin1String("arm64"))
            << qPrintable(id);
        linuxSeen |= !windows;
        windowsSeen |= windows;
    }
    EXPECT_TRUE(linuxSeen);
    EXPECT_TRUE(windowsSeen);
}

TEST(Catalogue, SizesAreCompleteAndNamedOnce)
{
    static const QRegularExpression name(QStringLiteral("^standard_[a-z][0-9]+[a-z]*_v[0-9]$"));
    QSet<QString> names;
    for (const QJsonValue &size : sizes()) {
        const QString id = text(size, "name");
        EXPECT_TRUE(name.match(id).hasMatch()) << qPrintable(id);
        EXPECT_FALSE(names.contains(id)) << qPrintable(id);
        names << id;
        // The number in the name is the number of processors.
        static const QRegularExpression processors(QStringLiteral("_[a-z]([0-9]+)"));
        EXPECT_EQ(size.toObject().value(QLatin1String("vCPUs")).toInt(),
                  processors.match(id).captured(1).toInt())
            << qPrintable(id);
        EXPECT_GT(size.toObject().value(QLatin1String("memoryGiB")).toDouble(), 0)
            << qPrintable(id);
        EXPECT_FALSE(text(size, "series").isEmpty()) << qPrintable(id);
        const QString architecture = text(size, "architecture");
        EXPECT_TRUE(architecture == QLatin1String("x64") || architecture == QLatin1String("arm64"))
            << qPrintable(id);
    }
    EXPECT_GT(names.size(), 10);
}

TEST(Help, PagesLinkOnlyToPagesThatAreThere)
{
    initResources();
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
    QDirIterator pages(QStringLiteral(":/batchdesk/help"), QDir::Files);
    int count = 0;
    while (pages.hasNext()) {
        const QString path = pages.next();
        const QString page = QString::fromUtf8(content(path));
        EXPECT_TRUE(page.startsWith(QLatin1String("# "))) << qPrintable(path);
        for (auto match = link.globalMatch(page); match.hasNext();) {
            const QString target = match.next().captured(1);
            EXPECT_TRUE(QFile::exists(QStringLiteral(":/batchdesk/help/") + target))
                << qPrintable(path + QStringLiteral(" links to ") + target);
        }
        ++count;
    }
    EXPECT_EQ(count, 8);
}

TEST(Help, SettingsPageNamesTheDefaultsOfTheCatalogue)
{
    const QString page = QString::fromUtf8(content(QStringLiteral(":/batchdesk/help/settings.md")));
    const QList<QJsonObject> image = defaults(images());
    const QList<QJsonObject> size = defaults(sizes());
    ASSERT_EQ(image.size(), 1);
    ASSERT_EQ(size.size(), 1);
    EXPECT_TRUE(page.contains(QStringLiteral("| `\"%1\"` |").arg(text(image.first(), "id"))));
    EXPECT_TRUE(page.contains(QStringLiteral("| `\"%1\"` (%2 processors, %3 GiB) |")
                                  .arg(text(size.first(), "name"))
                                  .arg(size.first().value(QLatin1String("vCPUs")).toInt())
                                  .arg(size.first().value(QLatin1String("memoryGiB")).toInt())));
}

TEST(Help, SettingsPageHasEveryKeyOfTheSchema)
{
    const QString page = QString::fromUtf8(content(QStringLiteral(":/batchdesk/help/settings.md")));
    QFile file(QStringLiteral(BATCHDESK_SOURCE_DIR "/resources/settings.schema.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto propertiesOf = [](const QJsonValue &schema) {
        return schema.toObject().value(QLatin1String("properties")).toObject();
    };
    const QJsonObject top = propertiesOf(QJsonDocument::fromJson(file.readAll()).object());
    EXPECT_GT(top.size(), 8);
    for (auto entry = top.begin(); entry != top.end(); ++entry) {
        const QJsonObject keys = propertiesOf(entry.value());
        const QString heading = keys.isEmpty() ? QStringLiteral("## At the top")
                                               : QStringLiteral("## ") + entry.key() + u':';
        const qsizetype start = page.indexOf(heading);
        ASSERT_GE(start, 0) << qPrintable(heading);
        const QString section =
            page.mid(start, page.indexOf(QLatin1String("\n## "), start) - start);
        for (const QString &key : keys.isEmpty() ? QStringList(entry.key()) : keys.keys())
            EXPECT_TRUE(section.contains(QStringLiteral("\n| `%1` |").arg(key)))
                << qPrintable(heading + QStringLiteral(" lacks ") + key);
    }
}
