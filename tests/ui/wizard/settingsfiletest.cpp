// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/settingsfile.h"

#include "tests/support/wait.h"
#include "tests/support/workspace.h"
#include "ui/wizard/problems.h"

#include <QDir>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class SettingsFileTest : public ::testing::Test
{
protected:
    void open(const QString &relative)
    {
        QSignalSpy replaced(&file, &SettingsFile::replaced);
        file.open(disk.path(relative));
        waitUntil([&] { return replaced.size() == 1; });
    }
    void saveAs(const QString &relative)
    {
        QSignalSpy saved(&file, &SettingsFile::saved);
        file.saveAs(disk.path(relative));
        waitUntil([&] { return saved.size() == 1; });
    }
    void save()
    {
        QSignalSpy saved(&file, &SettingsFile::saved);
        file.save();
        waitUntil([&] { return saved.size() == 1; });
    }
    void setCommand(const QString &command)
    {
        file.edit(QStringLiteral("$.task.command"), [&](Settings &s) { s.task.command = command; });
    }
    //! A document whose changes on the disk were seen.
    void changeOnDisk(const QByteArray &content)
    {
        QSignalSpy changed(&file, &SettingsFile::changedOnDisk);
        disk.write(QStringLiteral("settings.json"), content);
        waitUntil([&] { return changed.size() == 1; });
    }

    Workspace disk;
    SettingsFile file;
    const QString name = QStringLiteral("settings.json");
    const QByteArray content = R"({"version": 1, "task": {"command": "run {input}"}})";
    const QByteArray otherContent = R"({"version": 1, "task": {"command": "walk {input}"}})";
};

} // namespace

TEST_F(SettingsFileTest, ANewDocumentNamesNoFolderAndIsClean)
{
    file.newDocument();
    EXPECT_TRUE(file.isUntitled());
    EXPECT_FALSE(file.isDirty());
    EXPECT_TRUE(file.settings().application.folder.isEmpty());
    EXPECT_EQ(file.baseFolder(), QDir::homePath());
}

TEST_F(SettingsFileTest, AnEditMakesItDirtyAndTheSameValueDoesNot)
{
    QSignalSpy edited(&file, &SettingsFile::edited);
    setCommand(QString());
    EXPECT_FALSE(file.isDirty());
    EXPECT_EQ(edited.size(), 0);
    setCommand(QStringLiteral("run"));
    EXPECT_TRUE(file.isDirty());
    EXPECT_EQ(edited.size(), 1);
}

TEST_F(SettingsFileTest, OpensAFileWithItsFolderAsBase)
{
    disk.write(name, content);
    open(name);
    EXPECT_EQ(file.settings().task.command, QStringLiteral("run {input}"));
    EXPECT_EQ(file.path(), disk.path(name));
    EXPECT_EQ(file.title(), name);
    EXPECT_EQ(file.baseFolder(), QFileInfo(disk.path(name)).absolutePath());
    EXPECT_FALSE(file.isDirty());
}

TEST_F(SettingsFileTest, WhatCannotBeReadChangesNothing)
{
    disk.write(name, content);
    open(name);
    disk.write(QStringLiteral("broken.json"), "{ nothing");
    QSignalSpy failed(&file, &SettingsFile::openFailed);
    file.open(disk.path(QStringLiteral("broken.json")));
    waitUntil([&] { return failed.size() == 1; });
    file.open(disk.path(QStringLiteral("missing.json")));
    waitUntil([&] { return failed.size() == 2; });
    EXPECT_EQ(file.path(), disk.path(name));
    EXPECT_EQ(file.settings().task.command, QStringLiteral("run {input}"));
}

TEST_F(SettingsFileTest, WrongValuesAreKeptAsErrorsUntilTheyAreMended)
{
    disk.write(name, R"({"version": 1, "pool": {"slotsPerNode": "two"},
                         "task": {"command": "run {nonsense}"}, "nonsense": 1})");
    open(name);
    ASSERT_EQ(file.errors().size(), 3);
    setCommand(QStringLiteral("run {input}"));
    ASSERT_EQ(file.errors().size(), 2);
    for (const Error &error : file.errors())
        EXPECT_NE(jsonPathOf(error), QStringLiteral("$.task.command"));
    file.dropErrors();
    EXPECT_TRUE(file.errors().isEmpty());
    EXPECT_TRUE(file.isDirty());
}

TEST_F(SettingsFileTest, SavesAndIsCleanAgain)
{
    disk.write(name, content);
    open(name);
    setCommand(QStringLiteral("jump {input}"));
    save();
    EXPECT_FALSE(file.isDirty());
    EXPECT_EQ(readSettings(disk.path(name)).settings.task.command, QStringLiteral("jump {input}"));
}

TEST_F(SettingsFileTest, OurOwnWritingIsNoChangeOnTheDisk)
{
    disk.write(name, content);
    open(name);
    QSignalSpy changed(&file, &SettingsFile::changedOnDisk);
    setCommand(QStringLiteral("jump {input}"));
    save();
    // A change by another comes after whatever our own writing set off.
    changeOnDisk(otherContent);
    EXPECT_EQ(changed.size(), 1);
}

TEST_F(SettingsFileTest, WhatCannotBeSavedSaysSoAndStaysDirty)
{
    disk.write(name, content);
    open(name);
    setCommand(QStringLiteral("jump"));
    QSignalSpy failed(&file, &SettingsFile::saveFailed);
    file.saveAs(disk.path(QStringLiteral("no/such/folder/settings.json")));
    waitUntil([&] { return failed.size() == 1; });
    EXPECT_TRUE(file.isDirty());
    EXPECT_EQ(file.path(), disk.path(name));
}

TEST_F(SettingsFileTest, SavedElsewhereRelativePathsNameTheSamePlaces)
{
    disk.write(QStringLiteral("project/settings.json"),
               R"({"application": {"folder": "src"}, "inputs": {"folder": "/data"},
                   "task": {"command": "run"}})");
    disk.write(QStringLiteral("other/readme"), "x");
    open(QStringLiteral("project/settings.json"));
    saveAs(QStringLiteral("other/run.json"));
    EXPECT_EQ(file.settings().application.folder, QStringLiteral("../project/src"));
    EXPECT_EQ(file.settings().inputs.folder, QStringLiteral("/data"));
    EXPECT_EQ(file.settings().outputs.folder, QStringLiteral("../project/results"));
    EXPECT_EQ(file.title(), QStringLiteral("run.json"));
    EXPECT_EQ(readSettings(disk.path(QStringLiteral("other/run.json"))).settings, file.settings());
}

TEST_F(SettingsFileTest, AFirstSaveBesideTheProjectMakesItsPathsRelative)
{
    disk.write(QStringLiteral("project/src/main.py"), "x");
    file.edit(QStringLiteral("$.application.folder"), [this](Settings &s) {
        s.application.folder = disk.path(QStringLiteral("project/src"));
        s.inputs.folder = disk.path(QStringLiteral("elsewhere"));
    });
    EXPECT_EQ(file.baseFolder(), disk.path(QStringLiteral("project")));
    saveAs(QStringLiteral("project/settings.json"));
    EXPECT_EQ(file.settings().application.folder, QStringLiteral("src"));
    EXPECT_EQ(file.settings().inputs.folder, disk.path(QStringLiteral("elsewhere")));
    EXPECT_EQ(file.settings().outputs.folder, QStringLiteral("results"));
}

TEST_F(SettingsFileTest, AChangeOnTheDiskOffersBothVersions)
{
    disk.write(name, content);
    open(name);
    changeOnDisk(otherContent);
    EXPECT_TRUE(file.isChangedOnDisk());
    EXPECT_EQ(file.settings().task.command, QStringLiteral("run {input}"));

    file.keepMine();
    EXPECT_FALSE(file.isChangedOnDisk());
    EXPECT_TRUE(file.isDirty());

    changeOnDisk(content + ' ');
    QSignalSpy replaced(&file, &SettingsFile::replaced);
    file.reload();
    waitUntil([&] { return replaced.size() == 1; });
    EXPECT_FALSE(file.isChangedOnDisk());
    EXPECT_FALSE(file.isDirty());
}

TEST_F(SettingsFileTest, AFileThatIsGoneIsAChange)
{
    disk.write(name, content);
    open(name);
    QSignalSpy changed(&file, &SettingsFile::changedOnDisk);
    QFile::remove(disk.path(name));
    waitUntil([&] { return changed.size() == 1; });
    EXPECT_TRUE(file.isChangedOnDisk());
    save();
    EXPECT_FALSE(file.isChangedOnDisk());
    EXPECT_TRUE(disk.exists(name));
}

TEST_F(SettingsFileTest, KeysInAFileAreToldAndDroppedBySaving)
{
    disk.write(name, R"({"batchServiceUrl": "https://a.region.batch.azure.com",
        "batchAccountName": "a", "batchAccountKey": "QUJDREVGRw==",
        "storageAccountName": "s", "storageAccountKey": "SElKS0xNTg==",
        "task": {"command": "run {input}"}})");
    open(name);
    EXPECT_TRUE(file.holdsKeys());
    for (const Error &error : file.errors() + file.warnings())
        EXPECT_FALSE(error.caption().contains(QLatin1String("QUJDREVGRw")));
    save();
    EXPECT_FALSE(file.holdsKeys());
    EXPECT_FALSE(disk.read(name).contains("QUJDREVGRw"));
}

TEST_F(SettingsFileTest, AFolderMakesADocumentThatIsFilledIn)
{
    disk.write(QStringLiteral("project/main.py"), "x");
    disk.write(QStringLiteral("project/data/a.csv"), "x");
    QSignalSpy replaced(&file, &SettingsFile::replaced);
    file.newFrom(disk.path(QStringLiteral("project")));
    waitUntil([&] { return replaced.size() == 1; });
    EXPECT_TRUE(file.isUntitled());
    EXPECT_TRUE(file.isDirty());
    EXPECT_EQ(file.baseFolder(), disk.path(QStringLiteral("project")));
    EXPECT_EQ(file.settings().application.folder, QStringLiteral("."));
    EXPECT_EQ(file.settings().inputs.folder, QStringLiteral("data"));
    EXPECT_EQ(file.settings().task.command, QStringLiteral("python3 {app}/main.py {input}"));
}

TEST_F(SettingsFileTest, AFolderWithSettingsIsOpenedByThem)
{
    disk.write(QStringLiteral("project/settings.json"), content);
    QSignalSpy replaced(&file, &SettingsFile::replaced);
    file.newFrom(disk.path(QStringLiteral("project")));
    waitUntil([&] { return replaced.size() == 1; });
    EXPECT_EQ(file.path(), disk.path(QStringLiteral("project/settings.json")));
}

TEST_F(SettingsFileTest, OnlyTheLatestOfTwoIsOpened)
{
    disk.write(QStringLiteral("a.json"), content);
    disk.write(QStringLiteral("b.json"), otherContent);
    QSignalSpy replaced(&file, &SettingsFile::replaced);
    file.open(disk.path(QStringLiteral("a.json")));
    file.open(disk.path(QStringLiteral("b.json")));
    waitUntil([&] { return replaced.size() == 1; });
    EXPECT_EQ(file.title(), QStringLiteral("b.json"));
}
