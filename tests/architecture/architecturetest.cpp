// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The rules of the house that a machine can check. ARCHITECTURE.md tells why they are there.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <gtest/gtest.h>

namespace {

//! What each folder may include of ours, itself aside.
const QHash<QString, QStringList> allowed{
    {QStringLiteral("core/base"), {}},
    {QStringLiteral("core/net"), {QStringLiteral("core/base")}},
    {QStringLiteral("core/auth"), {QStringLiteral("core/base"), QStringLiteral("core/net")}},
    {QStringLiteral("core/git"),
     {QStringLiteral("core/base"), QStringLiteral("core/net"), QStringLiteral("core/auth")}},
    {QStringLiteral("core/batch"),
     {QStringLiteral("core/base"), QStringLiteral("core/net"), QStringLiteral("core/auth")}},
    {QStringLiteral("core/blob"),
     {QStringLiteral("core/base"), QStringLiteral("core/net"), QStringLiteral("core/auth")}},
    {QStringLiteral("core/transfer"),
     {QStringLiteral("core/base"), QStringLiteral("core/net"), QStringLiteral("core/auth"),
      QStringLiteral("core/blob")}},
    {QStringLiteral("core/monitor"),
     {QStringLiteral("core/base"), QStringLiteral("core/net"), QStringLiteral("core/auth"),
      QStringLiteral("core/batch")}},
    {QStringLiteral("core/plan"),
     {QStringLiteral("core/base"), QStringLiteral("core/git"), QStringLiteral("core/batch"),
      QStringLiteral("core/blob")}},
    {QStringLiteral("core/run"),
     {QStringLiteral("core/base"), QStringLiteral("core/net"), QStringLiteral("core/auth"),
      QStringLiteral("core/git"), QStringLiteral("core/batch"), QStringLiteral("core/blob"),
      QStringLiteral("core/transfer"), QStringLiteral("core/monitor"),
      QStringLiteral("core/plan")}},
    {QStringLiteral("core/localservice"), {}},
};

struct SourceFile
{
    QString path; //!< Relative to the repository.
    QString text;
};

QList<SourceFile> sources(const QStringList &folders)
{
    const QString root = QStringLiteral(BATCHDESK_SOURCE_DIR "/");
    QList<SourceFile> result;
    for (const QString &folder : folders) {
        QDirIterator files(root + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                result << SourceFile{file.fileName().mid(root.size()),
                                     QString::fromUtf8(file.readAll())};
        }
    }
    return result;
}

QString libraryOf(const QString &path)
{
    const bool isPane = path.startsWith(QLatin1String("ui/panes/"));
    return path.section(QLatin1Char('/'), 0, isPane ? 2 : 1);
}

//! What a folder of the window may include of ui, itself aside; all of them may include the core.
QStringList allowedUi(const QString &library)
{
    const QString models = QStringLiteral("ui/models");
    const QString widgets = QStringLiteral("ui/widgets");
    if (library == models)
        return {};
    if (library == widgets)
        return {models};
    // A pane never includes another pane; only the shell knows them all.
    if (library.startsWith(QLatin1String("ui/panes/")) || library == QLatin1String("ui/wizard"))
        return {models, widgets};
    if (library == QLatin1String("ui/shell")) {
        return {models,
                widgets,
                QStringLiteral("ui/wizard"),
                QStringLiteral("ui/panes/runs"),
                QStringLiteral("ui/panes/outputs"),
                QStringLiteral("ui/panes/accounts")};
    }
    return {};
}

QStringList includesOf(const QString &text, const QString &pattern)
{
    const QRegularExpression line(pattern, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = line.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

} // namespace

TEST(Architecture, SeesTheSources)
{
    EXPECT_GT(sources({QStringLiteral("core")}).size(), 20);
}

TEST(Architecture, ALibraryUsesOnlyWhatStandsAboveIt)
{
    for (const SourceFile &file : sources({QStringLiteral("core")})) {
        const QString own = libraryOf(file.path);
        ASSERT_TRUE(allowed.contains(own)) << "no rule for " << qPrintable(own);
        for (const QString &include :
             includesOf(file.text, QStringLiteral("^#include \"([^\"]+)\""))) {
            if (include.endsWith(QLatin1String(".moc"))
                || include.startsWith(QLatin1String("resources/")))
                continue;
            const QString other = libraryOf(include);
            EXPECT_TRUE(other == own || allowed.value(own).contains(other))
                << qPrintable(file.path) << " includes " << qPrintable(include);
        }
    }
}

TEST(Architecture, TheCoreKnowsNoWindow)
{
    const QRegularExpression gui(
        QStringLiteral(
            "^#include "
            "<(?:QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QPainter|QColor|QIcon)"),
        QRegularExpression::MultilineOption);
    for (const SourceFile &file : sources({QStringLiteral("core"), QStringLiteral("app/cli")}))
        EXPECT_FALSE(file.text.contains(gui)) << qPrintable(file.path);
}

TEST(Architecture, AFolderOfTheWindowUsesOnlyWhatStandsAboveIt)
{
    int seen = 0;
    for (const SourceFile &file : sources({QStringLiteral("ui")})) {
        const QString own = libraryOf(file.path);
        for (const QString &include :
             includesOf(file.text, QStringLiteral("^#include \"([^\"]+)\""))) {
            if (!include.startsWith(QLatin1String("ui/"))) {
                EXPECT_TRUE(include.startsWith(QLatin1String("core/"))
                            || include.startsWith(QLatin1String("resources/")))
                    << qPrintable(file.path) << " includes " << qPrintable(include);
                continue;
            }
            ++seen;
            const QString other = libraryOf(include);
            EXPECT_TRUE(other == own || allowedUi(own).contains(other))
                << qPrintable(file.path) << " includes " << qPrintable(include);
        }
    }
    EXPECT_GT(seen, 50);
}

TEST(Architecture, ModelsKnowNoWidgets)
{
    const QRegularExpression widgets(
        QStringLiteral("^#include <(?:QtWidgets|Q(?:Widget|Application|Label|TableView|TreeView|"
                       "PushButton|LineEdit|StyledItemDelegate))"),
        QRegularExpression::MultilineOption);
    for (const SourceFile &file : sources({QStringLiteral("ui/models")}))
        EXPECT_FALSE(file.text.contains(widgets)) << qPrintable(file.path);
}

TEST(Architecture, TheWindowNeverWaits)
{
    // No coroutine, no nested event loop, no wait for a process or a future.
    const QRegularExpression waiting(QStringLiteral(
        "co_await|QEventLoop|\\bexec\\(\\)|waitFor(?:Finished|ReadyRead|Started)|processEvents|"
        "QThread::(?:m|u)?sleep"));
    for (const SourceFile &file : sources({QStringLiteral("ui")}))
        EXPECT_FALSE(file.text.contains(waiting)) << qPrintable(file.path);
}

TEST(Architecture, TheEmbeddedServiceIsQtFree)
{
    const QRegularExpression qt(QStringLiteral("^#include <Q[A-Za-z]"),
                                QRegularExpression::MultilineOption);
    for (const SourceFile &file : sources({QStringLiteral("core/localservice")}))
        EXPECT_FALSE(file.text.contains(qt)) << qPrintable(file.path);
}

TEST(Architecture, OnlyFilesNamedForItCallThePlatform)
{
    const QRegularExpression posix(
        QStringLiteral(
            "^#include <(?:unistd\\.h|sys/|fcntl\\.h|signal\\.h|poll\\.h|spawn\\.h|windows\\.h)"),
        QRegularExpression::MultilineOption);
    for (const SourceFile &file :
         sources({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")})) {
        if (file.path.contains(QLatin1String("_posix."))
            || file.path.contains(QLatin1String("_windows.")))
            continue;
        EXPECT_FALSE(file.text.contains(posix)) << qPrintable(file.path);
    }
}

TEST(Architecture, EveryFileNamesItsLicenceAndHeadersAreGuarded)
{
    for (const SourceFile &file :
         sources({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app"),
                  QStringLiteral("resources"), QStringLiteral("tests")})) {
        EXPECT_TRUE(file.text.startsWith(QLatin1String("// SPDX-FileCopyrightText:")))
            << qPrintable(file.path);
        if (file.path.endsWith(QLatin1String(".h"))) {
            EXPECT_TRUE(file.text.contains(QLatin1String("#pragma once"))) << qPrintable(file.path);
        }
    }
}

TEST(Architecture, NoFileIsLongerThanASitting)
{
    for (const SourceFile &file :
         sources({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}))
        EXPECT_LE(file.text.count(QLatin1Char('\n')), 650) << qPrintable(file.path);
}

TEST(Architecture, PublicTypesCarryTheirComments)
{
    // A struct or class at namespace scope in a header of the core is public; its contract stands
    // above it.
    const QRegularExpression type(
        QStringLiteral("((?:^[^\\n]*\\n)?)(?:^template[^\\n]*\\n)?^(?:class|struct) "
                       "(?:\\[\\[nodiscard\\]\\] )?(\\w+)[^;\\n]*\\n\\{"),
        QRegularExpression::MultilineOption);
    int seen = 0;
    for (const SourceFile &file : sources({QStringLiteral("core"), QStringLiteral("ui")})) {
        if (!file.path.endsWith(QLatin1String(".h")))
            continue;
        for (auto match = type.globalMatch(file.text); match.hasNext();) {
            const auto found = match.next();
            ++seen;
            const QString before = found.captured(1).trimmed();
            EXPECT_TRUE(before.startsWith(QLatin1String("//"))
                        || before.startsWith(QLatin1String("template")))
                << qPrintable(file.path) << ": " << qPrintable(found.captured(2))
                << " has no comment";
        }
    }
    EXPECT_GT(seen, 30);
}

TEST(Architecture, SequencesAreFreeFunctionsWithoutReferences)
{
    // A coroutine's reference parameter or captured this dangles when its source goes (measured).
    const QRegularExpression flow(
        QStringLiteral("^(?:static )?QCoro::Task<[^;{]*?\\(([^;{]*)\\)\\s*[;{]"),
        QRegularExpression::MultilineOption);
    for (const SourceFile &file : sources({QStringLiteral("core"), QStringLiteral("app")})) {
        for (auto match = flow.globalMatch(file.text); match.hasNext();) {
            const QString parameters = match.next().captured(1);
            EXPECT_FALSE(parameters.contains(QLatin1Char('&')))
                << qPrintable(file.path) << ": " << qPrintable(parameters.simplified());
        }
    }
}

TEST(Architecture, PortugueseIsComplete)
{
    QFile file(QStringLiteral(BATCHDESK_SOURCE_DIR "/translations/batchdesk_pt_BR.ts"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_GT(text.count("<source>"), 900);
    EXPECT_EQ(text.count("type=\"unfinished\""), 0) << "run ninja update_translations, translate";
}
