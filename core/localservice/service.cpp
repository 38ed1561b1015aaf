// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/service.h"

#include "core/localservice/agent/processtaskrunner.h"
#include "core/localservice/auth/batchsharedkey.h"
#include "core/localservice/auth/containersas.h"
#include "core/localservice/auth/digest.h"
#include "core/localservice/batch/batchservice.h"
#include "core/localservice/blob/blobservice.h"
#include "core/localservice/credentials.h"
#include "core/localservice/http/server.h"
#include "core/localservice/privatefile.h"
#include "core/localservice/requestlog.h"
#include "core/localservice/statelock.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace Batchdesk::LocalService {

namespace {

namespace fs = std::filesystem;

fs::path prepared(const fs::path &directory)
{
    std::error_code error;
    fs::create_directories(directory, error);
    if (!error)
        fs::permissions(directory, fs::perms::owner_all, error);
    if (error)
        throw ServiceError("The folder " + directory.string() + " cannot be used ("
                           + error.message() + "). Choose a folder of your own.");
    // Processes that run in other folders get paths from here.
    return fs::canonical(directory);
}

std::uint16_t startServer(HttpServer &server, const char *endpoint, std::uint16_t wanted,
                          std::uint16_t last)
{
    std::uint16_t port = 0;
    if (wanted != 0) {
        port = server.start(wanted);
        if (port == 0)
            throw ServiceError(
                "The port " + std::to_string(wanted) + " for the " + endpoint
                + " endpoint is taken. Choose another, or none to have a free one found.");
        return port;
    }
    if (last != 0)
        port = server.start(last);
    if (port == 0)
        port = server.start(0);
    if (port == 0)
        throw ServiceError(std::string("No port on 127.0.0.1 is free for the ") + endpoint
                           + " endpoint.");
    return port;
}

std::string shellQuoted(const std::string &text)
{
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace

std::string ServiceEndpoints::storageConnectionString() const
{
    return "DefaultEndpointsProtocol=http;AccountName=" + account + ";AccountKey=" + key
        + ";BlobEndpoint=" + blobEndpoint + ';';
}

// Declared in the order in which the parts start; they stop the other way round.
class Service::Private
{
public:
    explicit Private(const ServiceOptions &options)
        : directory(prepared(options.stateDirectory))
        , lock(directory)
        , credentials(loadCredentials(directory / "credentials.json"))
        , account{credentials.account, Auth::fromBase64(credentials.key).value()}
        , clock(std::make_shared<SystemServiceClock>())
        , blob({prepared(directory / "blob"), account, clock})
        , log(options.requestLog)
        , blobServer([this](const Request &request) {
            return noted("blob", request, [&] { return blob.handle(request); });
        })
        , batchServer([this](const Request &request) {
            return noted("batch", request, [&] { return handleBatch(request); });
        })
    {
        const fs::path processes = prepared(directory / "processes");
        // Before anything is started again: no task may run twice at once.
        endLeftoverProcesses(processes);
        moveBlobPort(credentials,
                     startServer(blobServer, "Blob", options.blobPort, credentials.blobPort));
        credentials.batchPort =
            startServer(batchServer, "Batch", options.batchPort, credentials.batchPort);
        saveCredentials(directory / "credentials.json", credentials);
        describeEndpoints();
        startBatch(options, processes);
    }

    ~Private()
    {
        batchServer.stop();
        batch.reset();
        blobServer.stop();
    }

    fs::path directory;
    StateLock lock;
    Credentials credentials;
    Auth::Account account;
    ServiceEndpoints endpoints;
    std::shared_ptr<const ServiceClock> clock;
    BlobService blob;
    std::unique_ptr<BatchService> batch;
    std::atomic<BatchService *> servedBatch = nullptr;
    using Monotonic = std::chrono::steady_clock;
    std::atomic<Monotonic::duration> lastRequest = Monotonic::now().time_since_epoch();
    RequestLog log;
    HttpServer blobServer;
    HttpServer batchServer;

private:
    template <typename Answer>
    Response noted(const char *service, const Request &request, Answer answer)
    {
        const auto arrived = Monotonic::now();
        lastRequest = arrived.time_since_epoch();
        Response response = answer();
        log.add(service, request, response,
                std::chrono::duration_cast<std::chrono::milliseconds>(Monotonic::now() - arrived));
        return response;
    }

    void describeEndpoints()
    {
        endpoints.account = credentials.account;
        endpoints.key = credentials.key;
        endpoints.batchEndpoint = "http://127.0.0.1:" + std::to_string(credentials.batchPort);
        endpoints.blobEndpoint =
            "http://127.0.0.1:" + std::to_string(credentials.blobPort) + '/' + credentials.account;
    }

    void startBatch(const ServiceOptions &options, const fs::path &processes)
    {
        const int processors = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        BatchServiceOptions batchOptions;
        batchOptions.stateDirectory = prepared(directory / "batch");
        batchOptions.account = credentials.account;
        batchOptions.endpoint = endpoints.batchEndpoint;
        batchOptions.maxNodes = options.maxNodes > 0 ? options.maxNodes : processors;
        batchOptions.runner =
            makeProcessTaskRunner(processes, [known = credentials](const std::string &url) {
                return currentBlobUrl(known, url);
            });
        batchOptions.clock = clock;
        batchOptions.ownContainer = [this](const std::string &container) {
            // Long enough for any download, and made anew for each.
            return endpoints.blobEndpoint + '/' + container + '?'
                + Auth::containerReadSas(account, container, clock->now() + std::chrono::days(1));
        };
        batch = std::make_unique<BatchService>(batchOptions);
        servedBatch = batch.get();
    }

    Response handleBatch(const Request &request)
    {
        if (auto refusal = Auth::refuseBatchRequest(request, account, clock->now()))
            return *refusal;
        BatchService *service = servedBatch;
        if (!service) {
            // The port is bound before the engine runs, because tasks are told of it.
            Response starting;
            starting.status = 503;
            starting.headers.add("Retry-After", "1");
            return starting;
        }
        return service->handle(request);
    }
};

std::vector<ServiceOperation> serviceOperations()
{
    std::vector<ServiceOperation> operations = BatchService::operations();
    for (auto &operation : BlobService::operations())
        operations.push_back(std::move(operation));
    return operations;
}

Service::Service(const ServiceOptions &options)
{
    try {
        d = std::make_unique<Private>(options);
    } catch (const ServiceError &) {
        throw;
    } catch (const std::exception &error) {
        throw ServiceError("The service on this computer cannot start in the folder "
                           + options.stateDirectory.string() + ": " + error.what() + '.');
    }
}

Service::~Service() = default;

const ServiceEndpoints &Service::endpoints() const
{
    return d->endpoints;
}

bool Service::isIdle() const
{
    return d->batch->isIdle();
}

std::chrono::milliseconds Service::quietFor() const
{
    const auto now = Private::Monotonic::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - d->lastRequest.load());
}

fs::path Service::writeConnectionFile() const
{
    const ServiceEndpoints &endpoints = d->endpoints;
    const fs::path file = d->directory / "connection.env";
    std::string text;
    for (const auto &[name, value] :
         {std::pair{"AZURE_BATCH_ACCOUNT", endpoints.account},
          std::pair{"AZURE_BATCH_ACCESS_KEY", endpoints.key},
          std::pair{"AZURE_BATCH_ENDPOINT", endpoints.batchEndpoint},
          std::pair{"AZURE_STORAGE_CONNECTION_STRING", endpoints.storageConnectionString()}})
        text += std::string(name) + '=' + shellQuoted(value) + '\n';
    writePrivateFile(file, text);
    return file;
}

} // namespace Batchdesk::LocalService
