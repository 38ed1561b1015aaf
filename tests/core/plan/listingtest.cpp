// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/listing.h"
#include "core/plan/folderwalk.h"
#include "core/plan/settings.h"
#include "tests/core/plan/qtprinters.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace Batchdesk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

class ListingTest : public ::testing::Test
{
protected:
    void write(const QString &path, const QByteArray &content = "x")
    {
        const QString absolute = m_folder.filePath(path);
        ASSERT_TRUE(QDir().mkpath(QFileInfo(absolute).absolutePath()));
        QFile file(absolute);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << qPrintable(absolute);
        file.write(content);
    }
    //! QFile would not write these names, or encode them.
    void writeBytes(const std::string &name)
    {
        std::ofstream file(std::filesystem::path(m_folder.path().toStdString()) / name);
        file << "x";
        ASSERT_TRUE(file.good()) << name;
    }
    Listing listed() const { return listFolders(m_settings, m_folder.path()); }
    static QStringList paths(const QList<InputFile> &files)
    {
        QStringList list;
        for (const InputFile &file : files)
            list << file.path;
        return list;
    }
    static QStringList paths(const QList<ApplicationFile> &files)
    {
        QStringList list;
        for (const ApplicationFile &file : files)
            list << file.path;
        return list;
    }

    QTemporaryDir m_folder;
    Settings m_settings;
};

} // namespace

TEST_F(ListingTest, ApplicationWithoutIgnoredInputsResultsAndSettings)
{
    for (const char *path :
         {"main.py", "lib/util.py", "lib/__pycache__/util.pyc", "node_modules/x/y.js", "a.tmp",
          "keep.tmp", "notes.txt", "settings.json", "lib/settings.json", "inputs/a.csv",
          "results/t/out.csv", ".git/config"})
        write(QString::fromLatin1(path));
    write(QStringLiteral(".gitignore"), "*.tmp\nnotes.txt\n");
    m_settings.application.ignore = {QStringLiteral("!keep.tmp")};
    const Listing listing = listed();
    EXPECT_THAT(listing.errors, IsEmpty());
    EXPECT_EQ(paths(listing.application),
              (QStringList{QStringLiteral(".gitignore"), QStringLiteral("keep.tmp"),
                           QStringLiteral("lib/settings.json"), QStringLiteral("lib/util.py"),
                           QStringLiteral("main.py")}));
    EXPECT_EQ(listing.applicationIgnored, QStringLiteral("entries ignored: 5"));
    EXPECT_EQ(paths(listing.inputs), QStringList{QStringLiteral("a.csv")});
}

TEST_F(ListingTest, SizesAndExecutableBits)
{
    write(QStringLiteral("app/run.sh"), "#!/bin/sh\n");
    write(QStringLiteral("app/data.txt"), "12345");
    QFile::setPermissions(m_folder.filePath(QStringLiteral("app/run.sh")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write(QStringLiteral("inputs/a.csv"), "123");
    m_settings.application.folder = QStringLiteral("app");
    const Listing listing = listed();
    EXPECT_THAT(listing.application,
                ElementsAre(ApplicationFile{QStringLiteral("data.txt"), 5, false},
                            ApplicationFile{QStringLiteral("run.sh"), 10, true}));
    EXPECT_THAT(listing.inputs, ElementsAre(InputFile{QStringLiteral("a.csv"), 3}));
    EXPECT_TRUE(QDir::isAbsolutePath(listing.inputFolder));
}

TEST_F(ListingTest, InputsByPatternSortedByCodePoint)
{
    for (const QString &name :
         {QStringLiteral("b.csv"), QStringLiteral("B.csv"), QStringLiteral("a b.csv"),
          QStringLiteral("\u00fc.csv"), QStringLiteral("\U0001F600.csv"),
          QStringLiteral("\uFF01.csv"), QStringLiteral("old.csv"), QStringLiteral("x.txt"),
          QStringLiteral(".hidden.csv"), QStringLiteral("sub/c.csv")})
        write(QStringLiteral("inputs/") + name);
    m_settings.inputs.include = {QStringLiteral("*.csv")};
    m_settings.inputs.exclude = {QStringLiteral("old*")};
    QStringList expected{QStringLiteral("B.csv"),      QStringLiteral("a b.csv"),
                         QStringLiteral("b.csv"),      QStringLiteral("\u00fc.csv"),
                         QStringLiteral("\uFF01.csv"), QStringLiteral("\U0001F600.csv")};
    EXPECT_EQ(paths(listed().inputs), expected);
    EXPECT_EQ(listed().inputsLookedAt, 9);

    m_settings.inputs.recursive = true;
    expected.insert(3, QStringLiteral("sub/c.csv"));
    EXPECT_EQ(paths(listed().inputs), expected);
}

TEST_F(ListingTest, OldResultsAreNoInputs)
{
    write(QStringLiteral("inputs/a.csv"));
    write(QStringLiteral("inputs/results/t/out.csv"));
    m_settings.inputs.recursive = true;
    m_settings.outputs.folder = QStringLiteral("inputs/results");
    EXPECT_EQ(paths(listed().inputs), QStringList{QStringLiteral("a.csv")});
}

TEST_F(ListingTest, MissingFoldersAreNamed)
{
    m_settings.application.folder = QStringLiteral("nowhere");
    write(QStringLiteral("inputs"), "a file");
    const Listing listing = listed();
    ASSERT_EQ(listing.errors.size(), 2);
    EXPECT_EQ(listing.errors.at(0).kind, Error::Kind::NotFound);
    EXPECT_EQ(listing.errors.at(0).place, m_folder.filePath(QStringLiteral("nowhere")));
    EXPECT_EQ(listing.errors.at(1).message, QStringLiteral("The input folder is not a folder"));
}

TEST_F(ListingTest, NamesThatCannotBeSentAreRefusedByName)
{
    write(QStringLiteral("inputs/good.csv"));
    writeBytes("inputs/bad\xff.csv");
    writeBytes("inputs/line\nbreak.csv");
    writeBytes("inputs/back\\slash.csv");
    writeBytes("inputs/dot.");
    writeBytes("inputs/unwanted\xff.txt");
    m_settings.inputs.include = {QStringLiteral("*.csv"), QStringLiteral("dot*")};
    const Listing listing = listed();
    EXPECT_EQ(paths(listing.inputs), QStringList{QStringLiteral("good.csv")});
    QStringList inputErrors;
    for (const Error &error : listing.errors) {
        if (error.place.startsWith(m_folder.filePath(QStringLiteral("inputs/"))))
            inputErrors << error.message;
    }
    EXPECT_EQ(
        inputErrors,
        (QStringList{QStringLiteral("The file name \"back\\slash.csv\" holds a backslash"),
                     QStringLiteral("The file name \"bad\\xff.csv\" is not valid UTF-8"),
                     QStringLiteral("The file name \"line\\x0abreak.csv\" holds a line break or "
                                    "another control character"),
                     QStringLiteral("Blob Storage cannot keep a name that ends in a dot: "
                                    "\"dot.\"")}));
}

TEST_F(ListingTest, LinksToFilesAreFollowedOthersAreNamed)
{
    write(QStringLiteral("elsewhere/big.csv"), "1234");
    write(QStringLiteral("inputs/a.csv"));
    const auto link = [this](const char *target, const char *name) {
        std::filesystem::create_symlink(
            target, std::filesystem::path(m_folder.path().toStdString()) / name);
    };
    link("../elsewhere/big.csv", "inputs/linked.csv");
    link("..", "inputs/up");
    link("nowhere", "inputs/dangling.csv");
    m_settings.application.folder = QStringLiteral("elsewhere");
    m_settings.inputs.recursive = true;
    const Listing listing = listed();
    EXPECT_THAT(listing.inputs,
                ElementsAre(InputFile{QStringLiteral("a.csv"), 1},
                            InputFile{QStringLiteral("linked.csv"), 4}));
    ASSERT_EQ(listing.warnings.size(), 1);
    EXPECT_TRUE(listing.warnings.first().place.endsWith(QStringLiteral("inputs/up")));
    ASSERT_EQ(listing.errors.size(), 1);
    EXPECT_TRUE(listing.errors.first().place.endsWith(QStringLiteral("inputs/dangling.csv")));
}

TEST_F(ListingTest, EmptyInputsAreOneWarning)
{
    for (int i = 0; i < 5; ++i)
        write(QStringLiteral("inputs/%1.csv").arg(i), {});
    const Listing listing = listed();
    EXPECT_EQ(listing.inputs.size(), 5);
    ASSERT_EQ(listing.warnings.size(), 1);
    EXPECT_TRUE(
        listing.warnings.first().message.contains(QStringLiteral("5 (0.csv, 1.csv, 2.csv, …)")))
        << qPrintable(listing.warnings.first().message);
}

//! Root may read everything, so that what cannot be read is looked at as somebody else.
class AsNobody
{
public:
    AsNobody()
        : m_wasRoot(::geteuid() == 0 && ::setresuid(65534, 65534, 0) == 0)
    {
    }
    ~AsNobody()
    {
        if (m_wasRoot) {
            EXPECT_EQ(::setresuid(0, 0, 0), 0);
        }
    }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    bool m_wasRoot;
};

TEST_F(ListingTest, UnreadableFilesAndFoldersAreErrors)
{
    write(QStringLiteral("app/main.py"));
    write(QStringLiteral("inputs/a.csv"));
    write(QStringLiteral("inputs/sub/b.csv"));
    m_settings.application.folder = QStringLiteral("app");
    m_settings.inputs.recursive = true;
    QFile::setPermissions(m_folder.filePath(QStringLiteral("inputs/a.csv")), {});
    QFile::setPermissions(m_folder.filePath(QStringLiteral("inputs/sub")), {});
    std::filesystem::permissions(m_folder.path().toStdString(), std::filesystem::perms(0755));
    Listing listing;
    {
        const AsNobody nobody;
        listing = listed();
    }
    EXPECT_EQ(listing.errors.size(), 2);
    QFile::setPermissions(m_folder.filePath(QStringLiteral("inputs/sub")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TEST_F(ListingTest, TheOwnStartScriptIsRead)
{
    write(QStringLiteral("inputs/a.csv"));
    write(QStringLiteral("setup.sh"), "echo ready\n");
    m_settings.pool.startTask.kind = StartTaskChoice::Kind::Script;
    m_settings.pool.startTask.script = QStringLiteral("setup.sh");
    EXPECT_EQ(listed().startScript, QByteArray("echo ready\n"));
    m_settings.pool.startTask.script = QStringLiteral("none.sh");
    ASSERT_EQ(listed().errors.size(), 1);
    EXPECT_EQ(listed().errors.first().message, QStringLiteral("The start script does not exist"));
}

TEST(CodePointOrder, IsThatOfUtf8)
{
    const QStringList sorted{QString(),
                             QStringLiteral("a"),
                             QStringLiteral("a\uFFFD"),
                             QStringLiteral("a\U0001F600"),
                             QStringLiteral("a\U0001F601"),
                             QStringLiteral("b")};
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        for (qsizetype j = 0; j < sorted.size(); ++j)
            EXPECT_EQ(isBeforeByCodePoint(sorted.at(i), sorted.at(j)), i < j) << i << ' ' << j;
    }
}
