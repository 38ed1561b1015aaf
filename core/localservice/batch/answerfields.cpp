// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/answerfields.h"

namespace Batchdesk::LocalService {

namespace {

using T = FilterField::Type;

} // namespace

const FilterFields &poolFilter()
{
    static const FilterFields fields{
        {"id", T::Text},
        {"state", T::Word},
        {"stateTransitionTime", T::Time},
        {"allocationState", T::Word},
        {"allocationStateTransitionTime", T::Time},
        {"creationTime", T::Time},
        {"lastModified", T::Time},
        {"enableAutoScale", T::Truth},
        {"enableInterNodeCommunication", T::Truth},
        {"vmSize", T::Word},
    };
    return fields;
}

const FilterFields &nodeCountsFilter()
{
    static const FilterFields fields{{"poolId", T::Word}};
    return fields;
}

const FilterFields &imageFilter()
{
    static const FilterFields fields{
        {"osType", T::Word},
        {"verificationType", T::Word},
        {"nodeAgentSKUId", T::Word},
    };
    return fields;
}

const FilterFields &usageFilter()
{
    static const FilterFields fields{{"poolId", T::Word}};
    return fields;
}

const FilterFields &nodeFilter()
{
    static const FilterFields fields{
        {"state", T::Word},
        {"stateTransitionTime", T::Time},
        {"lastBootTime", T::Time},
        {"allocationTime", T::Time},
        {"startTaskInfo/state", T::Word},
        {"startTaskInfo/result", T::Word},
        {"startTaskInfo/exitCode", T::Number},
        {"startTaskInfo/startTime", T::Time},
        {"startTaskInfo/endTime", T::Time},
    };
    return fields;
}

const FilterFields &fileFilter()
{
    static const FilterFields fields{{"name", T::Prefix}};
    return fields;
}

const FilterFields &jobFilter()
{
    static const FilterFields fields = [] {
        FilterFields all = scheduledJobFilter();
        all.push_back({"id", T::Text});
        return all;
    }();
    return fields;
}

const FilterFields &scheduledJobFilter()
{
    static const FilterFields fields{
        {"state", T::Word},
        {"stateTransitionTime", T::Time},
        {"creationTime", T::Time},
        {"lastModified", T::Time},
        {"executionInfo/startTime", T::Time},
        {"executionInfo/endTime", T::Time},
        {"executionInfo/poolId", T::Text},
    };
    return fields;
}

const FilterFields &helperFilter()
{
    static const FilterFields fields{
        {"poolId", T::Text},
        {"nodeId", T::Text},
        {"jobPreparationTaskExecutionInfo/state", T::Word},
        {"jobPreparationTaskExecutionInfo/startTime", T::Time},
        {"jobPreparationTaskExecutionInfo/endTime", T::Time},
        {"jobPreparationTaskExecutionInfo/exitCode", T::Number},
        {"jobPreparationTaskExecutionInfo/result", T::Word},
        {"jobReleaseTaskExecutionInfo/state", T::Word},
        {"jobReleaseTaskExecutionInfo/startTime", T::Time},
        {"jobReleaseTaskExecutionInfo/endTime", T::Time},
        {"jobReleaseTaskExecutionInfo/exitCode", T::Number},
        {"jobReleaseTaskExecutionInfo/result", T::Word},
    };
    return fields;
}

const FilterFields &scheduleFilter()
{
    static const FilterFields fields{
        {"id", T::Text},
        {"state", T::Word},
        {"stateTransitionTime", T::Time},
        {"creationTime", T::Time},
        {"lastModified", T::Time},
        {"executionInfo/endTime", T::Time},
        {"schedule/doNotRunUntil", T::Time},
        {"schedule/doNotRunAfter", T::Time},
    };
    return fields;
}

const FilterFields &taskFilter()
{
    static const FilterFields fields{
        {"id", T::Text},
        {"state", T::Word},
        {"stateTransitionTime", T::Time},
        {"creationTime", T::Time},
        {"lastModified", T::Time},
        {"executionInfo/startTime", T::Time},
        {"executionInfo/endTime", T::Time},
        {"executionInfo/exitCode", T::Number},
        {"executionInfo/result", T::Word},
    };
    return fields;
}

const FilterFields &certificateFilter()
{
    static const FilterFields fields{{"state", T::Word}, {"stateTransitionTime", T::Time}};
    return fields;
}

const AnswerFields &poolAnswer()
{
    static const AnswerFields fields{
        "id",
        "displayName",
        "url",
        "eTag",
        "lastModified",
        "creationTime",
        "state",
        "stateTransitionTime",
        "allocationState",
        "allocationStateTransitionTime",
        "vmSize",
        "cloudServiceConfiguration",
        "virtualMachineConfiguration",
        "resizeTimeout",
        "resizeErrors",
        "resourceTags",
        "currentDedicatedNodes",
        "currentLowPriorityNodes",
        "targetDedicatedNodes",
        "targetLowPriorityNodes",
        "enableAutoScale",
        "autoScaleFormula",
        "autoScaleEvaluationInterval",
        "autoScaleRun",
        "enableInterNodeCommunication",
        "networkConfiguration",
        "startTask",
        "certificateReferences",
        "applicationPackageReferences",
        "applicationLicenses",
        "taskSlotsPerNode",
        "maxTasksPerNode",
        "taskSchedulingPolicy",
        "userAccounts",
        "metadata",
        "stats",
        "mountConfiguration",
        "identity",
        "targetNodeCommunicationMode",
        "currentNodeCommunicationMode",
        "upgradePolicy",
    };
    return fields;
}

const AnswerFields &nodeAnswer()
{
    static const AnswerFields fields{
        "id",
        "url",
        "state",
        "schedulingState",
        "stateTransitionTime",
        "lastBootTime",
        "allocationTime",
        "ipAddress",
        "ipv6Address",
        "affinityId",
        "vmSize",
        "totalTasksRun",
        "runningTasksCount",
        "runningTaskSlotsCount",
        "totalTasksSucceeded",
        "recentTasks",
        "startTask",
        "startTaskInfo",
        "certificateReferences",
        "errors",
        "isDedicated",
        "endpointConfiguration",
        "nodeAgentInfo",
        "virtualMachineInfo",
    };
    return fields;
}

const AnswerFields &extensionAnswer()
{
    static const AnswerFields fields{"provisioningState", "vmExtension", "instanceView"};
    return fields;
}

const AnswerFields &jobAnswer()
{
    static const AnswerFields fields{
        "id",
        "displayName",
        "usesTaskDependencies",
        "url",
        "eTag",
        "lastModified",
        "creationTime",
        "state",
        "stateTransitionTime",
        "previousState",
        "previousStateTransitionTime",
        "priority",
        "allowTaskPreemption",
        "maxParallelTasks",
        "constraints",
        "jobManagerTask",
        "jobPreparationTask",
        "jobReleaseTask",
        "commonEnvironmentSettings",
        "poolInfo",
        "onAllTasksComplete",
        "onTaskFailure",
        "networkConfiguration",
        "metadata",
        "executionInfo",
        "stats",
    };
    return fields;
}

const AnswerFields &helperAnswer()
{
    static const AnswerFields fields{"poolId", "nodeId", "nodeUrl",
                                     "jobPreparationTaskExecutionInfo",
                                     "jobReleaseTaskExecutionInfo"};
    return fields;
}

const AnswerFields &scheduleAnswer()
{
    static const AnswerFields fields{
        "id",
        "displayName",
        "url",
        "eTag",
        "lastModified",
        "creationTime",
        "state",
        "stateTransitionTime",
        "previousState",
        "previousStateTransitionTime",
        "schedule",
        "jobSpecification",
        "executionInfo",
        "metadata",
        "stats",
    };
    return fields;
}

const AnswerFields &taskAnswer()
{
    static const AnswerFields fields{
        "id",
        "displayName",
        "url",
        "eTag",
        "lastModified",
        "creationTime",
        "exitConditions",
        "state",
        "stateTransitionTime",
        "previousState",
        "previousStateTransitionTime",
        "commandLine",
        "containerSettings",
        "resourceFiles",
        "outputFiles",
        "environmentSettings",
        "affinityInfo",
        "constraints",
        "requiredSlots",
        "userIdentity",
        "executionInfo",
        "nodeInfo",
        "multiInstanceSettings",
        "stats",
        "dependsOn",
        "applicationPackageReferences",
        "authenticationTokenSettings",
    };
    return fields;
}

const AnswerFields &subtaskAnswer()
{
    static const AnswerFields fields{
        "id",
        "nodeInfo",
        "startTime",
        "endTime",
        "exitCode",
        "containerInfo",
        "failureInfo",
        "state",
        "stateTransitionTime",
        "previousState",
        "previousStateTransitionTime",
        "result",
    };
    return fields;
}

const AnswerFields &certificateAnswer()
{
    static const AnswerFields fields{
        "thumbprint",
        "thumbprintAlgorithm",
        "url",
        "state",
        "stateTransitionTime",
        "previousState",
        "previousStateTransitionTime",
        "publicData",
        "deleteCertificateError",
    };
    return fields;
}

} // namespace Batchdesk::LocalService
