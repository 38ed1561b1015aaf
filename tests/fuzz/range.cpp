// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/range.h"

#include "core/localservice/blob/bloberror.h"
#include "tests/fuzz/fuzz.h"

// Range and x-ms-range of a blob: a range that is given lies within the blob.
namespace Batchdesk::Fuzz {

using namespace LocalService;

void fuzzOne(std::string_view input)
{
    for (const std::uint64_t size :
         {std::uint64_t(0), std::uint64_t(1), std::uint64_t(1000), std::uint64_t(1) << 40}) {
        for (const char *name : {"Range", "x-ms-range"}) {
            Request request;
            request.method = "GET";
            request.headers.add(name, std::string(input));
            try {
                const auto range = Blobs::requestedRange(request, size);
                if (range)
                    require(range->length > 0 && range->offset < size
                                && range->length <= size - range->offset,
                            "a range lies within the blob");
            } catch (const Blobs::BlobError &error) {
                require((error.status() == 416 || error.status() == 400) && error.what()[0] != '\0',
                        "a bad range gets 400 or 416, and a reason");
            }
        }
    }
}

} // namespace Batchdesk::Fuzz
