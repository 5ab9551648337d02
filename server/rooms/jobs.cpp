#include "rooms/jobs.hpp"

#include <string>

#include "sealing/text_form.hpp"

namespace nightlight::rooms {

job_row purge_job(const room_id& room, const meeting_id& meeting, instant closed_at, std::uint32_t retention_hours) {
  const std::string subject = room.value + "/" + sealing::to_hex(meeting.value);
  return {std::string(purge_kind), subject, closed_at + std::chrono::hours{retention_hours}, 0};
}

std::optional<std::pair<room_id, meeting_id>> purge_subject(std::string_view subject) {
  const std::size_t slash = subject.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  auto meeting = sealing::from_hex(subject.substr(slash + 1));
  if (!meeting) return std::nullopt;
  return std::pair{room_id{std::string(subject.substr(0, slash))}, meeting_id{std::move(*meeting)}};
}

}  // namespace nightlight::rooms
