// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/plan/settings.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace Batchdesk {

//! \brief settings.json as a document: what is edited, where it is kept, and whether that is the
//! same.
//!
//! Reads and writes in a worker. While the document changes on the disk behind our back, neither
//! version is lost: reload() takes theirs, keepMine() ours.
class SettingsFile final : public QObject
{
    Q_OBJECT

public:
    explicit SettingsFile(QObject *parent = nullptr);

    const Settings &settings() const { return m_settings; }
    //! \brief Absolute; empty for a document that was never saved.
    QString path() const { return m_path; }
    //! \brief Folder that relative paths are relative to: the file's; without a file, that of the
    //! project the document was made for, the application folder's parent, or home.
    QString baseFolder() const;
    //! \brief The file's name, or "Untitled".
    QString title() const;
    bool isDirty() const { return m_dirty; }
    //! \brief Changes with each other document, and stays while one is edited and saved.
    quint64 number() const { return m_number; }
    bool isUntitled() const { return m_path.isEmpty(); }

    //! \brief What was wrong with the file as it was read and has not been mended; the place ends
    //! in a JSON path.
    const QList<Error> &errors() const { return m_errors; }
    const QList<Error> &warnings() const { return m_warnings; }
    //! \brief The file holds keys of an account, which belong into the credential store. They are
    //! never kept here; the next save drops them from the file.
    bool holdsKeys() const { return m_holdsKeys; }
    //! \brief The file on the disk is another than the one that was read or written last.
    bool isChangedOnDisk() const { return m_changedOnDisk; }

    //! \brief An empty document without a file.
    void newDocument();
    //! \brief A document without a file for the program in \a folder, filled in by what the folder
    //! looks like; a settings.json in it is opened instead. replaced() or openFailed() follows.
    void newFrom(const QString &folder);
    //! \brief Reads a file. replaced() follows, also when values in it are wrong (see errors()); or
    //! openFailed(), and nothing has changed.
    void open(const QString &path);
    //! \brief Reads the file again; what was edited is lost.
    void reload();
    //! \brief Keeps what is edited though the file changed; the next save overwrites it.
    void keepMine();

    //! \brief Writes to path(). saved() or saveFailed() follows. Not for an untitled one.
    void save();
    //! \brief Writes to another file, which becomes the document's. Relative paths go on naming
    //! what they named; so do those of an untitled document that lie within the new folder.
    void saveAs(const QString &path);

    //! \brief What was edited and not saved, for a window that closes; empty when all is saved.
    QByteArray draft() const;
    //! \brief Goes on with a draft, as what it is: edited and not saved.
    void restore(const QByteArray &draft);

    //! \brief Changes the settings; what was wrong with the file at \a jsonPath, or within it, is
    //! taken as mended.
    void edit(const QString &jsonPath, const std::function<void(Settings &)> &change);
    //! \brief Takes what was wrong with the file as read; its unknown keys are gone with the next
    //! save.
    void dropErrors();
    //! \brief \a path as it is best written in this document: relative where it lies within the
    //! base folder, and the base folder stays.
    QString pathFor(const QString &path) const;

Q_SIGNALS:
    //! \brief Another document, or another version of it: everything is to be shown anew.
    void replaced();
    //! \brief The settings were edited.
    void edited();
    //! \brief Title, path, dirty mark, errors or the state on the disk changed.
    void stateChanged();
    void openFailed(const QList<Batchdesk::Error> &errors);
    void saved(const QString &path);
    void saveFailed(const Batchdesk::Error &error);
    //! \brief The file changed, or is gone; isChangedOnDisk() stays until one of reload(),
    //! keepMine() or a save.
    void changedOnDisk();

private:
    struct Loaded
    {
        SettingsDocument document;
        std::optional<QByteArray> content;
    };
    struct Fresh
    {
        Settings settings;
        QString settingsFile; //!< To be opened instead.
    };
    static Loaded load(const QString &path);
    static Fresh freshFor(const QString &folder);
    void take(const Loaded &loaded);
    void replace(const Settings &settings);
    void write(const QString &path);
    void takeWritten(const QString &path, const QByteArray &content, bool isAll);
    Settings rebasedTo(const QString &folder) const;
    void watch();
    void lookAtDisk();

    Settings m_settings;
    QString m_path;
    QString m_projectFolder; //!< Base of an untitled document; may be empty.
    QList<Error> m_errors;
    QList<Error> m_warnings;
    bool m_dirty = false;
    bool m_holdsKeys = false;
    bool m_changedOnDisk = false;
    std::optional<QByteArray> m_onDisk; //!< Content of the file as last seen; nothing without one.
    quint64 m_generation = 0; //!< Of the document; answers for an earlier one are dropped.
    quint64 m_number = 0;
    quint64 m_diskVersion = 0; //!< What was read before another one was known is dropped.
    quint64 m_edits = 0;
    int m_writes = 0; //!< That go on: what changes on the disk then is our own doing.
    QFileSystemWatcher m_watcher;
};

} // namespace Batchdesk
