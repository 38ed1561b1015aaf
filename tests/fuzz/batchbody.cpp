// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/autoscalebodies.h"
#include "core/localservice/batch/nodebodies.h"
#include "core/localservice/batch/requestbody.h"
#include "core/localservice/batch/shape.h"
#include "tests/fuzz/fuzz.h"

#include <array>

// Bodies of Batch requests. The first letter chooses the kind of body, the second the api-version,
// the rest is the JSON.
namespace Batchdesk::Fuzz {

using namespace LocalService;

namespace {

struct Body
{
    const Shape &(*shape)();
    bool partial = false;
    void (*check)(const Json &) = nullptr;
};

constexpr std::array bodies{
    Body{poolShape, false, checkPool},
    Body{poolPatchShape, true},
    Body{poolPropertiesShape},
    Body{resizeShape},
    Body{removeNodesShape},
    Body{rebootShape},
    Body{jobShape, false, [](const Json &job) { checkJob(job); }},
    Body{jobPatchShape, true},
    Body{jobDisableShape},
    Body{jobTerminateShape},
    Body{taskShape, false, checkTask},
    Body{taskCollectionShape},
    Body{taskUpdateShape},
    Body{disableSchedulingShape},
    Body{jobScheduleShape, false, checkJobSchedule},
    Body{jobScheduleUpdateShape},
    Body{reimageShape},
    Body{deallocateShape},
    Body{nodeUserShape},
    Body{nodeUserUpdateShape},
    Body{serviceLogsShape},
    Body{enableAutoScaleShape, false, checkAutoScale},
    Body{evaluateAutoScaleShape},
};

Json read(const Body &body, const Json &given, ApiVersion version)
{
    checkNames(given, body.shape(), version);
    Json result = conform(given, body.shape(), version, body.partial);
    if (body.check)
        body.check(result);
    return result;
}

std::size_t letter(std::string_view input, std::size_t at, std::size_t count)
{
    return std::size_t(static_cast<unsigned char>(input[at]) - unsigned('a')) % count;
}

} // namespace

void fuzzOne(std::string_view input)
{
    if (input.size() < 2)
        return;
    const Body &body = bodies[letter(input, 0, bodies.size())];
    const auto version = ApiVersion(letter(input, 1, std::size_t(newestApiVersion) + 1));
    try {
        const Json normal = read(body, parseBody(std::string(input.substr(2))), version);
        // Refused only where a password was left out, since it is not kept.
        require(read(body, Json::parse(normal.dump()), newestApiVersion) == normal,
                "the normal form stays as it is");
    } catch (const ApiError &error) {
        require(error.status() == 400 && !error.code().empty() && error.what()[0] != '\0',
                "a bad body gets 400, a code and a message");
        for (const auto &[name, value] : error.values())
            require(!name.empty() && !Json(value).dump().empty(),
                    "what is wrong can be written into the answer");
    }
}

} // namespace Batchdesk::Fuzz
