// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief An application and its versions, oldest first: numbers in them count as numbers.
struct Application
{
    std::string id;
    std::vector<std::string> versions;
};

//! \brief The application packages of this computer: applications/<id>/<version>.zip beside the
//! Batch state. Azure takes them through its management API; here they are files put there. The
//! folder is read whenever it is asked, so that a new file needs no restart.
class Applications
{
public:
    explicit Applications(std::filesystem::path directory);

    //! \brief Those that have a version, by id.
    std::vector<Application> all() const;
    std::optional<Application> find(const std::string &id) const;
    //! \brief The zip of a version, of the newest one for an empty \a version; nothing when there
    //! is none.
    std::optional<std::filesystem::path> package(const std::string &id,
                                                 const std::string &version) const;

private:
    std::filesystem::path m_directory;
};

} // namespace Batchdesk::LocalService
