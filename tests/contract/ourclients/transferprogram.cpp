// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// contract_transfer upload|download FILE CONTAINER BLOB PIECE HOLD: transfers one blob of the
// account in AZURE_STORAGE_CONNECTION_STRING in pieces of PIECE bytes. When HOLD bytes are through,
// it says "holding" and waits to be killed.
#include "core/blob/connectblob.h"
#include "core/net/networktransport.h"
#include "core/transfer/download.h"
#include "core/transfer/upload.h"

#include <QCoreApplication>
#include <QCoroTask>

#include <cstdio>
#include <optional>

using namespace Batchdesk;

namespace {

void holdAt(qint64 wanted, qint64 done)
{
    if (done < wanted)
        return;
    std::puts("holding");
    std::fflush(stdout);
    // Nothing more is sent or written while the flow's thread reads; its end would end us too.
    while (std::getchar() != EOF) { }
    std::exit(1);
}

template <typename T>
QCoro::Task<void> keepResult(QCoro::Task<Outcome<T>> task, std::optional<Outcome<T>> *result)
{
    result->emplace(co_await task);
}

template <typename T>
int finish(QCoro::Task<Outcome<T>> task)
{
    std::optional<Outcome<T>> result;
    QCoro::waitFor(keepResult(std::move(task), &result));
    if (!result->ok())
        std::fprintf(stderr, "%s\n", qPrintable(result->error().caption()));
    return result->ok() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto storage =
        storageFromConnectionString(qEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING"));
    if (arguments.size() != 7 || !storage)
        return 2;
    AccountAccess account;
    account.blobEndpoint = storage->blobEndpoint;
    account.storageAccount = storage->account;
    account.storageKey = storage->key;
    const auto client = Blob::connectBlob(account, std::make_shared<NetworkTransport>(),
                                          std::make_shared<SystemClock>());
    const qint64 piece = arguments.at(5).toLongLong();
    const auto hold = [wanted = arguments.at(6).toLongLong()](qint64 done, qint64) {
        holdAt(wanted, done);
    };
    if (arguments.at(1) == QLatin1String("upload")) {
        UploadOptions options;
        options.singlePutLimit = piece;
        options.blockSize = piece;
        const UploadRequest request{arguments.at(2), arguments.at(3), arguments.at(4), {}};
        return finish(uploadFile(client, request, options, {}, hold));
    }
    DownloadOptions options;
    options.chunkSize = piece;
    const DownloadRequest request{arguments.at(3), arguments.at(4), arguments.at(2), {}};
    return finish(downloadBlob(client, request, options, {}, hold));
}
