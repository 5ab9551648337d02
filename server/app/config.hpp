// What an organisation can choose about its server, as plain values with today's defaults. Every member has one row in
// config_table.cpp, from which the file, the environment, check-config and the example are read and written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nightlight::app {

struct server_config {
  std::string listen_address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::vector<std::string> public_origins;
  std::vector<std::string> trusted_proxies;
  std::string tls_certificate_file;
  std::string tls_key_file;
  std::string static_dir = "client-web/dist";
  std::uint32_t shards = 1;
};

struct store_config {
  std::string path = "var/nightlight.db";
  std::string keys_dir = "var/keys";
};

struct organisation_config {
  std::string name = "Our circle";
  std::string language = "en";
  std::string region = "us-il";
  std::string guidelines_dir = "config/guidelines";
  std::string helplines_dir = "config/helplines";
  std::string lexicon_dir = "config/lexicon";
  std::string conduct_rules_file = "config/conduct.rules";
  std::vector<std::string> holidays;
  std::vector<std::string> schedule_shown_on;
  std::string sign_up_address;
  std::string directory_file = "config/directory.json";
};

struct limits_config {
  std::uint32_t body_code_points_max = 2000;
  std::uint32_t name_code_points_min = 2;
  std::uint32_t name_code_points_max = 24;
  std::uint32_t title_code_points_max = 60;
  std::uint32_t reason_code_points_max = 200;
  std::uint32_t speaking_capacity = 10;
  std::uint32_t listening_capacity = 5;
  std::uint32_t second_room_at = 8;
  std::uint32_t retention_hours = 24;
  std::uint32_t slow_mode_seconds_max = 3600;
  std::uint32_t snapshot_bytes_max = 128 * 1024;
  std::uint32_t resume_events_max = 2000;
  std::uint32_t presence_names_max = 200;
  std::uint32_t frame_bytes_max = 16 * 1024;
  std::uint32_t frame_bytes_before_hello_max = 4 * 1024;
  std::uint32_t request_body_bytes_max = 1024 * 1024;
  std::uint32_t header_bytes_max = 8 * 1024;
  std::uint32_t outbox_frames_max = 512;
  std::uint32_t outbox_bytes_max = 256 * 1024;
  std::uint32_t mailbox_commands_max = 4096;
  std::uint32_t messages_per_connection_burst = 60;
  std::uint32_t messages_per_connection_per_minute = 240;
  std::uint32_t connections_max = 20000;
  std::uint32_t connections_per_prefix_max = 200;
  std::uint32_t sign_ins_per_prefix_per_minute = 30;
  std::uint32_t password_checks_waiting_max = 16;
};

struct timing_config {
  std::uint32_t hello_seconds = 5;
  std::uint32_t header_seconds = 10;
  std::uint32_t keep_alive_seconds = 30;
  std::uint32_t write_seconds = 10;
  std::uint32_t ping_seconds = 25;
  std::uint32_t dead_seconds = 60;
  std::uint32_t staff_ping_seconds = 5;
  std::uint32_t staff_dead_seconds = 10;
  std::uint32_t staff_grace_seconds = 5;
  std::uint32_t place_kept_seconds = 600;
  std::uint32_t drain_seconds = 10;
  std::uint32_t member_session_hours = 18;
  std::uint32_t staff_session_hours = 12;
  std::uint32_t invitation_hours = 168;
};

struct meeting_config {
  std::uint32_t closing_grace_minutes = 10;
  std::uint32_t closing_wait_minutes = 60;
  std::uint32_t extension_minutes_min = 5;
  std::uint32_t extension_minutes_max = 60;
  std::uint32_t extension_minutes_total = 120;
  std::uint32_t late_entry_minutes = 0;
};

struct paging_config {
  std::string public_address;
  std::string fallback_mail;
  std::string mail_from;
  std::string smtp_host;
  std::uint16_t smtp_port = 587;
  std::string smtp_security = "starttls";
  std::string smtp_user;
  std::string smtp_password_file;
  std::string tls_ca_file;
  std::vector<std::string> webhook_urls;
  std::vector<std::string> webhook_secret_files;
  std::uint32_t red_co_facilitator_seconds = 60;
  std::uint32_t red_on_call_seconds = 120;
  std::uint32_t red_admin_seconds = 300;
  std::uint32_t amber_co_facilitator_seconds = 180;
  std::uint32_t amber_on_call_seconds = 600;
  std::uint32_t delivery_seconds = 30;
  std::uint32_t retry_first_seconds = 30;
  std::uint32_t retry_longest_seconds = 600;
  std::uint32_t give_up_hours = 24;
};

struct calendar_config {
  std::uint32_t offer_minutes = 30;
};

struct log_config {
  std::string level = "info";
  std::string file;
};

struct config {
  server_config server;
  store_config store;
  organisation_config organisation;
  limits_config limits;
  timing_config timing;
  meeting_config meeting;
  paging_config paging;
  calendar_config calendar;
  log_config log;
};

}  // namespace nightlight::app
