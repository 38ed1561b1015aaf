// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/apiversion.h"
#include "core/localservice/batch/engine.h"
#include "core/localservice/batch/filter.h"
#include "core/localservice/batch/operationrules.h"
#include "core/localservice/http/message.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief One request being answered: what handlers ask of it, and how they form the answer.
class Exchange
{
public:
    Exchange(const Request &request, Engine &engine);

    const Request &request() const { return m_request; }
    Engine &engine() const { return m_engine; }
    //! \brief Scheme, host and port as the client wrote them.
    const std::string &base() const { return m_base; }
    //! \brief The parts of the path that the route left open, decoded.
    const std::string &id(std::size_t index) const { return m_ids.at(index); }
    //! \brief Reads api-version; throws ApiError when it is missing or unknown.
    void readVersion();
    //! \brief Says which operation it is; both stay with the exchange.
    void setOperation(std::string_view name, std::vector<std::string> ids)
    {
        m_operation = name;
        m_ids = std::move(ids);
    }
    //! \brief As Route::operation; empty for a path or verb that is none.
    std::string_view operation() const { return m_operation; }

    //! \brief The body as a JSON object; empty is {} when \a optional. Throws ApiError.
    Json body(bool optional = false) const;
    //! \brief The condition headers; throws ApiError for more than one.
    Precondition condition() const;
    //! \brief maxresults, 1 to 1000. Throws ApiError.
    std::size_t maxResults() const;
    //! \brief $filter over the fields that the operation's rules name. Throws ApiError.
    Filter filter() const;
    //! \brief A parameter that is true or false; absent is false.
    bool flag(std::string_view parameter) const;
    //! \brief The key after which the page asked for begins; empty for the first. Throws ApiError
    //! for a $skiptoken that this collection did not give out.
    std::string skipKey() const;
    //! \brief The item as the version of the request has it, with the properties that $select
    //! names.
    Json shown(std::string_view set, Json item) const;
    //! \brief Whether $expand asks for statistics.
    bool expandsStats() const;
    //! \brief The address of the page after the item \a last.
    std::string nextLink(const std::string &last) const;

    //! \brief Throws what the rules of the operation say against the query and the headers.
    void checkAgainst(const OperationRules &rules);
    //! \brief That of the request, once readVersion() has read it.
    ApiVersion version() const { return m_version; }

    //! \brief 200 with one object of the set \a set, or 304 when a read condition says so.
    Response element(std::string_view set, Json item, const Revision *revision = nullptr) const;
    //! \brief 200 with one object that is no resource; \a type is what odata.metadata names.
    Response object(std::string_view type, Json object) const;
    //! \brief 200 with a list of the set \a set.
    Response list(std::string_view set, Json items,
                  const std::optional<std::string> &lastOfPage = {}) const;
    //! \brief No body; with \a revision its headers.
    Response empty(int status, const Revision *revision = nullptr) const;
    //! \brief 201 with the headers of what was made.
    Response created(const Revision &revision, const std::string &location) const;
    Response error(const ApiError &error) const;
    //! \brief The error object as it stands inside an addtaskcollection answer too.
    Json errorJson(const ApiError &error, bool withMetadata) const;

private:
    void checkParameter(const std::string &name, const std::string &value) const;
    void checkSelect() const;
    std::string tokenOf(const std::string &key) const;
    void addCommonHeaders(Response &response) const;
    static void addRevision(Response &response, const Revision &revision);

    const Request &m_request;
    Engine &m_engine;
    std::string m_base;
    std::string m_requestId;
    std::string_view m_operation;
    ApiVersion m_version = newestApiVersion;
    const OperationRules *m_rules = nullptr;
    std::vector<std::string> m_ids;
    std::set<std::string> m_selected;
};

//! \brief Percent-encodes all but unreserved characters.
std::string percentEncoded(std::string_view text);
//! \brief The names of a list with commas.
std::set<std::string> splitNames(const std::string &text);

//! \brief One page of \a map, in the order of its keys.
//! \param fields gives the FieldReader of an item, \a encode its JSON.
template <typename Map, typename Fields, typename Encode>
Response pageOf(const Exchange &exchange, std::string_view set, const Map &map, Fields fields,
                Encode encode)
{
    const Filter filter = exchange.filter();
    const std::size_t most = exchange.maxResults();
    const std::string token = exchange.skipKey();
    Json items = Json::array();
    std::optional<std::string> last;
    auto at = token.empty() ? map.begin() : map.upper_bound(token);
    for (; at != map.end(); ++at) {
        if (!filter.matches(fields(at->second)))
            continue;
        if (items.size() == most)
            return exchange.list(set, std::move(items), last);
        Json item = encode(at->second);
        if (item.is_null())
            continue;
        items.push_back(exchange.shown(set, std::move(item)));
        last = at->first;
    }
    return exchange.list(set, std::move(items));
}

} // namespace Batchdesk::LocalService
