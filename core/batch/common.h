// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

//! \brief Values that more than one Batch resource uses. Names and defaults are those of the REST
//! reference, api-version 2025-06-01.
namespace Batchdesk::Batch {

//! \brief A name and a value: metadata, environment settings, error details.
struct NameValue
{
    QString name;
    QString value;

    bool operator==(const NameValue &) const = default;
};

//! \brief Who a command runs as: the automatic user of the node.
struct UserIdentity
{
    enum class Scope { Pool, Task };
    enum class Elevation { NonAdmin, Admin };

    Scope scope = Scope::Pool;
    Elevation elevation = Elevation::NonAdmin;

    bool operator==(const UserIdentity &) const = default;
};

//! \brief A blob, or all blobs under a prefix, brought to the node before the command runs.
//! Exactly one of httpUrl and storageContainerUrl is set.
struct ResourceFile
{
    QString httpUrl; //!< One blob, with a SAS that may read; filePath is the target file.
    QString storageContainerUrl; //!< A container, with a SAS that may read and list.
    QString blobPrefix;          //!< With storageContainerUrl only; empty takes all.
    QString filePath;            //!< Relative to the task's working directory, '/'-separated.
    QString fileMode;            //!< Octal digits, Linux only; empty leaves the service's 0770.

    bool operator==(const ResourceFile &) const = default;
};

//! \brief Files uploaded when the task has ended.
struct OutputFile
{
    enum class Condition { TaskSuccess, TaskFailure, TaskCompletion };

    QString filePattern;  //!< Relative to the working directory; wildcards * ? [] **.
    QString containerUrl; //!< With a SAS that may write.
    QString path;         //!< Blob name, or the virtual folder when the pattern has wildcards.
    Condition condition = Condition::TaskCompletion;

    bool operator==(const OutputFile &) const = default;
};

//! \brief Why a task or start task failed, beside its exit code.
struct FailureInfo
{
    QString category; //!< "UserError" or "ServerError", as the service wrote it.
    QString code;     //!< Such as "FailureExitCode", "BlobNotFound".
    QString message;
    QList<NameValue> details;

    bool operator==(const FailureInfo &) const = default;
};

//! \brief What becomes of the tasks on a node that is taken out, restarted or closed.
enum class RunningTasks {
    Requeue,        //!< Killed, and run again on another node.
    Terminate,      //!< Killed, and completed as failures.
    TaskCompletion, //!< Waited for.
    RetainedData,   //!< Waited for, and then for the retention time of their files.
};

//! \brief An application that is unpacked on the node before the command runs.
struct ApplicationPackage
{
    QString applicationId;
    QString version; //!< Empty takes the application's default version.

    bool operator==(const ApplicationPackage &) const = default;
};

//! \brief Limits of a task; what is unset is the service's default, or the job's.
struct TaskConstraints
{
    std::optional<std::chrono::seconds> maxWallClockTime; //!< Unset: no limit.
    std::optional<std::chrono::seconds> retentionTime;    //!< Unset: the service's 7 days.
    std::optional<int> maxTaskRetryCount;                 //!< -1: without end.

    bool operator==(const TaskConstraints &) const = default;
};

//! \brief One page of a listing.
template <typename T>
struct Page
{
    QList<T> items;
    QString nextLink; //!< Absolute URL of the next page, to be fetched verbatim; empty at the end.
};

//! \brief What a listing is asked for. When nextLink is set, it alone counts.
struct ListQuery
{
    QString filter;        //!< OData $filter; see the table of fields in the REST reference.
    QString select;        //!< Comma-separated top-level properties.
    int maxResults = 1000; //!< 1 to 1000.
    QString nextLink;
};

//! \brief What the service gave back about a thing that was made or read.
struct Stamp
{
    QString eTag;           //!< As sent, quoted or not.
    QDateTime lastModified; //!< UTC.

    bool operator==(const Stamp &) const = default;
};

} // namespace Batchdesk::Batch
