// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/sharedaccesssignature.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"
#include "tests/core/localservice/auth/vectors.h"

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Auth;

namespace {

const Account account{"acct", "key"};
using Fields = std::vector<std::pair<std::string, std::string>>;

ServiceClock::Time now()
{
    return Http::parseIsoTime("2026-01-01T12:00:00Z").value();
}

Request withQuery(const Fields &fields)
{
    std::string query;
    for (const auto &[name, value] : fields)
        query += (query.empty() ? "" : "&") + name + '=' + Http::percentEncode(value);
    return Testkit::requestOf("GET", "http://h/acct/c/b?" + query, {});
}

const SasUse readBlob{SasUse::Resource::Object, "c", "d/b", "r", true};

//! \brief The refusal of a service SAS signed over its own fields, for \a use; empty when let
//! through.
std::string serviceSas(Fields fields, const SasUse &use = readBlob, bool wholeContainer = false)
{
    const auto text = serviceSasStringToSign(withQuery(fields).query, account.name, use.container,
                                             wholeContainer ? "" : use.blob);
    fields.emplace_back("sig", signatureOf(account.key, text.value_or("")));
    const auto refusal = refuseSas(withQuery(fields), account, use, now());
    return refusal ? refusal->code : "";
}

std::string accountSas(Fields fields, const SasUse &use)
{
    fields.emplace_back(
        "sig", signatureOf(account.key, accountSasStringToSign(withQuery(fields).query, "acct")));
    const auto refusal = refuseSas(withQuery(fields), account, use, now());
    return refusal ? refusal->code : "";
}

const std::string version = "2021-12-02";
const std::string later = "2026-01-01T13:00:00Z";
const std::string earlier = "2026-01-01T11:00:00Z";

} // namespace

TEST(SharedAccessSignature, ComputesAllVectors)
{
    const auto vectors = Testkit::readVectors("blob.json");
    const std::string name = vectors["account"];
    const std::string key = fromBase64(vectors["key_base64"].get<std::string>()).value();
    int count = 0;
    for (const auto &vector : vectors["vectors"]) {
        const std::string kind = vector["kind"];
        if (kind == "sharedkey" || kind == "user-delegation-sas")
            continue;
        const auto &inputs = vector["inputs"];
        std::string token = vector["sas_token"];
        if (inputs.contains("snapshot"))
            token += "&snapshot=" + Http::percentEncode(inputs["snapshot"].get<std::string>());
        const FieldList query = Testkit::requestOf("GET", "http://h/x?" + token, {}).query;
        const std::string text = kind == "account-sas"
            ? accountSasStringToSign(query, name)
            : serviceSasStringToSign(query, name, inputs["container"],
                                     kind == "service-sas-blob" ? inputs["blob"].get<std::string>()
                                                                : "")
                  .value();
        EXPECT_EQ(text, vector["string_to_sign"].get<std::string>()) << vector["id"];
        EXPECT_EQ(signatureOf(key, text), query.value("sig")) << vector["id"];
        ++count;
    }
    EXPECT_EQ(count, 18);
}

TEST(SharedAccessSignature, ABlobSasGrantsItsBlobOnly)
{
    const Fields fields = {{"sv", version}, {"sr", "b"}, {"sp", "r"}, {"se", later}};
    EXPECT_EQ(serviceSas(fields), "");
    Fields signedForOther = fields;
    const auto text = serviceSasStringToSign(withQuery(fields).query, "acct", "c", "other");
    signedForOther.emplace_back("sig", signatureOf(account.key, *text));
    EXPECT_EQ(refuseSas(withQuery(signedForOther), account, readBlob, now())->code,
              "AuthenticationFailed");
    SasUse write = readBlob;
    write.anyOf = "cw";
    EXPECT_EQ(serviceSas(fields, write), "AuthorizationPermissionMismatch");
}

TEST(SharedAccessSignature, AContainerSasGrantsItsBlobsAndListing)
{
    const Fields fields = {{"sv", version}, {"sr", "c"}, {"sp", "rl"}, {"se", later}};
    EXPECT_EQ(serviceSas(fields, readBlob, true), "");
    SasUse list{SasUse::Resource::Container, "c", "", "l", true};
    EXPECT_EQ(serviceSas(fields, list, true), "");
    list.grantedByServiceSas = false;
    EXPECT_EQ(serviceSas(fields, list, true), "AuthorizationPermissionMismatch");
}

TEST(SharedAccessSignature, HoldsOnlyInItsTimeProtocolAndAddresses)
{
    const Fields base = {{"sv", version}, {"sr", "b"}, {"sp", "r"}};
    const auto with = [&](const Fields &more) {
        Fields fields = base;
        fields.insert(fields.end(), more.begin(), more.end());
        return serviceSas(fields);
    };
    EXPECT_EQ(with({{"st", earlier},
                    {"se", later},
                    {"spr", "https,http"},
                    {"sip", "127.0.0.0-127.0.0.9"}}),
              "");
    EXPECT_EQ(with({{"se", earlier}}), "AuthenticationFailed");
    EXPECT_EQ(with({{"st", later}, {"se", "2027-01-01"}}), "AuthenticationFailed");
    EXPECT_EQ(with({}), "AuthenticationFailed");
    EXPECT_EQ(with({{"se", "soon"}}), "AuthenticationFailed");
    EXPECT_EQ(with({{"se", later}, {"spr", "https"}}), "AuthorizationProtocolMismatch");
    EXPECT_EQ(with({{"se", later}, {"spr", "http"}}), "AuthenticationFailed");
    EXPECT_EQ(with({{"se", later}, {"sip", "10.0.0.1"}}), "AuthorizationSourceIPMismatch");
    EXPECT_EQ(with({{"se", later}, {"sip", "127.0.0.1.5"}}), "AuthorizationSourceIPMismatch");
    EXPECT_EQ(with({{"se", later}, {"si", "policy"}}), "AuthenticationFailed");
    EXPECT_EQ(with({{"se", later}, {"skoid", "x"}}), "AuthenticationFailed");
}

TEST(SharedAccessSignature, KnowsTheLayoutOfItsVersion)
{
    const auto lineCount = [](const std::string &text) {
        return std::count(text.begin(), text.end(), '\n') + 1;
    };
    const auto text = [&](const std::string &sv) {
        return serviceSasStringToSign(withQuery({{"sv", sv}, {"sr", "b"}}).query, "acct", "c", "b");
    };
    EXPECT_EQ(lineCount(text("2026-04-06").value()), 16);
    EXPECT_EQ(lineCount(text("2020-12-06").value()), 16);
    EXPECT_EQ(lineCount(text("2020-10-02").value()), 15);
    EXPECT_EQ(lineCount(text("2018-11-09").value()), 15);
    EXPECT_EQ(lineCount(text("2018-03-28").value()), 13);
    EXPECT_EQ(lineCount(text("2015-04-05").value()), 13);
    EXPECT_FALSE(text("2015-02-21"));
    EXPECT_EQ(serviceSas({{"sv", "2018-11-09"}, {"sr", "b"}, {"sp", "r"}, {"se", later}}), "");
    EXPECT_EQ(serviceSas({{"sv", "2017-07-29"}, {"sr", "b"}, {"sp", "r"}, {"se", later}}), "");
    for (const char *unknown : {"2015-02-21", "2018-11-10", "2099-01-01", "", "x"})
        EXPECT_EQ(serviceSas({{"sv", unknown}, {"sr", "b"}, {"sp", "r"}, {"se", later}}),
                  "AuthenticationFailed")
            << unknown;
}

TEST(SharedAccessSignature, EveryFieldIsPartOfWhatIsSigned)
{
    Fields fields = {{"sv", version},       {"sr", "b"},          {"sp", "r"},
                     {"st", earlier},       {"se", later},        {"sip", "127.0.0.1"},
                     {"spr", "https,http"}, {"rscc", "no-cache"}, {"rscd", "inline"},
                     {"rsce", "gzip"},      {"rscl", "de"},       {"rsct", "text/plain"}};
    EXPECT_EQ(serviceSas(fields), "");
    const auto text = serviceSasStringToSign(withQuery(fields).query, "acct", "c", "d/b");
    const std::string signature = signatureOf(account.key, text.value());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        Fields changed = fields;
        changed[i].second = fields[i].first == "sv" ? "2021-10-04" : fields[i].second + 'd';
        changed.emplace_back("sig", signature);
        const auto refusal = refuseSas(withQuery(changed), account, readBlob, now());
        ASSERT_TRUE(refusal) << fields[i].first;
        EXPECT_EQ(refusal->code, "AuthenticationFailed") << fields[i].first;
    }
}

TEST(SharedAccessSignature, ScopesAndDirectoriesAreRefused)
{
    EXPECT_EQ(
        serviceSas({{"sv", version}, {"sr", "b"}, {"sp", "r"}, {"se", later}, {"ses", "scope"}}),
        "AuthenticationFailed");
    EXPECT_EQ(serviceSas({{"sv", version}, {"sr", "d"}, {"sdd", "1"}, {"sp", "r"}, {"se", later}}),
              "AuthenticationFailed");
    EXPECT_EQ(serviceSas({{"sv", version}, {"sr", "bv"}, {"sp", "r"}, {"se", later}}),
              "AuthenticationFailed");
    EXPECT_EQ(serviceSas({{"sv", version}, {"sp", "r"}, {"se", later}}), "AuthenticationFailed");
    EXPECT_EQ(serviceSas({{"sv", version}, {"sr", "b"}, {"se", later}}), "AuthenticationFailed");
}

TEST(SharedAccessSignature, ASnapshotHasASasOfItsOwn)
{
    const Fields snapshot = {{"sv", version},
                             {"sr", "bs"},
                             {"sp", "r"},
                             {"se", later},
                             {"snapshot", "2026-01-01T00:00:00.0000000Z"}};
    EXPECT_EQ(serviceSas(snapshot), "");
    Fields other = snapshot;
    const auto text = serviceSasStringToSign(withQuery(snapshot).query, "acct", "c", "d/b");
    other.back().second = "2026-01-02T00:00:00.0000000Z";
    other.emplace_back("sig", signatureOf(account.key, text.value()));
    EXPECT_EQ(refuseSas(withQuery(other), account, readBlob, now())->code, "AuthenticationFailed");
    Fields blob = snapshot;
    blob[1].second = "b";
    EXPECT_EQ(serviceSas(blob), "AuthorizationPermissionMismatch");
    Fields none = snapshot;
    none.pop_back();
    EXPECT_EQ(serviceSas(none), "AuthorizationPermissionMismatch");
    blob[1].second = "c";
    EXPECT_EQ(serviceSas(blob, readBlob, true), "");
}

TEST(SharedAccessSignature, APolicyCompletesIt)
{
    const FindPolicy findPolicy = [](const std::string &id) {
        return id == "p" ? std::optional(AccessPolicy{"p", earlier, later, "rl"}) : std::nullopt;
    };
    const auto with = [&](Fields fields) {
        const auto text = serviceSasStringToSign(withQuery(fields).query, "acct", "c", "d/b");
        fields.emplace_back("sig", signatureOf(account.key, text.value()));
        const auto refusal = refuseSas(withQuery(fields), account, readBlob, now(), findPolicy);
        return refusal ? refusal->code : "";
    };
    // A blob cannot be listed: the letters of the policy are more than a SAS for a blob may have.
    EXPECT_EQ(with({{"sv", version}, {"sr", "b"}, {"si", "p"}}), "AuthenticationFailed");
    EXPECT_EQ(with({{"sv", version}, {"sr", "b"}, {"si", "other"}}), "AuthenticationFailed");
    EXPECT_EQ(grantedLetters(withQuery({{"si", "p"}}).query, findPolicy), "rl");
    EXPECT_EQ(grantedLetters(withQuery({{"si", "p"}, {"sp", "w"}}).query, findPolicy), "");
    EXPECT_EQ(grantedLetters(withQuery({{"sp", "w"}}).query, {}), "w");
}

TEST(SharedAccessSignature, PermissionLettersHaveAnOrder)
{
    EXPECT_EQ(serviceSas({{"sv", version}, {"sr", "b"}, {"sp", "wr"}, {"se", later}}),
              "AuthenticationFailed");
    EXPECT_EQ(serviceSas({{"sv", version}, {"sr", "b"}, {"sp", "rr"}, {"se", later}}),
              "AuthenticationFailed");
    EXPECT_EQ(serviceSas({{"sv", version}, {"sr", "b"}, {"sp", "racwd"}, {"se", later}}), "");
}

TEST(SharedAccessSignature, AnAccountSasGrantsByServiceTypeAndLetter)
{
    const SasUse listContainers{SasUse::Resource::Service, "", "", "l", false};
    const Fields fields = {
        {"sv", version}, {"ss", "bq"}, {"srt", "so"}, {"sp", "rl"}, {"se", later}};
    EXPECT_EQ(accountSas(fields, listContainers), "");
    EXPECT_EQ(accountSas(fields, readBlob), "");
    EXPECT_EQ(accountSas(fields, {SasUse::Resource::Container, "c", "", "r", false}),
              "AuthorizationResourceTypeMismatch");
    EXPECT_EQ(accountSas(fields, {SasUse::Resource::Object, "c", "b", "w", true}),
              "AuthorizationPermissionMismatch");
    EXPECT_EQ(accountSas({{"sv", version}, {"ss", "q"}, {"srt", "sco"}, {"sp", "r"}, {"se", later}},
                         readBlob),
              "AuthorizationServiceMismatch");
    const auto malformed = [&](const std::string &ss, const std::string &srt, const std::string &sp,
                               const std::string &se) {
        return accountSas({{"sv", version}, {"ss", ss}, {"srt", srt}, {"sp", sp}, {"se", se}},
                          readBlob);
    };
    EXPECT_EQ(malformed("b", "sco", "r", later), "");
    EXPECT_EQ(malformed("b", "sco", "tr", later), "");
    EXPECT_EQ(malformed("b", "sco", "r", earlier), "AuthenticationFailed");
    EXPECT_EQ(malformed("bz", "sco", "r", later), "AuthenticationFailed");
    EXPECT_EQ(malformed("bb", "sco", "r", later), "AuthenticationFailed");
    EXPECT_EQ(malformed("b", "scox", "r", later), "AuthenticationFailed");
    EXPECT_EQ(malformed("b", "", "r", later), "AuthenticationFailed");
    EXPECT_EQ(malformed("b", "sco", "rz", later), "AuthenticationFailed");
    EXPECT_EQ(malformed("b", "sco", "rr", later), "AuthenticationFailed");
    EXPECT_EQ(malformed("b", "sco", "", later), "AuthenticationFailed");
}
