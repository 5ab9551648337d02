#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "app/closest.hpp"
#include "app/config_load.hpp"
#include "app/config_table.hpp"
#include "places.hpp"

namespace nightlight::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

loaded_config read(const std::string& text, const environment& variables = {}) {
  return read_config(text, "server.toml", variables);
}

TEST(config, an_empty_file_gives_the_defaults_without_a_problem) {
  const loaded_config loaded = read("");
  EXPECT_THAT(loaded.problems, IsEmpty());
  EXPECT_EQ(loaded.settings.server.port, 8080);
  EXPECT_EQ(loaded.settings.limits.body_code_points_max, 2000U);
}

TEST(config, the_example_file_is_what_the_table_says) {
  std::ifstream in(NIGHTLIGHT_SOURCE_DIR "/config/server.example.toml");
  std::ostringstream text;
  text << in.rdbuf();
  EXPECT_EQ(text.str(), example_config()) << "write it again: nightlight check-config --example";
}

TEST(config, the_example_file_reads_as_the_defaults) {
  const loaded_config loaded = read(example_config());
  EXPECT_THAT(loaded.problems, IsEmpty());
  for (const option& o : options()) EXPECT_EQ(o.get(loaded.settings), o.get(config{})) << o.name();
}

TEST(config, paging_is_off_until_a_way_is_named_and_then_whole) {
  const auto problems = [](const std::string& text) { return read("[paging]\n" + text).problems; };
  EXPECT_THAT(problems("smtp_host = \"mail.example.org\"\n"),
              ElementsAre(HasSubstr("paging.mail_from: must be a mail address")));
  const std::string sender = "mail_from = \"nightlight@example.org\"\n";
  EXPECT_THAT(problems(sender + "smtp_host = \"mail.example.org\"\n"), IsEmpty());
  EXPECT_THAT(problems(sender + "smtp_host = \"mail.example.org\"\nsmtp_security = \"none\"\n"),
              ElementsAre(HasSubstr("on this machine only")));
  for (const char* here : {"localhost", "127.0.0.1", "::1"}) {
    const std::string host = "smtp_host = \"" + std::string(here) + "\"\n";
    EXPECT_THAT(problems(sender + host + "smtp_security = \"none\"\n"), IsEmpty()) << here;
  }
  for (const char* wrong : {"mail example", "smtp://mail", "a@b"}) {
    EXPECT_THAT(problems(sender + "smtp_host = \"" + wrong + "\"\n"), ElementsAre(HasSubstr("smtp_host"))) << wrong;
  }
  EXPECT_THAT(problems("smtp_user = \"me\"\n"), ElementsAre(HasSubstr("needed together")));
  EXPECT_THAT(problems("fallback_mail = \"a, b@example.org\"\n"), ElementsAre(HasSubstr("is not a mail address")));
  EXPECT_THAT(problems("public_address = \"https://a.example/\"\n"), ElementsAre(HasSubstr("without a slash")));
}

TEST(config, a_webhook_is_secure_or_on_this_machine_and_has_a_secret) {
  const auto problems = [](const std::string& url) {
    return read("[paging]\nwebhook_urls = [\"" + url + "\"]\n").problems;
  };
  const auto no_secret = HasSubstr("needs one file for each");
  for (const char* good :
       {"https://pager.example.org/hook", "http://127.0.0.1:9/hook", "http://[::1]:9/", "http://localhost"}) {
    EXPECT_THAT(problems(good), ElementsAre(no_secret)) << good;
  }
  for (const char* wrong : {"http://pager.example.org/hook", "https://", "ftp://a", "https://user@a.example/", "",
                            "http://127.0.0.1@a.example/", "http://localhost.example.org/"}) {
    EXPECT_THAT(problems(wrong), ElementsAre(HasSubstr("cannot be called"), no_secret)) << wrong;
  }
}

TEST(config, the_ladder_goes_up) {
  EXPECT_THAT(read("[paging]\nred_on_call_seconds = 59\n").problems, ElementsAre(HasSubstr("red_on_call_seconds")));
  EXPECT_THAT(read("[paging]\nred_admin_seconds = 119\n").problems, ElementsAre(HasSubstr("red_on_call_seconds")));
  EXPECT_THAT(read("[paging]\namber_on_call_seconds = 179\n").problems, ElementsAre(HasSubstr("amber_on_call")));
  EXPECT_THAT(read("[paging]\nretry_longest_seconds = 29\n").problems, ElementsAre(HasSubstr("retry_longest")));
  EXPECT_THAT(read("[paging]\nred_on_call_seconds = 60\nred_admin_seconds = 60\n").problems, IsEmpty());
}

TEST(config, every_default_is_allowed) {
  for (const option& o : options()) EXPECT_TRUE(accepts(o, o.get(config{}))) << o.name();
}

TEST(config, every_option_can_be_set_and_stays_set) {
  for (const option& o : options()) {
    config c;
    option_value other = o.get(c);
    if (std::holds_alternative<std::int64_t>(other)) other = o.max;
    if (std::holds_alternative<std::string>(other)) other = o.choices.empty() ? "else" : std::string(o.choices.back());
    if (std::holds_alternative<std::vector<std::string>>(other)) other = std::vector<std::string>{"a", "b"};
    o.set(c, other);
    EXPECT_EQ(o.get(c), other) << o.name();
  }
}

TEST(config, an_unknown_key_is_named_with_its_place_and_a_suggestion) {
  EXPECT_THAT(read("[server]\n  prot = 1\n").problems,
              ElementsAre("server.toml:2:3: unknown key \"prot\" in [server]; did you mean \"port\"?"));
}

TEST(config, an_unknown_section_is_named_with_a_suggestion) {
  EXPECT_THAT(read("[limit]\nx = 1\n").problems,
              ElementsAre("server.toml:1:2: unknown section [limit]; did you mean \"limits\"?"));
}

TEST(config, a_key_in_the_wrong_section_is_sent_to_the_right_one) {
  EXPECT_THAT(read("[server]\nretention_hours = 2\n").problems, ElementsAre(HasSubstr("it belongs in [limits]")));
  EXPECT_THAT(read("port = 2\n").problems, ElementsAre(HasSubstr("it belongs in [server]")));
}

TEST(config, a_value_out_of_range_says_what_is_allowed) {
  EXPECT_THAT(read("[server]\nport = 70000\n").problems,
              ElementsAre("server.toml:2:8: server.port must be a whole number from 0 to 65535"));
}

TEST(config, a_value_of_the_wrong_kind_says_what_is_allowed) {
  EXPECT_THAT(read("[server]\nport = \"80\"\n").problems, ElementsAre(HasSubstr("must be a whole number")));
  EXPECT_THAT(read("[log]\nlevel = \"loud\"\n").problems,
              ElementsAre(HasSubstr("must be \"debug\", \"info\", \"warning\" or \"error\"")));
  EXPECT_THAT(read("[server]\npublic_origins = \"https://a.example\"\n").problems,
              ElementsAre(HasSubstr("must be a list of texts")));
}

TEST(config, a_file_that_does_not_parse_says_where) {
  EXPECT_THAT(read("[server]\nport = = 1\n").problems, ElementsAre(HasSubstr("server.toml:2:")));
}

TEST(config, every_problem_is_told_at_once) { EXPECT_EQ(read("[server]\na = 1\nport = -1\n").problems.size(), 2U); }

TEST(config, the_environment_stands_above_the_file) {
  const loaded_config loaded =
      read("[server]\nport = 1\n",
           {{"NIGHTLIGHT_SERVER_PORT", "2"}, {"NIGHTLIGHT_SERVER_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8"}});
  EXPECT_THAT(loaded.problems, IsEmpty());
  EXPECT_EQ(loaded.settings.server.port, 2);
  EXPECT_THAT(loaded.settings.server.trusted_proxies, ElementsAre("127.0.0.1", "10.0.0.0/8"));
}

TEST(config, a_misspelt_variable_is_a_problem_and_a_foreign_one_is_not) {
  EXPECT_THAT(read("", {{"NIGHTLIGHT_SERVER_PROT", "2"}}).problems,
              ElementsAre("NIGHTLIGHT_SERVER_PROT: no such option in [server]; did you mean \"port\"?"));
  EXPECT_THAT(read("", {{"NIGHTLIGHT_URL", "x"}}).problems, IsEmpty());
  EXPECT_THAT(read("", {{"NIGHTLIGHT_SERVER_PORT", "x"}}).problems, ElementsAre(HasSubstr("must be a whole number")));
}

TEST(config, plain_http_to_the_world_is_refused) {
  const std::string origin = "public_origins = [\"https://circle.example.org\"]\n";
  EXPECT_THAT(read("[server]\nlisten_address = \"0.0.0.0\"\n" + origin).problems,
              ElementsAre(HasSubstr("server.toml:2:18: server.listen_address: plain HTTP is for loopback only")));
  EXPECT_THAT(read("[server]\nlisten_address = \"0.0.0.0\"\ntrusted_proxies = [\"10.0.0.1\"]\n" + origin).problems,
              IsEmpty());
}

TEST(config, holidays_are_days) {
  EXPECT_THAT(read("[organisation]\nholidays = [\"2026-12-25\", \"2027-01-01\"]\n").problems, IsEmpty());
  EXPECT_THAT(read("[organisation]\nholidays = [\"2026-12-25\", \"2026-02-30\"]\n").problems,
              ElementsAre(HasSubstr("\"2026-02-30\" is not a day: write it like 2026-12-25")));
}

TEST(config, half_a_certificate_is_refused) {
  EXPECT_THAT(read("[server]\ntls_certificate_file = \"a.pem\"\n").problems, ElementsAre(HasSubstr("needed together")));
}

TEST(config, a_key_that_everyone_can_read_is_refused) {
  const std::string key = testing::TempDir() + "nightlight-key.pem";
  std::ofstream(key) << "not a real key";
  ::chmod(key.c_str(), 0644);
  const std::string text = "[server]\ntls_certificate_file = \"a.pem\"\ntls_key_file = \"" + key + "\"\n";
  EXPECT_THAT(read(text).problems, ElementsAre(HasSubstr("can be read by everyone")));
  ::chmod(key.c_str(), 0600);
  EXPECT_THAT(read(text).problems, IsEmpty());
  EXPECT_THAT(secret_file_problem(key + ".absent"), HasSubstr("cannot be read"));
}

TEST(config, an_origin_is_a_scheme_and_a_host_and_nothing_else) {
  for (const char* wrong : {"circle.example.org", "https://circle.example.org/", "https://Circle.example.org", "ws://a",
                            "https://*.example.org", "null"}) {
    EXPECT_THAT(read("[server]\npublic_origins = [\"" + std::string(wrong) + "\"]\n").problems,
                ElementsAre(HasSubstr("is not an origin")))
        << wrong;
  }
}

TEST(config, a_ping_slower_than_its_deadline_is_refused) {
  EXPECT_THAT(read("[timing]\nping_seconds = 60\n").problems, ElementsAre(HasSubstr("timing.ping_seconds")));
}

TEST(config, a_body_that_cannot_fit_a_frame_is_refused) {
  EXPECT_THAT(read("[limits]\nframe_bytes_max = 4096\n").problems,
              ElementsAre(HasSubstr("limits.body_code_points_max")));
}

TEST(config, a_missing_file_is_a_problem) {
  EXPECT_THAT(load_config("/nowhere/server.toml", {}).problems, ElementsAre("/nowhere/server.toml: cannot be read"));
}

TEST(closest, counts_letters_and_swaps) {
  EXPECT_EQ(edit_distance("port", "prot"), 1U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(closest, offers_nothing_when_nothing_is_near) { EXPECT_EQ(closest("zebra", {"port", "static_dir"}), ""); }

}  // namespace
}  // namespace nightlight::app
