// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/routes.h"

// Certificates, which older versions of the API still speak of. An account here never has any.
namespace Batchdesk::LocalService {

namespace {

Response list(Exchange &x)
{
    x.filter();
    x.maxResults();
    x.skipKey();
    return x.list("certificates", Json::array());
}

Response noCertificate(Exchange &)
{
    throw ApiError("CertificateNotFound");
}

Response refuse(Exchange &x)
{
    x.body();
    throw ApiError::because("InvalidInput",
                            "Azure has retired certificates, and this computer keeps none.");
}

} // namespace

std::vector<Route> certificateRoutes()
{
    return {
        {"Certificate_List", "GET", "certificates", list},
        {"Certificate_Add", "POST", "certificates", refuse},
        {"Certificate_Get", "GET", "certificates({})", noCertificate},
        {"Certificate_Delete", "DELETE", "certificates({})", noCertificate},
        {"Certificate_CancelDeletion", "POST", "certificates({})/canceldelete", noCertificate},
    };
}

} // namespace Batchdesk::LocalService
