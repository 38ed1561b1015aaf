// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/commoncodec.h"
#include "core/batch/errorcodec.h"
#include "core/batch/filecodec.h"
#include "core/batch/jobcodec.h"
#include "core/batch/jsonfields.h"
#include "core/batch/nodecodec.h"
#include "core/batch/poolcodec.h"
#include "core/batch/taskcodec.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

// JSON answers of a Batch service, ours or another: every reader gets every object.
namespace Batchdesk::Fuzz {

using namespace Batch;

void fuzzOne(std::string_view input)
{
    const QByteArray body(input.data(), qsizetype(input.size()));
    const QString operation = QStringLiteral("GET /pools");

    HttpResponse response;
    response.status = 400;
    response.body = body;
    require(!decodeError(operation, response).message.isEmpty(), "an error has a message");

    const auto object = parseObject(operation, body);
    if (!object) {
        require(!object.error().message.isEmpty(), "a refusal gives its reason");
        return;
    }
    const QList<TaskSpec> asked{TaskSpec{.id = QStringLiteral("t1")}};
    require(addResultsFromJson(*object, asked, false).size() == asked.size(),
            "each task asked for has its result");
    (void)errorFromJson(*object);
    (void)preparationStatusFromJson(*object);
    (void)taskCountsFromJson(*object);
    (void)fileFromJson(*object);
    (void)nodeCountsFromJson(*object);
    (void)supportedImageFromJson(*object);
    const auto reads = [&](auto read) {
        const auto value = read(*object);
        require(read(*object) == value, "the same object reads as the same value");
        const auto page = parsePage(operation, body, +read);
        require(page.ok(), "an object is a page, if an empty one");
    };
    reads(poolFromJson);
    reads(nodeFromJson);
    reads(jobFromJson);
    reads(taskFromJson);
}

} // namespace Batchdesk::Fuzz
