// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/restclient.h"
#include "tests/support/faketransport.h"
#include "tests/support/recordedexchange.h"
#include "tests/support/wait.h"

#include <gtest/gtest.h>

namespace Batchdesk::Test {

//! \brief A fixture for clients: a REST client without signature over a scripted transport, with
//! retries that do not wait.
class ReplayTest : public ::testing::Test
{
protected:
    std::shared_ptr<RestClient> restClient(RestClient::ErrorDecoder decodeError) const
    {
        RestClient::Options options;
        options.transport = transport;
        options.retry = {3, std::chrono::milliseconds(0), std::chrono::milliseconds(0)};
        options.decodeError = std::move(decodeError);
        return std::make_shared<RestClient>(std::move(options));
    }

    //! \brief Makes the call, answers it as recorded and compares what was sent with the record.
    template <typename Call>
    auto replay(const char *name, Call call)
    {
        const RecordedExchange recorded(name);
        transport->script(recorded.response());
        auto outcome = waitFor(call());
        EXPECT_EQ(transport->requests().size(), ++m_replayed) << name;
        if (!transport->requests().isEmpty()) {
            EXPECT_TRUE(recorded.matches(transport->requests().last()));
        }
        return outcome;
    }

    //! \brief Makes the call and answers it with data/<name>_response.txt, whatever was sent.
    template <typename Call>
    auto answeredBy(const char *name, Call call)
    {
        ++m_replayed;
        transport->script(RecordedExchange(name).response());
        return waitFor(call());
    }

    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();

private:
    qsizetype m_replayed = 0;
};

} // namespace Batchdesk::Test
