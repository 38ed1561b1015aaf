// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/blobconnection.h"
#include "core/localservice/agent/taskdirectory.h"
#include "core/localservice/batch/agentlog.h"
#include "core/localservice/batch/filefacts.h"
#include "core/localservice/batch/guid.h"
#include "core/localservice/batch/nodebodies.h"
#include "core/localservice/batch/nodestate.h"
#include "core/localservice/batch/routes.h"

// The logs of a node, sent to a container: the agent's own, and what the start task wrote.
namespace Batchdesk::LocalService {

namespace {

namespace fs = std::filesystem;

// What was asked for, and where the node that it is asked of lies.
struct LogWish
{
    std::string containerUrl;
    Time begin{};
    Time end{};
    fs::path nodeRoot;
    std::string virtualDirectory;
};

// A folder beside the nodes that is gone with its owner.
class Staging
{
public:
    explicit Staging(fs::path path)
        : m_directory(path)
        , m_path(std::move(path))
    {
        m_directory.prepare();
    }
    ~Staging()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;
    const TaskDirectory &directory() const { return m_directory; }

private:
    TaskDirectory m_directory;
    fs::path m_path;
};

LogWish wishOf(Exchange &x)
{
    const Json body = conform(x.body(), serviceLogsShape(), x.version());
    LogWish wish;
    wish.containerUrl = body["containerUrl"].get<std::string>();
    wish.begin = *parseIsoTime(body["startTime"].get<std::string>());
    wish.end = body.contains("endTime") ? *parseIsoTime(body["endTime"].get<std::string>())
                                        : x.engine().now();
    if (wish.end < wish.begin)
        throw ApiError::property("endTime", isoTime(wish.end), "The end lies before the start.");
    const auto url = parseBlobUrl(wish.containerUrl);
    if (!url || url->path.size() < 2)
        throw ApiError::property("containerUrl", url ? url->shown() : std::string(),
                                 "The property must be the http or https URL of a container.");
    x.engine().read([&](const Model &model) {
        const Pool &pool = found(model.pools, x.id(0), "PoolNotFound");
        const Node &node = found(pool.nodes, x.id(1), "NodeNotFound");
        requireReady(node);
        wish.nodeRoot = nodeDirectory(x.engine().surroundings(), pool.id, node.id);
        wish.virtualDirectory = pool.id + '/' + node.id + '/' + newGuid();
    });
    return wish;
}

// Puts copies of what is wanted into \a folder; says how many.
int gather(const LogWish &wish, const fs::path &folder)
{
    int count = copyAgentLog(wish.nodeRoot, wish.begin, wish.end, folder / "agent.log") ? 1 : 0;
    for (const auto *name : {"stdout.txt", "stderr.txt"}) {
        const fs::path file = wish.nodeRoot / "startup" / name;
        const auto facts = factsOf(file);
        if (!facts || facts->directory || facts->changed < wish.begin || facts->changed > wish.end)
            continue;
        std::error_code error;
        fs::create_directories(folder / "startup", error);
        if (fs::copy_file(file, folder / "startup" / name, error))
            ++count;
    }
    return count;
}

Response upload(Exchange &x)
{
    const LogWish wish = wishOf(x);
    const Staging staging(x.engine().surroundings().stateDirectory / "logs" / newGuid());
    const int count = gather(wish, staging.directory().workingDirectory());
    if (count > 0) {
        OutputFileSpec output;
        output.filePattern = "**/*";
        output.containerUrl = wish.containerUrl;
        output.path = wish.virtualDirectory;
        const auto failure = x.engine().runner().upload(staging.directory(), {output});
        if (failure)
            throw ApiError::property("containerUrl", parseBlobUrl(wish.containerUrl)->shown(),
                                     failure->message);
    }
    return x.element(
        "uploadBatchServiceLogsResult",
        {{"virtualDirectoryName", wish.virtualDirectory}, {"numberOfFilesUploaded", count}});
}

} // namespace

std::vector<Route> nodeLogRoutes()
{
    return {
        {"ComputeNode_UploadBatchServiceLogs", "POST", "pools/{}/nodes/{}/uploadbatchservicelogs",
         upload},
    };
}

} // namespace Batchdesk::LocalService
