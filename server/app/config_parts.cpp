#include "app/config_parts.hpp"

namespace nightlight::app {
namespace {

constexpr std::int64_t seconds_in_an_hour = 3600;
// Typing, pings and history come beside messages; a client that sends more than this is broken.
constexpr std::uint32_t frames_per_message = 4;
// A turn may bring one person each event and her own answer to it, and she reads while the next one is decided.
constexpr std::uint32_t turns_in_outbox = 4;

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
  rules.second_room_at = c.limits.second_room_at;
  rules.slow_mode_max = seconds{c.limits.slow_mode_seconds_max};
  rules.closing_grace = std::chrono::minutes{c.meeting.closing_grace_minutes};
  rules.closing_wait = std::chrono::minutes{c.meeting.closing_wait_minutes};
  rules.extension_min = std::chrono::minutes{c.meeting.extension_minutes_min};
  rules.extension_max = std::chrono::minutes{c.meeting.extension_minutes_max};
  rules.extension_total = std::chrono::minutes{c.meeting.extension_minutes_total};
  rules.late_entry = std::chrono::minutes{c.meeting.late_entry_minutes};
  rules.ladder.red_co_facilitator = seconds{c.paging.red_co_facilitator_seconds};
  rules.ladder.red_on_call = seconds{c.paging.red_on_call_seconds};
  rules.ladder.red_admin = seconds{c.paging.red_admin_seconds};
  rules.ladder.amber_co_facilitator = seconds{c.paging.amber_co_facilitator_seconds};
  rules.ladder.amber_on_call = seconds{c.paging.amber_on_call_seconds};
  return rules;
}

rooms::options room_options(const config& c) {
  rooms::options out;
  out.rules = room_rules(c);
  out.mailbox_commands_max = c.limits.mailbox_commands_max;
  out.turn_commands_max = c.limits.outbox_frames_max / turns_in_outbox;
  out.turn_bytes_max = c.limits.outbox_bytes_max / turns_in_outbox;
  out.snapshot_bytes_max = c.limits.snapshot_bytes_max;
  out.resume_events_max = c.limits.resume_events_max;
  out.presence_names_max = c.limits.presence_names_max;
  out.place_kept = std::chrono::seconds{c.timing.place_kept_seconds};
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

transport::session_rates session_rates(const config& c) {
  transport::session_rates out;
  out.sign_ins_per_prefix.per_minute = c.limits.sign_ins_per_prefix_per_minute;
  return out;
}

transport::http_rules http_rules(const config& c) {
  transport::http_rules out;
  out.header_bytes_max = c.limits.header_bytes_max;
  out.body_bytes_max = c.limits.request_body_bytes_max;
  out.header_time_max = std::chrono::seconds{c.timing.header_seconds};
  out.idle_time_max = std::chrono::seconds{c.timing.keep_alive_seconds};
  return out;
}

transport::websocket_options websocket_options(const config& c) {
  transport::websocket_options out;
  out.message_bytes_max = c.limits.frame_bytes_max;
  out.message_bytes_max_before_sign_in = c.limits.frame_bytes_before_hello_max;
  out.outbox = {c.limits.outbox_frames_max, c.limits.outbox_bytes_max};
  out.sign_in_within = std::chrono::seconds{c.timing.hello_seconds};
  out.ping_every = std::chrono::seconds{c.timing.ping_seconds};
  out.dead_after = std::chrono::seconds{c.timing.dead_seconds};
  out.staff_ping_every = std::chrono::seconds{c.timing.staff_ping_seconds};
  out.staff_dead_after = std::chrono::seconds{c.timing.staff_dead_seconds};
  out.write_within = std::chrono::seconds{c.timing.write_seconds};
  return out;
}

transport::conversation_options conversation_options(const config& c) {
  transport::conversation_options out;
  out.rules = room_rules(c);
  out.frame_bytes_max = c.limits.frame_bytes_max;
  out.messages = {c.limits.messages_per_connection_burst, c.limits.messages_per_connection_per_minute};
  out.frames = {out.messages.burst * frames_per_message, out.messages.per_minute * frames_per_message};
  return out;
}

calendar::choices calendar_choices(const config& c) { return {std::chrono::minutes{c.calendar.offer_minutes}}; }

domain::calendar::holidays holidays(const config& c) {
  domain::calendar::holidays out;
  for (const std::string& text : c.organisation.holidays) {
    if (const auto day = domain::calendar::local_day_of(text)) out.insert(*day);
  }
  return out;
}

std::vector<transport::network> trusted_proxies(const config& c) {
  std::vector<transport::network> out;
  for (const std::string& text : c.server.trusted_proxies) {
    if (const auto parsed = transport::network::parse(text)) out.push_back(*parsed);
  }
  return out;
}

}  // namespace nightlight::app
