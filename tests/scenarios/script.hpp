// A scenario file, read: who is in the story, how the room is set, and its lines in order. What a line means is the
// business of verbs and checker.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "domain/room/limits.hpp"
#include "domain/room/role.hpp"
#include "scenarios/phrase.hpp"

namespace nightlight::scenario {

struct person {
  std::string label;
  domain::role role = domain::role::member;
  bool inside = true;  // in the room when the story begins
  bool listening = false;
};

struct script_line {
  source_place where;
  bool timed = false;
  instant at;  // of the newest timed line
  phrase what;
};

// The beginning of the first day.
inline constexpr instant midnight = from_unix_ms(1'893'456'000'000);

struct script {
  std::string title;
  bool open = true;
  seconds slow_mode{0};
  std::uint32_t retention_hours = 24;
  std::uint32_t speaking_places = 0;  // of the room itself; zero leaves it to the limits
  instant starts_at, ends_at;         // as the calendar planned it; the epoch: it did not
  std::chrono::minutes late_entry{0};
  bool second = false;  // beside another
  domain::limits rules;
  std::vector<person> people;
  std::vector<script_line> lines;

  std::vector<std::string> labels() const;
};

script read_script(std::string_view text, const std::string& file);

}  // namespace nightlight::scenario
