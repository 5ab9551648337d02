#include "app/config_parts.hpp"

namespace nightlight::app {
namespace {

constexpr std::int64_t seconds_in_an_hour = 3600;

seconds hours(std::uint32_t n) { return seconds{n * seconds_in_an_hour}; }

}  // namespace

domain::limits room_rules(const config& c) {
  domain::limits rules;
  rules.body_code_points_max = c.limits.body_code_points_max;
  rules.name_code_points_min = c.limits.name_code_points_min;
  rules.name_code_points_max = c.limits.name_code_points_max;
  rules.reason_code_points_max = c.limits.reason_code_points_max;
  rules.speaking_capacity = c.limits.speaking_capacity;
  rules.listening_capacity = c.limits.listening_capacity;
  rules.slow_mode_max = seconds{c.limits.slow_mode_seconds_max};
  return rules;
}

rooms::options room_options(const config& c) {
  rooms::options out;
  out.rules = room_rules(c);
  out.mailbox_commands_max = c.limits.mailbox_commands_max;
  out.snapshot_bytes_max = c.limits.snapshot_bytes_max;
  out.resume_events_max = c.limits.resume_events_max;
  out.presence_names_max = c.limits.presence_names_max;
  out.staff_grace = std::chrono::seconds{c.timing.staff_grace_seconds};
  return out;
}

accounts::room_book_limits room_book_limits(const config& c) {
  accounts::room_book_limits out;
  out.title_code_points_max = c.limits.title_code_points_max;
  out.slow_mode_seconds_max = c.limits.slow_mode_seconds_max;
  out.invitation_length = hours(c.timing.invitation_hours);
  return out;
}

accounts::session_lengths session_lengths(const config& c) {
  return {.member = hours(c.timing.member_session_hours), .staff = hours(c.timing.staff_session_hours)};
}

}  // namespace nightlight::app
