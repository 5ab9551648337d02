// The stored jobs that rooms write: destroying the words of a closed meeting, each class when its time has come.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "domain/room/word_class.hpp"
#include "ports/store.hpp"
#include "sealing/retention_class.hpp"

namespace nightlight::rooms {

// What was held or taken back, counted from the opening, so that none of it is kept for longer.
inline constexpr std::chrono::hours set_aside_kept{72};
inline constexpr std::chrono::hours reports_kept{30 * 24};  // after the close

// A kind of job and what it destroys.
struct purge_kind {
  std::string_view job;
  domain::word_class words;
};

// Every one that was ever written.
std::span<const purge_kind> purge_kinds();

domain::word_class words_of(const job_row& job);

struct ended_meeting {
  room_id room;
  meeting_id meeting;
  instant opened_at;
  instant closed_at;
  std::uint32_t retention_hours = 24;
};

// One for each class that is not forgotten with another: what was set aside has one of its own only where the talk is
// kept for longer.
std::vector<job_row> purge_jobs(const ended_meeting& of);

// Nothing when the subject is not one that purge_jobs() writes.
std::optional<std::pair<room_id, meeting_id>> purge_subject(std::string_view subject);

// The keys that go with these words.
std::span<const sealing::retention_class> classes_of(domain::word_class words);

}  // namespace nightlight::rooms
