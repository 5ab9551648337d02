#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/config_load.hpp"

namespace nightlight::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> problems(const std::string& line) {
  return read_config("[organisation]\n" + line + "\n", "server.toml", {}).problems;
}

TEST(config_outside, by_default_nobody_shows_the_schedule_inside_a_page) {
  EXPECT_THAT(config{}.organisation.schedule_shown_on, IsEmpty());
}

TEST(config_outside, the_schedule_is_shown_on_secure_sites_or_on_this_machine) {
  for (const char* good : {"https://www.example.org", "https://example.org:8443", "http://localhost:3000",
                           "http://127.0.0.1", "http://[::1]:9", "https://xn--mams-0na.example"}) {
    EXPECT_THAT(problems("schedule_shown_on = [\"" + std::string(good) + "\"]"), IsEmpty()) << good;
  }
  for (const char* wrong : {"",
                            "*",
                            "www.example.org",
                            "http://www.example.org",
                            "https://",
                            "https://*.example.org",
                            "https://www.example.org/",
                            "https://www.example.org/pages",
                            "https://WWW.example.org",
                            "ftp://example.org",
                            "https://a.example 'unsafe-inline'",
                            "https://a.example; script-src *",
                            "https://me@example.org",
                            "https://example.org:",
                            "https://example.org:443",
                            "https://example.org:port",
                            "http://localhost.example.org",
                            "http://127.0.0.1@example.org",
                            "https://[::1",
                            "https://mamás.example",
                            "null"}) {
    EXPECT_THAT(problems("schedule_shown_on = [\"" + std::string(wrong) + "\"]"),
                ElementsAre(HasSubstr("is not a web site: write https://")))
        << wrong;
  }
}

TEST(config_outside, each_wrong_site_is_named) {
  EXPECT_THAT(problems("schedule_shown_on = [\"https://good.example\", \"one\", \"two\"]"),
              ElementsAre(HasSubstr("server.toml:2"), HasSubstr("\"two\"")));
}

TEST(config_outside, its_links_lead_to_a_page) {
  for (const char* good : {"", "https://www.example.org", "https://www.example.org/join?from=schedule#form",
                           "http://localhost:3000/join"}) {
    EXPECT_THAT(problems("sign_up_address = \"" + std::string(good) + "\""), IsEmpty()) << good;
  }
  for (const char* wrong : {"javascript:alert(1)", "http://www.example.org/join", "www.example.org", "/join",
                            "https://www.example.org/a page", "mailto:kim@example.org"}) {
    EXPECT_THAT(problems("sign_up_address = \"" + std::string(wrong) + "\""),
                ElementsAre(HasSubstr("is not the address of a page")))
        << wrong;
  }
}

}  // namespace
}  // namespace nightlight::app
