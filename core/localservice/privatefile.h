// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace Batchdesk::LocalService {

//! \brief Puts \a text into \a file, which nobody else may read (0600), at once or not at all, and
//! on the disk when it returns. Throws std::system_error.
void writePrivateFile(const std::filesystem::path &file, const std::string &text);

//! \brief A file that grows line by line and that nobody else may read (0600).
class PrivateAppender
{
public:
    //! \brief Opens or makes it. Throws std::system_error.
    explicit PrivateAppender(const std::filesystem::path &file);
    ~PrivateAppender();
    PrivateAppender(const PrivateAppender &) = delete;
    PrivateAppender &operator=(const PrivateAppender &) = delete;

    //! \brief Adds \a text in one piece, whoever else is writing. \return false when the disk
    //! refused.
    bool append(const std::string &text);

private:
    int m_file;
};

} // namespace Batchdesk::LocalService
