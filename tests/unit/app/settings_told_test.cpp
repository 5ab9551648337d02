#include "app/settings_told.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/data_state.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const api::v1::Setting* setting(const api::v1::GetSettingsResponse& told, const std::string& key) {
  const auto found = std::ranges::find(told.settings(), key, &api::v1::Setting::key);
  return found == told.settings().end() ? nullptr : &*found;
}

TEST(settings_told_test, what_matters_is_told_under_the_key_that_changes_it) {
  config c;
  c.organisation.name = "Lantern Circle";
  c.organisation.holidays = {"2026-12-25", "2027-01-01"};
  c.limits.retention_hours = 48;
  const auto told = settings_told(c, "2025b");
  EXPECT_EQ(setting(told, "organisation.name")->text(), "Lantern Circle");
  EXPECT_EQ(setting(told, "organisation.holidays")->text(), "2026-12-25, 2027-01-01");
  EXPECT_EQ(setting(told, "limits.retention_hours")->number(), 48);
  EXPECT_EQ(told.zone_rules(), "2025b");
  EXPECT_EQ(told.settings_size(), 38) << "each that is named is an option";
}

TEST(settings_told_test, secrets_and_what_could_be_misused_are_never_told) {
  config c;
  c.paging.smtp_user = "the-user";
  c.paging.smtp_password_file = "/etc/the-password";
  c.paging.fallback_mail = "somebody@example.org";
  c.paging.webhook_urls = {"https://hooks.example.org/the-token"};
  c.paging.webhook_secret_files = {"/etc/the-secret"};
  const auto told = settings_told(c, "");
  for (const char* hidden : {"the-user", "the-password", "somebody@", "the-token", "the-secret"}) {
    EXPECT_THAT(told.SerializeAsString(), Not(HasSubstr(hidden)));
  }
  EXPECT_TRUE(setting(told, "paging.webhook_urls")->set());
  EXPECT_TRUE(setting(told, "paging.fallback_mail")->set());
  EXPECT_FALSE(setting(settings_told({}, ""), "paging.fallback_mail")->set());
  for (const char* key : {"paging.smtp_user", "store.keys_dir", "paging.webhook_secret_files"}) {
    EXPECT_EQ(setting(told, key), nullptr) << key;
  }
}

TEST(data_state_test, entries_count_as_shown_or_waiting_and_the_oldest_check_is_named) {
  const data_state state = entries_state(R"({"lines": [
      {"state": "ok", "checked": "2026-11-23", "review": "unreviewed"},
      {"state": "ok", "checked": "2026-10-01", "review": "Dr. A, 2026-10-02"},
      {"state": "ok", "checked": "2026-11-01"},
      {"state": "confirm", "checked": "2020-01-01"}, 7]})",
                                         "lines");
  EXPECT_EQ(state, (data_state{"", "2026-10-01", 3, 2, 2}));
}

TEST(data_state_test, what_cannot_be_read_counts_as_nothing_there) {
  for (const char* text : {"", "nonsense", "[]", "{}", R"({"lines": 4})", R"({"other": []})"}) {
    EXPECT_EQ(entries_state(text, "lines"), data_state{}) << text;
  }
  EXPECT_EQ(entries_state_of("/nowhere/at/all.json", "lines"), data_state{});
  EXPECT_EQ(lexicon_state("/nowhere/at/all"), data_state{});
}

TEST(data_state_test, a_lexicon_has_the_heads_of_its_files) {
  const testing::temporary_directory dir;
  std::ofstream(dir.path() + "/a.lexicon")
      << "# one\nversion 2026.11\nlooked_up 2026-11-23\nreview unreviewed\n\nreview x\n";
  std::ofstream(dir.path() + "/b.lexicon") << "looked_up 2026-09-01\nreview Dr. A\n\nversion 9\n";
  std::ofstream(dir.path() + "/README.md") << "version 7\n";
  EXPECT_EQ(lexicon_state(dir.path()), (data_state{"2026.11", "2026-09-01", 2, 0, 1}));
}

}  // namespace
}  // namespace nightlight::app
