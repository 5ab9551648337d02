#include "app/settings_told.hpp"

#include <algorithm>
#include <array>

#include "app/config_table.hpp"
#include "app/data_state.hpp"

namespace nightlight::app {
namespace {

// Told as they are.
constexpr std::array<std::string_view, 35> shown{
    "server.public_origins",
    "organisation.name",
    "organisation.language",
    "organisation.region",
    "organisation.guidelines_dir",
    "organisation.helplines_dir",
    "organisation.lexicon_dir",
    "organisation.conduct_rules_file",
    "organisation.holidays",
    "organisation.schedule_shown_on",
    "organisation.sign_up_address",
    "organisation.directory_file",
    "limits.body_code_points_max",
    "limits.speaking_capacity",
    "limits.listening_capacity",
    "limits.second_room_at",
    "limits.retention_hours",
    "timing.staff_grace_seconds",
    "timing.place_kept_seconds",
    "timing.member_session_hours",
    "timing.staff_session_hours",
    "timing.invitation_hours",
    "meeting.closing_grace_minutes",
    "meeting.closing_wait_minutes",
    "meeting.extension_minutes_total",
    "meeting.late_entry_minutes",
    "paging.public_address",
    "paging.smtp_host",
    "paging.red_co_facilitator_seconds",
    "paging.red_on_call_seconds",
    "paging.red_admin_seconds",
    "paging.amber_co_facilitator_seconds",
    "paging.amber_on_call_seconds",
    "paging.give_up_hours",
    "calendar.offer_minutes",
};

// Told only to be there.
constexpr std::array<std::string_view, 3> only_set{"paging.fallback_mail", "paging.smtp_password_file",
                                                   "paging.webhook_urls"};

bool is_in(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

void fill(api::v1::Setting& out, const option& o, const config& c) {
  out.set_key(o.name());
  const option_value value = o.get(c);
  const auto* const text = std::get_if<std::string>(&value);
  const auto* const list = std::get_if<std::vector<std::string>>(&value);
  if (is_in(only_set, o.name())) {
    out.set_set((text != nullptr && !text->empty()) || (list != nullptr && !list->empty()));
  } else if (text != nullptr) {
    out.set_text(*text);
  } else if (list != nullptr) {
    out.set_text(joined(*list));
  } else {
    out.set_number(std::get<std::int64_t>(value));
  }
}

void add_data(api::v1::GetSettingsResponse& to, const char* what, const char* key, const data_state& state) {
  api::v1::DataState& out = *to.add_data();
  out.set_what(what);
  out.set_key(key);
  out.set_version(state.version);
  out.set_oldest_check(state.oldest_check);
  out.set_entries(state.entries);
  out.set_waiting(state.waiting);
  out.set_unreviewed(state.unreviewed);
}

}  // namespace

api::v1::GetSettingsResponse settings_told(const config& c, const std::string& zone_rules) {
  api::v1::GetSettingsResponse told;
  for (const option& o : options()) {
    if (is_in(shown, o.name()) || is_in(only_set, o.name())) fill(*told.add_settings(), o, c);
  }
  const organisation_config& ours = c.organisation;
  add_data(told, "lexicon", "organisation.lexicon_dir", lexicon_state(ours.lexicon_dir));
  add_data(told, "helplines", "organisation.helplines_dir",
           entries_state_of(ours.helplines_dir + "/" + ours.region + ".json", "lines"));
  add_data(told, "directory", "organisation.directory_file", entries_state_of(ours.directory_file, "entries"));
  told.set_zone_rules(zone_rules);
  told.set_program_version(NIGHTLIGHT_VERSION);
  return told;
}

}  // namespace nightlight::app
