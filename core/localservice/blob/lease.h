// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/clock.h"

#include <optional>
#include <string>

namespace Batchdesk::LocalService::Blobs {

//! \brief What a lease is on: the two differ in the words of their refusals alone.
enum class Leased { Container, Blob };

//! \brief The lease of a container or a blob. A plain value; the time is told to it.
//!
//! The functions named after the actions of Lease Container and Lease Blob throw BlobError (409)
//! where the service's table of states says that the action fails.
class Lease
{
public:
    using Time = ServiceClock::Time;
    enum class State { Available, Held, Expired, Breaking, Broken };
    static constexpr int infinite = -1;

    State state(Time now) const;
    //! \brief True while a change needs the id.
    bool locks(Time now) const;
    bool isInfinite() const { return m_seconds == infinite; }

    //! \param seconds 15 to 60, or infinite.
    void acquire(const std::string &id, int seconds, Time now);
    void renew(Leased what, const std::string &id, Time now);
    void change(Leased what, const std::string &id, const std::string &proposed, Time now);
    void release(Leased what, const std::string &id);
    //! \return in how many seconds the lease will be broken.
    int breakUp(Leased what, std::optional<int> period, Time now);

    //! \brief Throws BlobError (412) when a change under \a id, or without one, is not let through.
    void checkChange(Leased what, const std::optional<std::string> &id, Time now) const;
    //! \brief As checkChange(), but for reads, which need no id, though a given one must be right.
    void checkRead(Leased what, const std::optional<std::string> &id, Time now) const;
    //! \brief A lease that has run out cannot be renewed once something was changed.
    void noteChange(Time now);

    const std::string &id() const { return m_id; }
    //! \brief As text for the index; empty when there is no lease.
    std::string packed() const;
    static Lease unpacked(const std::string &text);

private:
    std::string m_id; //!< Empty: there is none.
    int m_seconds = 0;
    Time m_until;            //!< When a lease of some seconds runs out, or a broken one is broken.
    bool m_breaking = false; //!< Or broken, once the time is over.
};

//! \brief As in x-ms-lease-state: available, leased, expired, breaking, broken.
std::string leaseStateName(Lease::State state);

} // namespace Batchdesk::LocalService::Blobs
