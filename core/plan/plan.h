// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/batch/job.h"
#include "core/batch/pool.h"
#include "core/batch/task.h"
#include "core/plan/listing.h"
#include "core/plan/settings.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Batchdesk {

//! \brief Makes one run different from the next: the same stamp gives the same plan.
struct RunStamp
{
    QDateTime time; //!< UTC; part of the job id when the settings name none.
    QString salt;   //!< A few characters of [a-z0-9], so that two runs of one second differ.
};

//! \brief Where a file of the plan stands in storage.
struct BlobPlace
{
    QString container;
    QString name;

    bool operator==(const BlobPlace &) const = default;
};

//! \brief Bytes that become a blob: scripts made or shipped by Batchdesk.
struct PlannedScript
{
    BlobPlace place;
    QByteArray content;

    bool operator==(const PlannedScript &) const = default;
};

//! \brief What every node clones in the place of application.zip.
struct PlannedClone
{
    GitSource source;
    Git::Address address;
    BlobPlace secret; //!< The key or token, while the job needs it; no place when none is needed.

    bool needsSecret() const { return !secret.container.isEmpty(); }
    bool operator==(const PlannedClone &) const = default;
};

//! \brief One input file and the task it gets.
struct PlannedTask
{
    QString id; //!< Legal, unique in the plan, the same from run to run for the same path.
    InputFile input;
    QString commandLine; //!< As the node's agent will run it, shell included.

    bool operator==(const PlannedTask &) const = default;
};

//! \brief Gives URLs with SAS for blobs; the plan holds none, since making it touches no key.
class BlobLinks
{
public:
    virtual ~BlobLinks() = default;
    //! \brief A URL by which a node may read one blob.
    virtual QString readLink(const BlobPlace &place) const = 0;
    //! \brief The same, for no longer than \a lifetime from now: for secrets.
    virtual QString briefLink(const BlobPlace &place, std::chrono::seconds lifetime) const = 0;
    //! \brief A URL by which a node may write into a container.
    virtual QString writeLink(const QString &container) const = 0;
};

//! \brief Everything a run will make, upload and remove, with fixed names. A plain value; no secret
//! in it.
struct Plan
{
    QString runId; //!< Equals the job's id.
    QString title; //!< For people.
    QString account;
    QString applicationContainer;
    QString inputContainer;
    QString outputContainer;
    bool ownsOutputContainer =
        true; //!< False when the settings name one: it is shared and never deleted.

    QString applicationFolder; //!< Absolute.
    QList<ApplicationFile> applicationFiles;
    BlobPlace archive;                 //!< application.zip; not made when the nodes clone.
    std::optional<PlannedClone> clone; //!< When the application is a Git repository.
    QList<PlannedScript> scripts;      //!< Start-task and preparation scripts.

    QString inputFolder;      //!< Absolute.
    QList<PlannedTask> tasks; //!< In order of their input paths.

    QString outputPrefix;   //!< Virtual folder of the run in the output container, "" or "<runId>/"
    QString downloadFolder; //!< Absolute; this run's own.
    QList<QString> outputPatterns;
    QList<Batch::NameValue> environment; //!< Of each task.
    std::optional<std::chrono::seconds> taskWallClockTime;
    Settings::CleanUp cleanUp;

    Batch::PoolSpec pool; //!< Without resource files; see poolSpec().
    QList<BlobPlace>
        startTaskFiles; //!< Read by the start task, into its working folder by file name.
    Batch::JobSpec job; //!< Without resource files; see jobSpec().
    QList<BlobPlace>
        preparationFiles; //!< Read by the preparation task, into its working folder by file name.

    QList<Error> warnings;

    qint64 inputBytes() const;
    qint64 applicationBytes() const;
    //! \brief The containers the run needs and makes where they are missing: application, input,
    //! output, and that of the secret when there is one. The output container is not the run's own
    //! when ownsOutputContainer is false.
    QList<QString> containers() const;
    //! \brief Where the input of a task stands in storage.
    BlobPlace inputPlace(const PlannedTask &task) const;
    //! \brief Virtual folder of a task's results in the output container, ending in '/'.
    //!
    //! In it stand the files that the output patterns match, at their path in the task's working
    //! folder less a leading "output/", and in task-log/ stdout.txt and stderr.txt.
    QString outputFolderOf(const PlannedTask &task) const;

    bool operator==(const Plan &) const = default;
};

//! \brief A plan, or everything that is wrong with the settings and the files, all at once.
struct PlanResult
{
    Plan plan; //!< Meaningful when errors is empty.
    QList<Error> errors;

    bool ok() const { return errors.isEmpty(); }
};

//! \brief Settings + listing → plan. Pure: no disk, no network, no clock. \a baseFolder is the
//! folder of settings.json. The settings are checked again (checkSettings()), since they need not
//! come from a file.
PlanResult makePlan(const Settings &settings, const Listing &listing, const QString &baseFolder,
                    const RunStamp &stamp);

//! \brief How long links for the nodes have to hold: a day beyond the job's time limit, or 30 days
//! without one.
std::chrono::seconds linkLifetime(const Plan &plan);
//! \brief How long the links of the preparation task hold when a secret is among them: as long as
//! the job may live, a week for one without a time limit.
std::chrono::seconds secretLifetime(const Plan &plan);
//! \brief What a run is called: as the settings say, or as its folder or repository.
QString titleOf(const Settings &settings, const QString &applicationFolder);
//! \brief The pool as it is sent, its start task's files linked.
Batch::PoolSpec poolSpec(const Plan &plan, const BlobLinks &links);
//! \brief The job as it is sent, its preparation task's files linked.
Batch::JobSpec jobSpec(const Plan &plan, const BlobLinks &links);
//! \brief A task as it is sent: its input linked, its results and stdout/stderr uploaded whether it
//! succeeds or fails.
Batch::TaskSpec taskSpec(const Plan &plan, const PlannedTask &task, const BlobLinks &links);

} // namespace Batchdesk
