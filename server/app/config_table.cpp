#include "app/config_table.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <type_traits>

namespace nightlight::app {
namespace {

// Adds the rows of one section.
template <class Section>
class rows_of {
 public:
  rows_of(std::vector<option>& out, std::string_view section, Section config::*where)
      : out_(out), section_(section), where_(where) {}

  template <class T>
  option& text(std::string_view key, T Section::*member, std::string_view meaning) {
    option o;
    o.section = section_;
    o.key = key;
    o.meaning = meaning;
    o.get = [where = where_, member](const config& c) -> option_value {
      if constexpr (std::is_integral_v<T>) {
        return static_cast<std::int64_t>(c.*where.*member);
      } else {
        return c.*where.*member;
      }
    };
    o.set = [where = where_, member](config& c, const option_value& value) {
      if constexpr (std::is_integral_v<T>) {
        (c.*where).*member = static_cast<T>(std::get<std::int64_t>(value));
      } else {
        (c.*where).*member = std::get<T>(value);
      }
    };
    return out_.emplace_back(std::move(o));
  }

  template <class T>
  void number(std::string_view key, T Section::*member, std::int64_t min, std::int64_t max, std::string_view meaning) {
    option& o = text(key, member, meaning);
    o.min = min;
    o.max = max;
  }

  void choice(std::string_view key, std::string Section::*member, std::vector<std::string_view> choices,
              std::string_view meaning) {
    text(key, member, meaning).choices = std::move(choices);
  }

 private:
  std::vector<option>& out_;
  std::string_view section_;
  Section config::*where_;
};

void add_server(std::vector<option>& out) {
  using s = server_config;
  rows_of<s> rows(out, "server", &config::server);
  rows.text("listen_address", &s::listen_address,
            "Where to listen. Other than loopback needs the certificate below or a trusted proxy.");
  rows.number("port", &s::port, 0, 65535, "The port to listen on; 0 takes a free one and prints it.");
  rows.text("public_origins", &s::public_origins,
            "What a browser shows for this site, as in [\"https://circle.example.org\"]; empty: this machine only.");
  rows.text("trusted_proxies", &s::trusted_proxies,
            "Addresses or prefixes (\"10.0.0.0/8\") of proxies whose word about the caller's address is believed.");
  rows.text("tls_certificate_file", &s::tls_certificate_file,
            "Certificate chain (PEM) for serving TLS without a proxy. SIGHUP reads it again.");
  rows.text("tls_key_file", &s::tls_key_file,
            "Its private key (PEM); refused when others on this machine can read it.");
  rows.text("static_dir", &s::static_dir, "The built client.");
  rows.number("shards", &s::shards, 1, 64, "Threads that carry conversations. One is enough for thousands of people.");
}

void add_store(std::vector<option>& out) {
  using s = store_config;
  rows_of<s> rows(out, "store", &config::store);
  rows.text("path", &s::path, "The database. Its lock file and control socket are made beside it.");
  rows.text(
      "keys_dir", &s::keys_dir,
      "The keys of what was typed, one file for each meeting. Never put them in the same backup as the database.");
}

void add_organisation(std::vector<option>& out) {
  using s = organisation_config;
  rows_of<s> rows(out, "organisation", &config::organisation);
  rows.text("name", &s::name, "Shown to everyone who opens an invitation.");
  rows.choice("language", &s::language, {"en", "es"},
              "The language of the server's own words when a reader asks for none.");
  rows.text("region", &s::region, "Whose help numbers are shown: a file in helplines_dir.");
  rows.text("guidelines_dir", &s::guidelines_dir, "What everyone agrees to before she comes in.");
  rows.text("helplines_dir", &s::helplines_dir, "The help numbers, by region.");
  rows.text("lexicon_dir", &s::lexicon_dir, "The phrases that call staff, by language. SIGHUP reads them again.");
  rows.text("conduct_rules_file", &s::conduct_rules_file,
            "What should be read first, or said another way, in every room; empty: the built-in rules alone.");
  rows.text("holidays", &s::holidays,
            "Days without meetings, for the series that keep them, as in [\"2026-12-25\", \"2027-01-01\"].");
  rows.text("schedule_shown_on", &s::schedule_shown_on,
            "Web sites that may show the schedule (/embed) inside their pages, as in [\"https://www.example.org\"].");
  rows.text(
      "sign_up_address", &s::sign_up_address,
      "Where that schedule's links lead: your own page for whoever wants to come; empty: this site's front page.");
  rows.text("directory_file", &s::directory_file,
            "Groups and places near you that a mother can find here (config/README.md); empty: none.");
}

void add_limits(std::vector<option>& out) {
  using s = limits_config;
  rows_of<s> rows(out, "limits", &config::limits);
  rows.number("body_code_points_max", &s::body_code_points_max, 1, 4000, "The longest message.");
  rows.number("name_code_points_min", &s::name_code_points_min, 1, 24, "The shortest name.");
  rows.number("name_code_points_max", &s::name_code_points_max, 2, 64, "The longest name.");
  rows.number("title_code_points_max", &s::title_code_points_max, 2, 200, "The longest title of a room.");
  rows.number("reason_code_points_max", &s::reason_code_points_max, 1, 1000,
              "The longest reason for a mute, a removal, a retraction.");
  rows.number("speaking_capacity", &s::speaking_capacity, 1, 10000,
              "Members who may speak in a room that says nothing else.");
  rows.number("listening_capacity", &s::listening_capacity, 0, 10000, "Listening members beside them.");
  rows.number("second_room_at", &s::second_room_at, 0, 10000,
              "When so many members speak, the team is told that a second room can be opened; 0: never.");
  rows.number("retention_hours", &s::retention_hours, 0, 168,
              "How long words are kept after a meeting closes, in a room that says nothing else.");
  rows.number("slow_mode_seconds_max", &s::slow_mode_seconds_max, 1, 86400, "The slowest slow mode.");
  rows.number("snapshot_bytes_max", &s::snapshot_bytes_max, 16384, 1 << 20,
              "Words sent to someone who joins; older ones are asked for by page.");
  rows.number("resume_events_max", &s::resume_events_max, 1, 10000,
              "Further behind than this, someone who comes back gets a snapshot instead.");
  rows.number("presence_names_max", &s::presence_names_max, 1, 10000,
              "In larger rooms people are told how many are here, not who.");
  rows.number("frame_bytes_max", &s::frame_bytes_max, 4096, 65536, "The longest frame a signed-in client may send.");
  rows.number("frame_bytes_before_hello_max", &s::frame_bytes_before_hello_max, 1024, 16384,
              "The longest frame before that.");
  rows.number("request_body_bytes_max", &s::request_body_bytes_max, 4096, 1 << 20,
              "The longest body of an HTTP request. In chunks, 64 KiB at most.");
  rows.number("header_bytes_max", &s::header_bytes_max, 2048, 65536, "The longest header of an HTTP request.");
  rows.number("outbox_frames_max", &s::outbox_frames_max, 16, 65536,
              "Frames that may wait for one slow reader before she is told to resume.");
  rows.number("outbox_bytes_max", &s::outbox_bytes_max, 65536, 16 << 20,
              "Bytes that may wait for one slow reader before she is told to resume.");
  rows.number("mailbox_commands_max", &s::mailbox_commands_max, 16, 65536,
              "Commands that may wait for one room; later ones are refused for the moment.");
  rows.number("messages_per_connection_burst", &s::messages_per_connection_burst, 1, 100000,
              "Commands one connection may send at once.");
  rows.number("messages_per_connection_per_minute", &s::messages_per_connection_per_minute, 1, 1000000,
              "Commands one connection may send in the long run.");
  rows.number("connections_max", &s::connections_max, 10, 1000000, "Connections in all.");
  rows.number("connections_per_prefix_max", &s::connections_per_prefix_max, 1, 1000000,
              "Connections from one address (IPv6: its /64) at a time; behind a proxy they are not counted.");
  rows.number("sign_ins_per_prefix_per_minute", &s::sign_ins_per_prefix_per_minute, 1, 1000000,
              "Entries and sign-ins tried from one address prefix.");
  rows.number("password_checks_waiting_max", &s::password_checks_waiting_max, 1, 1000,
              "Passwords waiting to be checked; later ones are asked to come back.");
}

void add_timing(std::vector<option>& out) {
  using s = timing_config;
  rows_of<s> rows(out, "timing", &config::timing);
  rows.number("hello_seconds", &s::hello_seconds, 1, 60, "From an open socket to its first frame.");
  rows.number("header_seconds", &s::header_seconds, 1, 120, "From an accepted connection to a whole request header.");
  rows.number("keep_alive_seconds", &s::keep_alive_seconds, 1, 600, "Between two requests on one connection.");
  rows.number("write_seconds", &s::write_seconds, 1, 120, "How long a reader may take nothing before she is cut off.");
  rows.number("ping_seconds", &s::ping_seconds, 1, 600,
              "How often a quiet member's connection is asked whether it is there.");
  rows.number("dead_seconds", &s::dead_seconds, 2, 1800,
              "A member's connection that has been quiet this long is gone.");
  rows.number("staff_ping_seconds", &s::staff_ping_seconds, 1, 60, "The same for staff.");
  rows.number("staff_dead_seconds", &s::staff_dead_seconds, 2, 120,
              "A staff connection that has been quiet this long is gone.");
  rows.number("staff_grace_seconds", &s::staff_grace_seconds, 0, 600,
              "A room without any staff pauses after this long.");
  rows.number("place_kept_seconds", &s::place_kept_seconds, 10, 86400,
              "How long a place in a room is kept for someone whose connection is gone.");
  rows.number("drain_seconds", &s::drain_seconds, 1, 120, "How long a stopping server lets people leave in order.");
  rows.number("member_session_hours", &s::member_session_hours, 1, 168, "How long a member's place in a room is kept.");
  rows.number("staff_session_hours", &s::staff_session_hours, 1, 168, "How long staff stay signed in.");
  rows.number("invitation_hours", &s::invitation_hours, 1, 8760, "How long an invitation opens the door.");
}

void add_meeting(std::vector<option>& out) {
  using s = meeting_config;
  rows_of<s> rows(out, "meeting", &config::meeting);
  rows.number("closing_grace_minutes", &s::closing_grace_minutes, 0, 60,
              "A meeting closes by itself this long after its end, so that nobody is cut off.");
  rows.number("closing_wait_minutes", &s::closing_wait_minutes, 0, 480,
              "At most this much later while somebody is in a side room or a red alert is open.");
  rows.number("extension_minutes_min", &s::extension_minutes_min, 1, 60, "The team may extend a meeting by this,");
  rows.number("extension_minutes_max", &s::extension_minutes_max, 1, 240, "up to this at a time,");
  rows.number("extension_minutes_total", &s::extension_minutes_total, 1, 480, "and by this altogether.");
  rows.number("late_entry_minutes", &s::late_entry_minutes, 0, 480,
              "New people may come until so long after the beginning; 0: always. Coming back is always allowed.");
}

void add_paging(std::vector<option>& out) {
  using s = paging_config;
  rows_of<s> rows(out, "paging", &config::paging);
  rows.text("public_address", &s::public_address,
            "Where whoever is called signs in, as in \"https://circle.example.org\"; empty: the first public origin.");
  rows.text("fallback_mail", &s::fallback_mail, "Who is called when nobody on call and no admin can be reached.");
  rows.text("mail_from", &s::mail_from, "The sender of every mail.");
  rows.text("smtp_host", &s::smtp_host, "The mail server; empty: nobody is called or reminded by mail.");
  rows.number("smtp_port", &s::smtp_port, 1, 65535, "Usually 587 for starttls and 465 for tls.");
  rows.choice("smtp_security", &s::smtp_security, {"none", "starttls", "tls"},
              "How the way there is secured. None is for a mail server on this machine only.");
  rows.text("smtp_user", &s::smtp_user, "The account at the mail server; empty: without signing in.");
  rows.text("smtp_password_file", &s::smtp_password_file,
            "Its password, the file's first line; refused when others on this machine can read it.");
  rows.text("tls_ca_file", &s::tls_ca_file,
            "Certificates (PEM) that mail servers and webhooks are checked against; empty: the machine's own.");
  rows.text(
      "webhook_urls", &s::webhook_urls,
      "What is called beside people, as in [\"https://pager.example.org/hook\"]. Plain HTTP to this machine only.");
  rows.text("webhook_secret_files", &s::webhook_secret_files,
            "The secret that signs each of them, one file for each, in the same order.");
  rows.number("red_co_facilitator_seconds", &s::red_co_facilitator_seconds, 10, 3600,
              "A red alert that nobody has taken calls the co-facilitator after this long,");
  rows.number("red_on_call_seconds", &s::red_on_call_seconds, 10, 3600, "whoever is on call after this long,");
  rows.number("red_admin_seconds", &s::red_admin_seconds, 10, 3600, "and an admin after this long.");
  rows.number("amber_co_facilitator_seconds", &s::amber_co_facilitator_seconds, 10, 7200,
              "The same for an amber one: the co-facilitator,");
  rows.number("amber_on_call_seconds", &s::amber_on_call_seconds, 10, 7200, "and whoever is on call.");
  rows.number("delivery_seconds", &s::delivery_seconds, 1, 300, "How long one attempt to reach somebody may take.");
  rows.number("retry_first_seconds", &s::retry_first_seconds, 1, 3600,
              "After a failed attempt the next follows this long after; then twice as long, and so on,");
  rows.number("retry_longest_seconds", &s::retry_longest_seconds, 1, 7200, "up to this long,");
  rows.number("give_up_hours", &s::give_up_hours, 1, 168, "until this has passed.");
}

void add_log(std::vector<option>& out) {
  using s = log_config;
  rows_of<s> rows(out, "log", &config::log);
  rows.choice("level", &s::level, {"debug", "info", "warning", "error"},
              "How much is told. No level writes names, words, tokens or addresses.");
  rows.text("file", &s::file, "Where the log goes; empty: standard error.");
}

void add_calendar(std::vector<option>& out) {
  using s = calendar_config;
  rows_of<s> rows(out, "calendar", &config::calendar);
  rows.number("offer_minutes", &s::offer_minutes, 5, 1440,
              "How long a place that is free is held for who waits; less when the meeting is near.");
}

std::vector<option> make_table() {
  std::vector<option> out;
  add_server(out);
  add_store(out);
  add_organisation(out);
  add_limits(out);
  add_timing(out);
  add_meeting(out);
  add_paging(out);
  add_calendar(out);
  add_log(out);
  return out;
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += '"' + std::string(words[i]) + '"';
  }
  return out;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string as_toml(const option_value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return quoted(*text);
  std::string out;
  for (const std::string& item : std::get<std::vector<std::string>>(value)) {
    out += (out.empty() ? "" : ", ") + quoted(item);
  }
  return "[" + out + "]";
}

// What stands in brackets behind a meaning.
std::string bounds(const option& o, const option_value& standard) {
  if (std::holds_alternative<std::int64_t>(standard)) {
    return " (" + std::to_string(o.min) + " to " + std::to_string(o.max) + ")";
  }
  return o.choices.empty() ? "" : " (" + joined(o.choices) + ")";
}

}  // namespace

std::span<const option_section> option_sections() {
  static constexpr std::array sections{
      option_section{"server", "Where people reach it."},
      option_section{"store", "Where things are kept."},
      option_section{"organisation", "Whose circle this is."},
      option_section{"limits", "How much of everything."},
      option_section{"timing", "How long everything may take."},
      option_section{"meeting", "How meetings of the calendar begin and end."},
      option_section{"paging", "Who is called when nobody takes an alert, and how."},
      option_section{"calendar", "How meetings are planned and places kept."},
      option_section{"log", "What it tells its keeper."},
  };
  return sections;
}

std::span<const option> options() {
  static const std::vector<option> table = make_table();
  return table;
}

std::string allowed(const option& o) {
  const option_value standard = o.get(config{});
  if (std::holds_alternative<std::int64_t>(standard)) {
    return "a whole number from " + std::to_string(o.min) + " to " + std::to_string(o.max);
  }
  if (std::holds_alternative<std::vector<std::string>>(standard)) return "a list of texts";
  return o.choices.empty() ? "a text" : joined(o.choices);
}

bool accepts(const option& o, const option_value& value) {
  if (o.get(config{}).index() != value.index()) return false;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number >= o.min && *number <= o.max;
  if (const auto* text = std::get_if<std::string>(&value)) {
    return o.choices.empty() || std::find(o.choices.begin(), o.choices.end(), *text) != o.choices.end();
  }
  return true;
}

std::string example_config() {
  std::string out =
      "# Every option of the server with its default. Delete what you do not change.\n"
      "# Each may also be set in the environment: NIGHTLIGHT_SERVER_PORT=8443 stands above port in [server].\n"
      "# Paths are seen from the folder the server is started in. `nightlight check-config FILE` tells what is "
      "wrong.\n";
  const config defaults;
  for (const option_section& section : option_sections()) {
    out += "\n# " + std::string(section.meaning) + "\n[" + std::string(section.name) + "]\n";
    for (const option& o : options()) {
      if (o.section != section.name) continue;
      const option_value value = o.get(defaults);
      out += "# " + std::string(o.meaning) + bounds(o, value) + "\n";
      out += std::string(o.key) + " = " + as_toml(value) + "\n";
    }
  }
  return out;
}

}  // namespace nightlight::app
