// The stored jobs that rooms write. One kind so far: destroying the words of a closed meeting.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "base/ids.hpp"
#include "ports/store.hpp"

namespace nightlight::rooms {

inline constexpr std::string_view purge_kind = "purge_words";

// Due `retention_hours` after the meeting closed.
job_row purge_job(const room_id& room, const meeting_id& meeting, instant closed_at, std::uint32_t retention_hours);

// Nothing when the subject is not one that purge_job() writes.
std::optional<std::pair<room_id, meeting_id>> purge_subject(std::string_view subject);

}  // namespace nightlight::rooms
