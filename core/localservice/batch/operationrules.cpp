// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/operationrules.h"

#include "core/localservice/batch/answerfields.h"

#include <algorithm>
#include <map>

namespace Batchdesk::LocalService {

namespace {

using C = OperationRules::Conditions;
using V = ApiVersion;
using Rules = OperationRules;
using Table = std::map<std::string_view, OperationRules>;

const Rules plain{};
const Rules conditional{{}, C::All};

Rules listing(const FilterFields &filter, const AnswerFields &selectable, bool stats = false)
{
    Rules rules{{"$filter", "$select", "maxresults", "$skiptoken"}, C::None, &filter, &selectable};
    if (stats)
        rules.query.push_back("$expand");
    return rules;
}

Rules getting(const AnswerFields &selectable, bool stats = true)
{
    Rules rules{{"$select"}, stats ? C::All : C::None, nullptr, &selectable};
    if (stats)
        rules.query.push_back("$expand");
    return rules;
}

Rules within(Rules rules, V since, std::optional<V> goneSince = {})
{
    rules.since = since;
    rules.goneSince = goneSince;
    return rules;
}

void addPools(Table &table)
{
    table["Pool_Add"] = plain;
    table["Pool_List"] = listing(poolFilter(), poolAnswer(), true);
    table["Pool_Get"] = getting(poolAnswer());
    for (const auto *name : {"Pool_Exists", "Pool_Delete", "Pool_Patch", "Pool_EnableAutoScale",
                             "Pool_Resize", "Pool_StopResize", "Pool_RemoveNodes"})
        table[name] = conditional;
    for (const auto *name :
         {"Pool_UpdateProperties", "Pool_DisableAutoScale", "Pool_EvaluateAutoScale"})
        table[name] = plain;
    table["Pool_ListUsageMetrics"] = {
        {"$filter", "starttime", "endtime", "maxresults", "$skiptoken"}, C::None, &usageFilter()};
    table["Account_ListPoolNodeCounts"] = {
        {"$filter", "maxresults", "$skiptoken"}, C::None, &nodeCountsFilter()};
    table["Account_ListSupportedImages"] = {
        {"$filter", "maxresults", "$skiptoken"}, C::None, &imageFilter()};
}

void addNodes(Table &table)
{
    table["ComputeNode_List"] = listing(nodeFilter(), nodeAnswer());
    table["ComputeNode_Get"] = getting(nodeAnswer(), false);
    for (const auto *name :
         {"ComputeNode_Reboot", "ComputeNode_Reimage", "ComputeNode_DisableScheduling",
          "ComputeNode_EnableScheduling", "ComputeNode_GetRemoteLoginSettings",
          "ComputeNode_AddUser", "ComputeNode_UpdateUser", "ComputeNode_DeleteUser",
          "ComputeNode_UploadBatchServiceLogs"})
        table[name] = plain;
    table["ComputeNode_Start"] = within(plain, V::V2024_07);
    table["ComputeNode_Deallocate"] = within(plain, V::V2024_07);
    table["ComputeNode_GetRemoteDesktop"] = within(plain, oldestApiVersion, V::V2024_07);
    table["ComputeNodeExtension_List"] = {
        {"$select", "maxresults", "$skiptoken"}, C::None, nullptr, &extensionAnswer()};
    table["ComputeNodeExtension_Get"] = getting(extensionAnswer(), false);
}

void addFiles(Table &table)
{
    for (const auto *name : {"File_ListFromTask", "File_ListFromComputeNode"})
        table[name] = {
            {"$filter", "recursive", "maxresults", "$skiptoken"}, C::None, &fileFilter()};
    for (const auto *name : {"File_GetFromTask", "File_GetFromComputeNode",
                             "File_GetPropertiesFromTask", "File_GetPropertiesFromComputeNode"})
        table[name] = {{}, C::Dates};
    for (const auto *name : {"File_DeleteFromTask", "File_DeleteFromComputeNode"})
        table[name] = {{"recursive"}};
}

void addJobs(Table &table)
{
    table["Job_Add"] = plain;
    table["Job_List"] = listing(jobFilter(), jobAnswer(), true);
    table["Job_ListFromJobSchedule"] = listing(scheduledJobFilter(), jobAnswer(), true);
    table["Job_Get"] = getting(jobAnswer());
    for (const auto *name : {"Job_Patch", "Job_Update", "Job_Disable", "Job_Enable"})
        table[name] = conditional;
    for (const auto *name : {"Job_Delete", "Job_Terminate"})
        table[name] = {{"force"}, C::All};
    table["Job_GetTaskCounts"] = plain;
    table["Job_ListPreparationAndReleaseTaskStatus"] = listing(helperFilter(), helperAnswer());
    table["Application_List"] = {{"maxresults", "$skiptoken"}};
    table["Application_Get"] = plain;

    table["JobSchedule_Add"] = plain;
    table["JobSchedule_List"] = listing(scheduleFilter(), scheduleAnswer(), true);
    table["JobSchedule_Get"] = getting(scheduleAnswer());
    for (const auto *name : {"JobSchedule_Exists", "JobSchedule_Patch", "JobSchedule_Update",
                             "JobSchedule_Disable", "JobSchedule_Enable"})
        table[name] = conditional;
    for (const auto *name : {"JobSchedule_Delete", "JobSchedule_Terminate"})
        table[name] = {{"force"}, C::All};
}

void addTasks(Table &table)
{
    table["Task_Add"] = plain;
    table["Task_AddCollection"] = plain;
    table["Task_List"] = listing(taskFilter(), taskAnswer(), true);
    table["Task_Get"] = getting(taskAnswer());
    for (const auto *name : {"Task_Update", "Task_Delete", "Task_Terminate", "Task_Reactivate"})
        table[name] = conditional;
    table["Task_ListSubtasks"] = {{"$select"}, C::None, nullptr, &subtaskAnswer()};
}

void addCertificates(Table &table)
{
    table["Certificate_List"] = {{"$filter", "$select", "maxresults", "$skiptoken"},
                                 C::None,
                                 &certificateFilter(),
                                 &certificateAnswer()};
    table["Certificate_Get"] = getting(certificateAnswer(), false);
    for (const auto *name : {"Certificate_Add", "Certificate_Delete", "Certificate_CancelDeletion"})
        table[name] = plain;
    for (auto &[name, rules] : table) {
        if (name.starts_with("Certificate_"))
            rules.goneSince = V::V2025_06;
    }
}

const Table &table()
{
    static const Table all = [] {
        Table made;
        addPools(made);
        addNodes(made);
        addFiles(made);
        addJobs(made);
        addTasks(made);
        addCertificates(made);
        return made;
    }();
    return all;
}

} // namespace

bool OperationRules::takes(std::string_view parameter) const
{
    return std::find(query.begin(), query.end(), parameter) != query.end();
}

bool OperationRules::isIn(ApiVersion version) const
{
    return version >= since && (!goneSince || version < *goneSince);
}

const OperationRules &rulesOf(std::string_view operation)
{
    const auto at = table().find(operation);
    return at == table().end() ? plain : at->second;
}

bool hasRules(std::string_view operation)
{
    return table().contains(operation);
}

} // namespace Batchdesk::LocalService
