// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/outputs/outputspane.h"
#include "core/run/rundesk.h"
#include "tests/support/somerun.h"
#include "tests/support/wait.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/outputview.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::SomeRuns;
using Test::waitUntil;

namespace {

class OutputsPaneTest : public ::testing::Test
{
protected:
    SomeRuns m_runs;
    std::unique_ptr<RunDesk> m_desk;
    std::unique_ptr<OutputsPane> m_pane;

    QString home(const QString &id) const
    {
        return m_runs.folder(id).record()->plan().plan.downloadFolder;
    }
    void makeEnded(const QString &id, int filesBroughtHome) const
    {
        const RunFolder folder = m_runs.make(id);
        RunSummary summary;
        summary.runId = id;
        summary.filesBroughtHome = filesBroughtHome;
        summary.resultsFolder = filesBroughtHome > 0 ? home(id) : QString();
        ASSERT_TRUE(folder.saveSummary(summary).ok());
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void open()
    {
        m_desk = std::make_unique<RunDesk>(QString(), m_runs.runsFolder(), nullptr);
        m_pane = std::make_unique<OutputsPane>(m_desk.get());
        m_pane->resize(1080, 720);
        m_pane->show();
    }
    template <typename T>
    T *find(const char *name) const
    {
        return m_pane->findChild<T *>(QLatin1String(name));
    }
    QAbstractItemModel *files() const { return find<LiveTable>("outputsFileTable")->model(); }
    bool says(const QString &text) const
    {
        for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
};

} // namespace

TEST_F(OutputsPaneTest, ListsFilesLooksIntoOneAndSavesIt)
{
    makeEnded(QStringLiteral("r1"), 2);
    write(home(QStringLiteral("r1")) + QStringLiteral("/a-1/result.csv"), "1,2,3\n");
    write(home(QStringLiteral("r1")) + QStringLiteral("/a-1/task-log/stdout.txt"), "hello\n");
    open();
    waitUntil([this] { return files()->rowCount() == 2; });
    EXPECT_FALSE(find<QPushButton>("openFileButton")->isEnabled());
    find<LiveTable>("outputsFileTable")->selectRow(0);
    EXPECT_TRUE(find<QPushButton>("openFileButton")->isEnabled());
    auto *preview = find<OutputView>("previewText");
    waitUntil([preview] { return preview->toPlainText() == QStringLiteral("1,2,3\n"); });

    QTest::mouseClick(find<QPushButton>("saveFileButton"), Qt::LeftButton);
    auto *dialog = find<QFileDialog>("saveFileDialog");
    ASSERT_NE(dialog, nullptr);
    const QString target = m_runs.m_dir.filePath(QStringLiteral("copy.csv"));
    Q_EMIT dialog->fileSelected(target);
    waitUntil([this, target] { return says(QStringLiteral("Saved as ") + target); });
    QFile copied(target);
    ASSERT_TRUE(copied.open(QIODevice::ReadOnly));
    EXPECT_EQ(copied.readAll(), "1,2,3\n");
}

TEST_F(OutputsPaneTest, SaysWhenTheFolderIsGone)
{
    makeEnded(QStringLiteral("r1"), 2);
    open();
    waitUntil([this] { return says(QStringLiteral("is not there")); });
    EXPECT_FALSE(find<QPushButton>("showFolderButton")->isEnabled());
}

TEST_F(OutputsPaneTest, SaysWhenNothingWasBroughtHomeByAnyRun)
{
    makeEnded(QStringLiteral("r1"), 0);
    open();
    waitUntil([this] { return says(QStringLiteral("No outputs yet")); });
}

TEST_F(OutputsPaneTest, ShowsTheRunThatWasAskedForEvenBeforeTheListIsThere)
{
    makeEnded(QStringLiteral("r1"), 1);
    makeEnded(QStringLiteral("r2"), 1);
    write(home(QStringLiteral("r1")) + QStringLiteral("/one.txt"), "1");
    write(home(QStringLiteral("r2")) + QStringLiteral("/two.txt"), "2");
    open();
    m_pane->showRun(QStringLiteral("r1"));
    waitUntil([this] { return files()->rowCount() == 1; });
    EXPECT_EQ(files()->index(0, 0).data().toString(), QStringLiteral("one.txt"));
    m_pane->showRun(QStringLiteral("r2"));
    waitUntil([this] {
        return files()->rowCount() == 1
            && files()->index(0, 0).data().toString() == QStringLiteral("two.txt");
    });
}

TEST_F(OutputsPaneTest, ClosingWhileLoadingIsSafe)
{
    makeEnded(QStringLiteral("r1"), 1);
    open();
    m_pane->showRun(QStringLiteral("r1"));
    m_pane.reset();
    m_desk.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}
