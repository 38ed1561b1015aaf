// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/execution.h"

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/applications.h"

#include <algorithm>

namespace Batchdesk::LocalService {

namespace {

constexpr std::string_view reservedPrefix = "AZ_BATCH_";

void addSettings(Execution &execution, const Json &owner, const char *name)
{
    const auto settings = owner.find(name);
    if (settings == owner.end())
        return;
    for (const auto &setting : *settings) {
        const auto key = setting.at("name").get<std::string>();
        // What the service itself says about a node or task is not the user's to change.
        if (!key.starts_with(reservedPrefix))
            execution.environment[key] = setting.value("value", std::string());
    }
}

void addResourceFiles(Execution &execution, const NodeSurroundings &around, const Json &spec)
{
    for (const auto &file : spec.value("resourceFiles", Json::array())) {
        auto container = file.value("storageContainerUrl", std::string());
        if (file.contains("autoStorageContainerName") && around.ownContainer)
            container = around.ownContainer(file["autoStorageContainerName"].get<std::string>());
        execution.resourceFiles.push_back(
            {file.value("httpUrl", std::string()), std::move(container),
             file.value("blobPrefix", std::string()), file.value("filePath", std::string()),
             file.value("fileMode", std::string())});
    }
}

// "a.b-c#1" as it stands in the name of a variable.
std::string variablePart(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
    return text;
}

void addPackages(Execution &execution, const NodeSurroundings &around,
                 const std::filesystem::path &nodeRoot, const Json &owner)
{
    const Applications applications(around.applications);
    for (const auto &reference : owner.value("applicationPackageReferences", Json::array())) {
        const auto id = reference.at("applicationId").get<std::string>();
        const auto version = reference.value("version", std::string());
        const auto zip = applications.package(id, version);
        if (!zip) {
            execution.impossible = FailureInfo{"UserError",
                                               "ApplicationPackageError",
                                               "An application package is not there",
                                               {{"ApplicationId", id}, {"Version", version}}};
            continue;
        }
        const auto folder = nodeRoot / "applications" / id / zip->stem();
        execution.packages.push_back({*zip, folder});
        auto name = "AZ_BATCH_APP_PACKAGE_" + variablePart(id);
        if (!version.empty())
            name += '_' + variablePart(version);
        execution.environment[name] = folder.string();
    }
}

void addOutputFiles(Execution &execution, const Json &spec)
{
    for (const auto &file : spec.value("outputFiles", Json::array())) {
        const Json &container = file.at("destination").at("container");
        const auto condition = file.at("uploadOptions").at("uploadCondition").get<std::string>();
        OutputFileSpec output;
        output.filePattern = file.at("filePattern");
        output.containerUrl = container.at("containerUrl");
        output.path = container.value("path", std::string());
        for (const auto &header : container.value("uploadHeaders", Json::array()))
            output.uploadHeaders.emplace_back(header.at("name"),
                                              header.value("value", std::string()));
        output.condition = condition == "tasksuccess" ? OutputFileSpec::Condition::TaskSuccess
            : condition == "taskfailure"              ? OutputFileSpec::Condition::TaskFailure
                                                      : OutputFileSpec::Condition::TaskCompletion;
        execution.outputFiles.push_back(std::move(output));
    }
}

void setLimit(Execution &execution, const Json &owner)
{
    const auto limit = parseIsoDuration(owner.value("maxWallClockTime", std::string()))
                           .value_or(unlimitedDuration);
    if (limit != unlimitedDuration)
        execution.maxWallClockTime = std::chrono::ceil<std::chrono::milliseconds>(limit);
}

// The user as a node would name it; processes here all run as the user of this computer.
void addIdentity(Execution &execution, const Json &spec)
{
    const Json identity = spec.value("userIdentity", Json::object());
    if (identity.contains("username")) {
        execution.account = identity["username"];
        execution.environment["AZ_BATCH_TASK_USER"] = execution.account;
        return;
    }
    const Json autoUser = identity.value("autoUser", Json::object());
    execution.elevated = autoUser.value("elevationLevel", std::string()) == "admin";
    const bool ownUser = autoUser.value("scope", std::string()) == "task";
    execution.environment["AZ_BATCH_TASK_USER"] = "_azbatch";
    execution.environment["AZ_BATCH_TASK_USER_IDENTITY"] =
        std::string(ownUser ? "Task" : "Pool") + (execution.elevated ? "Admin" : "NonAdmin");
}

Execution baseExecution(const NodeSurroundings &around, const Node &node, const Json &spec,
                        const std::string &directory)
{
    const auto root = nodeDirectory(around, node.poolId, node.id);
    Execution execution;
    execution.taskDirectory = root / directory;
    execution.sharedDirectory = root / "shared";
    execution.commandLine = spec.at("commandLine");
    const auto working = execution.taskDirectory / "wd";
    execution.environment = {
        {"AZ_BATCH_ACCOUNT_NAME", around.account},
        {"AZ_BATCH_ACCOUNT_URL", around.endpoint + '/'},
        {"AZ_BATCH_POOL_ID", node.poolId},
        {"AZ_BATCH_NODE_ID", node.id},
        {"AZ_BATCH_NODE_IS_DEDICATED", node.dedicated ? "true" : "false"},
        {"AZ_BATCH_NODE_ROOT_DIR", root.string()},
        {"AZ_BATCH_NODE_SHARED_DIR", execution.sharedDirectory.string()},
        {"AZ_BATCH_NODE_STARTUP_DIR", (root / "startup").string()},
        {"AZ_BATCH_NODE_MOUNTS_DIR", (root / "fsmounts").string()},
        {"AZ_BATCH_TASK_DIR", execution.taskDirectory.string()},
        {"AZ_BATCH_TASK_WORKING_DIR", working.string()},
        {"AZ_BATCH_CERTIFICATES_DIR", (execution.taskDirectory / "certs").string()},
        // Nothing is set aside: tasks may fill the disk of this computer as its user may.
        {"AZ_BATCH_TASK_RESERVED_EPHEMERAL_DISK_SPACE_BYTES", "0"},
    };
    if (spec.contains("containerSettings"))
        execution.impossible = FailureInfo{
            "UserError",
            "ContainerInvalidSettings",
            "The container settings of the task do not fit its pool",
            {{"Message", "The nodes of the pool, and of this computer, run no containers."}}};
    addIdentity(execution, spec);
    addResourceFiles(execution, around, spec);
    addPackages(execution, around, root, spec);
    addOutputFiles(execution, spec);
    return execution;
}

Execution jobExecution(const NodeSurroundings &around, const Node &node, const Job &job,
                       const Json &spec, const std::string &taskId, bool isPreparation)
{
    const auto directory = taskRootDirectory(job.id, taskId);
    Execution execution = baseExecution(around, node, spec, directory);
    addSettings(execution, job.spec, "commonEnvironmentSettings");
    addSettings(execution, spec, "environmentSettings");
    execution.environment["AZ_BATCH_JOB_ID"] = job.id;
    execution.environment["AZ_BATCH_TASK_ID"] = taskId;
    if (job.hasPreparation() && !isPreparation) {
        const auto prepared = nodeDirectory(around, node.poolId, node.id)
            / taskRootDirectory(job.id, job.spec["jobPreparationTask"].at("id"));
        execution.environment["AZ_BATCH_JOB_PREP_DIR"] = prepared.string();
        execution.environment["AZ_BATCH_JOB_PREP_WORKING_DIR"] = (prepared / "wd").string();
    }
    return execution;
}

} // namespace

std::filesystem::path nodeDirectory(const NodeSurroundings &around, const std::string &poolId,
                                    const std::string &nodeId)
{
    return around.stateDirectory / "nodes" / poolId / nodeId;
}

std::string taskRootDirectory(const std::string &jobId, const std::string &taskId)
{
    const bool scheduled = jobId.find(':') != std::string::npos;
    return jobDirectory(jobId) + (scheduled ? "/" : "/job-1/") + taskId;
}

std::string jobDirectory(const std::string &jobId)
{
    std::string directory = "workitems/" + jobId;
    if (const auto colon = directory.find(':'); colon != std::string::npos)
        directory[colon] = '/';
    return directory;
}

void makeNodeFolders(const std::filesystem::path &root)
{
    for (const auto *name :
         {"applications", "fsmounts", "shared", "startup", "volatile", "workitems"})
        std::filesystem::create_directories(root / name);
}

Execution startTaskExecution(const NodeSurroundings &around, const Pool &pool, const Node &node)
{
    const Json &spec = pool.spec.at("startTask");
    Execution execution = baseExecution(around, node, spec, "startup");
    addSettings(execution, spec, "environmentSettings");
    auto &user = execution.environment["AZ_BATCH_TASK_USER"];
    if (user == "_azbatch"
        && execution.environment["AZ_BATCH_TASK_USER_IDENTITY"].starts_with("Task"))
        user = "_azbatchtask_start";
    return execution;
}

Execution preparationExecution(const NodeSurroundings &around, const Node &node, const Job &job)
{
    const Json &spec = job.spec.at("jobPreparationTask");
    Execution execution = jobExecution(around, node, job, spec, spec.at("id"), true);
    setLimit(execution, spec.at("constraints"));
    return execution;
}

Execution releaseExecution(const NodeSurroundings &around, const Node &node, const Job &job)
{
    const Json &spec = job.spec.at("jobReleaseTask");
    Execution execution = jobExecution(around, node, job, spec, spec.at("id"), false);
    setLimit(execution, spec);
    return execution;
}

Execution taskExecution(const NodeSurroundings &around, const Node &node, const Job &job,
                        const Task &task)
{
    const Json spec = Json::parse(task.spec);
    Execution execution = jobExecution(around, node, job, spec, task.id, false);
    setLimit(execution, spec.at("constraints"));
    return execution;
}

void fitToPool(Execution &execution, const NodeSurroundings &around, const Pool &pool)
{
    addPackages(execution, around, execution.sharedDirectory.parent_path(), pool.spec);
    if (execution.account.empty())
        return;
    const Json *account = userAccount(pool, execution.account);
    if (account)
        execution.elevated = account->value("elevationLevel", "nonadmin") == "admin";
    else
        execution.impossible =
            FailureInfo{"UserError",
                        "CommandLaunchFailed",
                        "The command could not be started",
                        {{"Message", "The pool has no user account " + execution.account + '.'}}};
}

void requirePackages(const NodeSurroundings &around, const Json &owner)
{
    const Applications applications(around.applications);
    for (const auto &reference : owner.value("applicationPackageReferences", Json::array())) {
        const auto id = reference.at("applicationId").get<std::string>();
        const auto version = reference.value("version", std::string());
        if (!applications.package(id, version))
            throw ApiError("InvalidApplicationPackageReferences",
                           {{"ApplicationId", id}, {"Version", version}});
    }
}

} // namespace Batchdesk::LocalService
