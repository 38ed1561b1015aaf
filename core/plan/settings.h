// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/batch/pool.h"
#include "core/git/gitaddress.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Batchdesk {

//! \brief Which system the nodes run: a name of the catalogue, or an image spelled out. As written;
//! ImageCatalogue::resolve() fills in the rest of a name, and of nothing the default.
struct ImageChoice
{
    enum class Os { Linux, Windows };

    QString name; //!< Catalogue name such as "ubuntu-24.04"; empty when the rest was spelled out.
    Batch::ImageReference reference;
    QString nodeAgentSkuId;
    Os os = Os::Linux;

    bool operator==(const ImageChoice &) const = default;
};

//! \brief What makes a node ready before any task runs on it.
struct StartTaskChoice
{
    enum class Kind { None, Python3, Script, Command };

    Kind kind = Kind::Python3;
    QString script;       //!< Kind::Script: path of a local file, relative to settings.json.
    QString command;      //!< Kind::Command: the command line as the node's agent runs it.
    bool elevated = true; //!< Runs with administrator rights on a real node.

    bool operator==(const StartTaskChoice &) const = default;
};

//! \brief What runs once on a node before the first task of the job there.
struct PreparationChoice
{
    enum class Kind { Unpack, Command };

    Kind kind =
        Kind::Unpack; //!< Unpack: application.zip, then requirements.txt where there is one.
    QString command;  //!< Kind::Command: run in a shell after unpacking; {app} is known.

    bool operator==(const PreparationChoice &) const = default;
};

//! \brief A Git repository that every node clones, in the place of a folder that is zipped and
//! sent.
struct GitSource
{
    QString url; //!< See Git::Address; never with a password or token in it.
    Git::Reference reference;
    QString folder = QStringLiteral("."); //!< The application, within the repository.
    int depth = 1;                        //!< Commits that are fetched; 0: all history.
    bool submodules = false;
    bool lfs = false;
    QString credential; //!< Name of an SSH key or token; empty for a public repository (https).
    std::chrono::seconds timeout = std::chrono::minutes(30); //!< Of a whole clone on a node.

    bool operator==(const GitSource &) const = default;
};

//! \brief settings.json, version 1: the document a run is made from. See
//! resources/settings.schema.json.
//!
//! Paths are kept as written; relative ones are relative to the folder of the file.
struct Settings
{
    static constexpr int currentVersion = 1;

    QString name; //!< For people; empty: the application folder's name.
    QString account =
        QStringLiteral("local"); //!< "local", "env", or a profile's name; never a key.

    struct Application
    {
        QString folder = QStringLiteral("."); //!< Zipped and unpacked on every node.
        QList<QString>
            ignore; //!< As in .gitignore, after the built-in ones (.git/, __pycache__/ …).
        std::optional<GitSource> git; //!< When set, the folder and its patterns play no part.
        bool operator==(const Application &) const = default;
    } application;

    struct Inputs
    {
        QString folder = QStringLiteral("inputs"); //!< One task per matching file.
        QList<QString> include{
            QStringLiteral("*")}; //!< Wildcards on the relative path or the name.
        QList<QString> exclude;
        bool recursive = false;
        bool operator==(const Inputs &) const = default;
    } inputs;

    struct Pool
    {
        QString id;        //!< Empty: the job's id.
        ImageChoice image; //!< Default: the catalogue's default.
        QString vmSize;    //!< Default: the catalogue's default.
        int dedicatedNodes = 2;
        int spotNodes = 0;
        int slotsPerNode = 1;
        StartTaskChoice startTask;
        bool operator==(const Pool &) const = default;
    } pool;

    struct Job
    {
        QString id; //!< Empty: made from the name and the time.
        PreparationChoice preparation;
        std::optional<std::chrono::seconds> maxWallClockTime =
            std::chrono::hours(24); //!< Unset: no limit.
        int retries = 0;            //!< For each task, after a non-zero exit.
        bool operator==(const Job &) const = default;
    } job;

    struct Task
    {
        QString command; //!< The only key without a default. See CommandTemplate.
        QList<Batch::NameValue> environment;
        QList<QString> outputs{
            QStringLiteral("output/**")}; //!< Relative to the task's working folder.
        std::optional<std::chrono::seconds> maxWallClockTime; //!< Unset: no limit but the job's.
        bool operator==(const Task &) const = default;
    } task;

    struct Outputs
    {
        QString container;                          //!< Empty: one made for the run.
        QString folder = QStringLiteral("results"); //!< Where the results come home to.
        bool operator==(const Outputs &) const = default;
    } outputs;

    struct CleanUp
    {
        enum class Containers { Keep, Inputs, All };
        bool job = true;
        bool pool = true;
        Containers containers = Containers::Inputs; //!< Inputs: the application and input copies.
        bool operator==(const CleanUp &) const = default;
    } cleanUp;

    bool operator==(const Settings &) const = default;
};

//! \brief Keys found in the older flat form; they belong into the credential store, never into a
//! file.
struct LegacyAccount
{
    QString batchUrl;
    QString batchAccount;
    Secret batchKey;
    QString storageAccount;
    Secret storageKey;
};

//! \brief What came of reading a settings.json: all problems at once, warnings beside errors.
struct SettingsDocument
{
    Settings settings;   //!< Meaningful when errors is empty.
    QString path;        //!< Absolute path of the file; base of relative paths.
    QList<Error> errors; //!< place is "file, line n, $.json.path".
    QList<Error> warnings;
    std::optional<LegacyAccount>
        legacyAccount; //!< Keys of the older flat form, to be stored and removed.

    bool ok() const { return errors.isEmpty(); }
    //! \brief Folder that relative paths are relative to.
    QString baseFolder() const;
    //! \brief \a path made absolute against baseFolder().
    QString absolute(const QString &path) const;
};

//! \brief Reads a file. Never throws; what is wrong stands in errors.
SettingsDocument readSettings(const QString &path);
//! \brief Reads text as if it were the content of \a path.
SettingsDocument parseSettings(const QByteArray &text, const QString &path);
//! \brief Writes version 1, only keys that differ from their defaults (and the command), with
//! $schema and version first. Holds no key.
QByteArray serializeSettings(const Settings &settings);

} // namespace Batchdesk
