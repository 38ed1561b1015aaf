// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/taskoutput.h"

#include "core/base/clock.h"
#include "core/batch/batchclient.h"
#include "core/batch/connectbatch.h"
#include "core/net/awaitoutcome.h"
#include "core/net/pause.h"
#include "core/run/accounts.h"

#include <QFile>
#include <QPointer>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

constexpr std::chrono::milliseconds betweenLooks{700};

//! What a piece of a file is, wherever it was read.
struct Piece
{
    QByteArray bytes;
    qint64 skipped = 0;
};

//! The end of the file that came home; nothing when it is not there.
std::optional<Piece> readHome(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const qint64 skipped = qMax<qint64>(0, file.size() - TaskOutput::maxBytes);
    file.seek(skipped);
    return Piece{file.read(TaskOutput::maxBytes), skipped};
}

} // namespace

//! What the flow and its owner share: the flow outlives the owner until it looks at the token.
struct TaskOutputState
{
    TaskOutput::Source source;
    QPointer<Accounts> accounts;
    QPointer<TaskOutput> owner;
    std::shared_ptr<Batch::BatchClient> client;
    CancelToken cancel;
    qint64 offset = 0; //!< Of the next byte on the node.
    bool taskEnded = false;
};

class TaskOutput::Private
{
public:
    std::shared_ptr<TaskOutputState> state = std::make_shared<TaskOutputState>();
};

using StatePtr = std::shared_ptr<TaskOutputState>;

static QCoro::Task<Outcome<void>> connectOnce(StatePtr state)
{
    if (state->client)
        co_return Outcome<void>();
    if (!state->accounts)
        co_return Error::cancelled();
    const auto account = co_await awaitOutcome(state->accounts->open(state->source.account));
    if (!account)
        co_return account.error();
    if (!state->accounts)
        co_return Error::cancelled();
    state->client = Batch::connectBatch(*account, state->accounts->transport(),
                                        std::make_shared<SystemClock>());
    co_return Outcome<void>();
}

//! Reads what the file on the node has grown by.
static QCoro::Task<Outcome<Piece>> readNode(StatePtr state)
{
    const auto connected = co_await connectOnce(state);
    if (!connected)
        co_return connected.error();
    const TaskOutput::Source &source = state->source;
    const auto file = co_await awaitOutcome(
        state->client->taskFileProperties(source.jobId, source.taskId, source.file));
    if (!file)
        co_return file.error();
    Piece piece;
    if (state->offset == 0 && file->size > TaskOutput::maxBytes)
        piece.skipped = file->size - TaskOutput::maxBytes;
    const qint64 from = state->offset + piece.skipped;
    if (file->size <= from)
        co_return piece;
    auto bytes = co_await awaitOutcome(state->client->taskFile(
        source.jobId, source.taskId, source.file, {from, file->size - from}));
    if (!bytes)
        co_return bytes.error();
    piece.bytes = *bytes;
    state->offset = from + piece.bytes.size();
    co_return piece;
}

//! True when all was read and told.
static QCoro::Task<bool> lookOnce(StatePtr state)
{
    const bool wasEnded = state->taskEnded;
    if (wasEnded && state->offset == 0) {
        const QString path = state->source.homeFile;
        auto reading = QtConcurrent::run(readHome, path);
        co_await QFuture<void>(reading);
        const std::optional<Piece> home = reading.result();
        if (home && state->owner) {
            Q_EMIT state->owner->grown(home->bytes, home->skipped);
            co_return true;
        }
    }
    const auto piece = co_await readNode(state);
    if (!state->owner || state->cancel.isCancelled())
        co_return true;
    if (!piece) {
        // Before the task starts there is no file yet: that is no news.
        if (piece.error().kind != Error::Kind::NotFound || wasEnded)
            Q_EMIT state->owner->failed(piece.error());
        co_return wasEnded;
    }
    if (!piece->bytes.isEmpty() || piece->skipped > 0)
        Q_EMIT state->owner->grown(piece->bytes, piece->skipped);
    co_return wasEnded;
}

static QCoro::Task<> follow(StatePtr state)
{
    while (!state->cancel.isCancelled()) {
        const bool allRead = co_await lookOnce(state);
        if (allRead) {
            if (state->owner)
                Q_EMIT state->owner->ended();
            co_return;
        }
        co_await pause(betweenLooks, state->cancel);
    }
}

TaskOutput::TaskOutput(const Source &source, Accounts *accounts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->state->source = source;
    d->state->accounts = accounts;
    d->state->owner = this;
}

TaskOutput::~TaskOutput()
{
    d->state->cancel.cancel();
}

void TaskOutput::start()
{
    follow(d->state);
}

void TaskOutput::setTaskEnded()
{
    d->state->taskEnded = true;
}

} // namespace Batchdesk
