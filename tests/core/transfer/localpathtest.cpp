// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/localpath.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

const QString folder = QStringLiteral("/out");

QStringList clashing(const QStringList &names, FileSystemRules rules)
{
    QStringList result;
    for (const auto &[name, error] : nameClashes(names, rules)) {
        EXPECT_TRUE(error.message.contains(name));
        result << name;
    }
    return result;
}

} // namespace

TEST(LocalPath, KeepsFoldersAndOddNames)
{
    for (const QString &name :
         {QStringLiteral("a.csv"), QStringLiteral("job/task/wd/a b'$(x).csv"),
          QStringLiteral("..hidden"), QStringLiteral("日本/ü.txt"), QStringLiteral("a:b?")}) {
        const auto path = localPathFor(folder, name, FileSystemRules::Posix);
        ASSERT_TRUE(path.ok()) << name.toStdString();
        EXPECT_EQ(*path, folder + QLatin1Char('/') + name);
    }
}

TEST(LocalPath, RefusesWhatWouldLeaveTheFolderAndNamesIt)
{
    for (const QString &name :
         {QStringLiteral(".."), QStringLiteral("../x"), QStringLiteral("a/../../x"),
          QStringLiteral("/etc/passwd"), QStringLiteral("a//b"), QStringLiteral("a/"),
          QStringLiteral("."), QStringLiteral("a/./b"), QStringLiteral("a\\..\\b"),
          QStringLiteral("a\nb"), QString()}) {
        const auto path = localPathFor(folder, name, FileSystemRules::Posix);
        ASSERT_FALSE(path.ok()) << name.toStdString();
        EXPECT_EQ(path.error().kind, Error::Kind::InvalidInput);
        EXPECT_TRUE(path.error().message.contains(name));
    }
    EXPECT_FALSE(localPathFor(folder, QString(241, QLatin1Char('x'))).ok());
    EXPECT_FALSE(localPathFor(folder, QString(121, QChar(0xfc))).ok())
        << "bytes count, not letters";
}

TEST(LocalPath, KnowsWhatWindowsRefuses)
{
    for (const QString &name :
         {QStringLiteral("a:b"), QStringLiteral("CON"), QStringLiteral("x/nul.txt"),
          QStringLiteral("a?"), QStringLiteral("dot."), QStringLiteral("C:/x")}) {
        EXPECT_FALSE(localPathFor(folder, name, FileSystemRules::Windows).ok())
            << name.toStdString();
    }
    EXPECT_TRUE(localPathFor(folder, QStringLiteral("console.txt"), FileSystemRules::Windows).ok());
}

TEST(NameClashes, FindsAFileWhereAFolderHasToBe)
{
    EXPECT_EQ(clashing({QStringLiteral("a"), QStringLiteral("a/b"), QStringLiteral("c")},
                       FileSystemRules::Posix),
              QStringList{QStringLiteral("a/b")});
    EXPECT_EQ(clashing({QStringLiteral("a/b/c"), QStringLiteral("a")}, FileSystemRules::Posix),
              QStringList{QStringLiteral("a")});
    EXPECT_EQ(clashing({QStringLiteral("a/b"), QStringLiteral("a/c"), QStringLiteral("ab")},
                       FileSystemRules::Posix),
              QStringList());
}

TEST(NameClashes, CaseMattersOnlyWhereItDoes)
{
    const QStringList names{QStringLiteral("A.csv"), QStringLiteral("a.csv")};
    EXPECT_EQ(clashing(names, FileSystemRules::Posix), QStringList());
    EXPECT_EQ(clashing(names, FileSystemRules::Windows), QStringList{QStringLiteral("a.csv")});
}
