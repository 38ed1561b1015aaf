// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/filelist.h"

#include "core/run/resultfiles.h"
#include "ui/models/resultmodel.h"
#include "ui/widgets/deliver.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <utility>

namespace Batchdesk {

namespace {

//! What a worker found, ready to be shown.
struct Look
{
    ResultListing listing;
    ResultModel::Change change;
};

} // namespace

FileList::FileList(const QString &tableName, const QString &buttonPrefix, QWidget *parent)
    : QWidget(parent)
    , m_model(new ResultModel(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new LiveTable(tableName, this))
    , m_empty(new EmptyPage(QStringLiteral("outputs"), QString(), QString(), this))
    , m_notice(new Notice(this))
{
    m_table->setAccessibleName(tr("Files"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicator(ResultModel::Folder, Qt::AscendingOrder);
    m_table->setModelAndWidths(m_model, {240, 240, 96});
    m_table->setSortingEnabled(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(makeFilterRow());
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeButtonRow(buttonPrefix));

    connect(m_table, &QAbstractItemView::activated, this, &FileList::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FileList::updateButtons);
    connect(m_model, &OrderedModel::reordered, this, &FileList::updateLine);
    setEmptyText(tr("No files yet"), tr("What the run brings home appears here."));
    updateButtons();
}

QWidget *FileList::makeFilterRow()
{
    auto *row = new QWidget(this);
    m_filter = new QLineEdit(row);
    m_filter->setObjectName(QStringLiteral("fileFilterEdit"));
    m_filter->setAccessibleName(tr("Filter files"));
    m_filter->setPlaceholderText(tr("Filter by name or folder"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(360);
    m_line = new QLabel(row);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(m_filter, 1);
    layout->addStretch();
    layout->addWidget(m_line);
    connect(m_filter, &QLineEdit::textChanged, m_model, &ResultModel::setFilter);
    return row;
}

QWidget *FileList::makeButtonRow(const QString &prefix)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    const auto add = [&](const QString &icon, const QString &text, const QString &name) {
        auto *button = new QPushButton(themedIcon(icon), text, row);
        button->setObjectName(prefix.isEmpty() ? name
                                               : prefix + name.left(1).toUpper() + name.mid(1));
        layout->addWidget(button);
        return button;
    };
    m_open = add(QStringLiteral("open"), tr("&Open"), QStringLiteral("openFileButton"));
    m_save = add(QStringLiteral("save"), tr("Save &as…"), QStringLiteral("saveFileButton"));
    m_show =
        add(QStringLiteral("folder"), tr("Show in &folder"), QStringLiteral("showFolderButton"));
    layout->addStretch();
    connect(m_open, &QPushButton::clicked, this, &FileList::openCurrent);
    connect(m_save, &QPushButton::clicked, this, &FileList::saveCurrent);
    connect(m_show, &QPushButton::clicked, this, &FileList::showFolder);
    return row;
}

void FileList::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    ++m_generation; // what a worker still reads is of the former folder
    m_isLooking = false;
    m_lookAgain = false;
    m_notice->clear();
    m_model->clear();
    m_line->clear();
    if (folder.isEmpty())
        take({});
    else
        reload();
}

void FileList::reload()
{
    if (m_folder.isEmpty())
        return;
    if (m_isLooking) {
        m_lookAgain = true;
        return;
    }
    m_isLooking = true;
    const auto look = QtConcurrent::run([folder = m_folder, before = m_model->files()] {
        ResultListing listing = listResults(folder);
        auto change = ResultModel::Change::between(before, listing.files);
        return Look{std::move(listing), std::move(change)};
    });
    deliver(look, this, [this, generation = m_generation](const Look &found) {
        if (generation != m_generation)
            return;
        m_isLooking = false;
        m_model->apply(found.change);
        take(found.listing);
        if (std::exchange(m_lookAgain, false))
            reload();
    });
}

void FileList::take(const ResultListing &listing)
{
    if (!m_folder.isEmpty() && !listing.exists) {
        m_empty->setText(m_emptyTitle,
                         tr("%1\nThe folder %2 is not there.").arg(m_emptyText, m_folder));
    } else {
        m_empty->setText(m_emptyTitle, m_emptyText);
    }
    m_stack->setCurrentWidget(listing.files.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    m_filter->setEnabled(!listing.files.isEmpty());
    updateLine();
    updateButtons();
    Q_EMIT loaded();
}

void FileList::setEmptyText(const QString &title, const QString &text)
{
    m_emptyTitle = title;
    m_emptyText = text;
    m_empty->setText(title, text);
}

int FileList::fileCount() const
{
    return m_model->totalRows();
}

QString FileList::currentFile() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString()
                          : m_folder + QLatin1Char('/') + m_model->file(rows.first()).path;
}

void FileList::updateLine()
{
    const int total = m_model->totalRows();
    const int shown = m_model->rowCount();
    if (total == 0)
        m_line->clear();
    else if (shown == total)
        m_line->setText(tr("%n file(s)", nullptr, total));
    else
        m_line->setText(
            tr("%1 of %2").arg(QLocale().toString(shown), tr("%n file(s)", nullptr, total)));
}

void FileList::updateButtons()
{
    const QString current = currentFile();
    m_open->setEnabled(!current.isEmpty());
    m_save->setEnabled(!current.isEmpty());
    m_show->setEnabled(m_model->totalRows() > 0);
    if (current != std::exchange(m_current, current))
        Q_EMIT currentFileChanged(current);
}

void FileList::openCurrent()
{
    const QString file = currentFile();
    if (!file.isEmpty() && !QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
        m_notice->show(Tone::Warning, tr("No program on this computer opens %1.").arg(file));
}

void FileList::showFolder()
{
    const QString file = currentFile();
    const QString folder = file.isEmpty() ? m_folder : QFileInfo(file).path();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_notice->show(Tone::Warning, tr("The folder cannot be shown: %1").arg(folder));
}

void FileList::saveCurrent()
{
    const QString source = currentFile();
    if (source.isEmpty())
        return;
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save as"), home);
    dialog->setObjectName(QStringLiteral("saveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(source).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, source](const QString &target) { copy(source, target); });
    dialog->open();
}

void FileList::copy(const QString &source, const QString &target)
{
    m_notice->show(Tone::Busy, tr("Saving %1…").arg(target));
    deliver(QtConcurrent::run([source, target] { return copyResult(source, target); }), this,
            [this, target](const Outcome<void> &copied) {
                if (copied)
                    m_notice->show(Tone::Good, tr("Saved as %1.").arg(target));
                else
                    m_notice->show(copied.error());
            });
}

} // namespace Batchdesk
