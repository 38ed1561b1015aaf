// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace Batchdesk {

class EmptyPage;
class LiveTable;
class Notice;
class ResultModel;
struct ResultListing;

//! \brief The files of a results folder: filter, open, save as, show in folder. The disk is read in
//! a worker.
class FileList final : public QWidget
{
    Q_OBJECT

public:
    //! \param tableName object name of the table.
    //! \param buttonPrefix begins the object names of the buttons where two lists live in a window.
    explicit FileList(const QString &tableName, const QString &buttonPrefix = {},
                      QWidget *parent = nullptr);

    //! \brief Shows another folder; an empty path shows nothing.
    void setFolder(const QString &folder);
    QString folder() const { return m_folder; }
    //! \brief Looks at the folder again; what is selected stays so.
    void reload();
    //! \brief What to say while nothing is there.
    void setEmptyText(const QString &title, const QString &text);
    //! \brief How many files there are, shown or not.
    int fileCount() const;
    //! \brief The file that is selected, as an absolute path; empty when none is.
    QString currentFile() const;

Q_SIGNALS:
    //! \brief The folder was looked at.
    void loaded();
    //! \brief Another file is selected, or none.
    void currentFileChanged(const QString &path);

private:
    QWidget *makeFilterRow();
    QWidget *makeButtonRow(const QString &prefix);
    void take(const ResultListing &listing);
    void updateLine();
    void updateButtons();
    void openCurrent();
    void saveCurrent();
    void copy(const QString &source, const QString &target);
    void showFolder();

    ResultModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_line = nullptr;
    QStackedWidget *m_stack = nullptr;
    LiveTable *m_table = nullptr;
    EmptyPage *m_empty = nullptr;
    Notice *m_notice = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_show = nullptr;
    QString m_folder;
    QString m_emptyTitle;
    QString m_emptyText;
    QString m_current;
    quint64 m_generation = 0;
    bool m_isLooking = false;
    bool m_lookAgain = false;
};

} // namespace Batchdesk
