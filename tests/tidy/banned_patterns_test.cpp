// Ways of writing that have bitten us or others, each with what to write instead.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tidy/source_tree.hpp"

namespace nightlight::tidy {
namespace {

struct ban {
  std::string_view pattern;
  std::vector<std::string_view> where;
  std::vector<std::string_view> except;
  std::string_view instead;
};

const std::vector<ban>& bans() {
  static const std::vector<ban> list{
      {"std::regex", {"server/", "tests/"}, {}, "RE2, which is linear, or plain find"},
      {"sleep_for", {"server/", "tests/"}, {}, "wait for the event itself, or a timer that a test can drive"},
      {"sleep_until", {"server/", "tests/"}, {}, "wait for the event itself, or a timer that a test can drive"},
      {"usleep", {"server/", "tests/"}, {}, "wait for the event itself"},
      {"detached", {"server/"}, {}, "a completion handler that logs what went wrong and leaves the gate"},
      {"detach()", {"server/", "tests/"}, {}, "join the thread in stop()"},
      {"any_io_executor", {"server/"}, {}, "the concrete executor: asio::io_context::executor_type"},
      {"any_completion_handler", {"server/"}, {}, "a template or std::function at a port"},
      {"awaitable_operators", {"server/"}, {}, "async/deadline, or close the stream"},
      {"experimental::channel", {"server/"}, {}, "async/mailbox"},
      {"BOOST_ASIO_CONCURRENCY_HINT_UNSAFE", {"server/", "tests/"}, {}, "concurrency hint 1"},
      {"random_device", {"server/"}, {"server/sealing/"}, "sealing's random bytes"},
      {"mt19937", {"server/"}, {}, "sealing's random bytes"},
      {"RAND_bytes", {"server/"}, {"server/sealing/"}, "sealing's random bytes"},
      {"chrono::system_clock", {"server/"}, {"server/adapters/system/"}, "the clock port"},
      {"gettimeofday", {"server/"}, {"server/adapters/system/"}, "the clock port"},
      {"printf", {"server/"}, {}, "spdlog; in app/ a stream"},
      {"std::cout", {"server/"}, {"server/app/"}, "spdlog"},
      {"std::cerr", {"server/"}, {"server/app/"}, "spdlog"},
      {"NDEBUG", {"server/"}, {}, "nothing: assertions stay on"},
      {"using namespace std;", {"server/", "tests/"}, {}, "the names themselves"},
      {"std::endl", {"server/"}, {}, "'\\n'"},
      {"GTEST_SKIP", {"tests/"}, {}, "a test that runs"},
      {"DISABLED_", {"tests/"}, {}, "a test that runs"},
      {".skip(", {"tests/", "client-web/"}, {}, "a test that runs"},
      {".only(", {"tests/", "client-web/"}, {}, "a suite that runs whole"},
      {"waitForTimeout", {"tests/", "client-web/"}, {}, "wait for what the page shows"},
      {"dangerouslySetInnerHTML", {"client-web/src/"}, {}, "text nodes"},
      {"innerHTML", {"client-web/src/"}, {}, "text nodes"},
      {"console.log", {"client-web/src/"}, {}, "nothing: a phone's console is a log too"},
      {"eval(", {"client-web/src/"}, {}, "code"},
      {"Math.random", {"client-web/src/"}, {}, "crypto.getRandomValues"},
  };
  return list;
}

// The list above is not an offence.
bool is_this_file(const source_file& file) { return file.path.starts_with("tests/tidy/"); }

TEST(patterns, nothing_banned_is_written) {
  for (const source_file& file : source_tree()) {
    if (is_this_file(file)) continue;
    for (const ban& b : bans()) {
      if (!file.below(b.where) || file.below(b.except) || file.path.ends_with(".md")) continue;
      for (std::size_t i = 0; i < file.code.size(); ++i) {
        EXPECT_FALSE(has_word(file.code[i], b.pattern))
            << file.path << ":" << i + 1 << ": " << b.pattern << ": write " << b.instead << " instead";
      }
    }
  }
}

// With every case named, a new one is a warning wherever it was forgotten. Numbers and characters need a default.
TEST(patterns, a_switch_over_our_enums_has_no_default) {
  for (const source_file& file : source_tree()) {
    if (!file.is_cpp() || !file.below({"server/"}) || file.below({"server/wire/"})) continue;
    bool over_enum = false;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
      if (has_word(file.code[i], "switch")) over_enum = false;
      if (has_word(file.code[i], "case")) over_enum = file.code[i].find("::") < file.code[i].find(": ");
      EXPECT_FALSE(over_enum && has_word(file.code[i], "default:")) << file.path << ":" << i + 1 << ": name every case";
    }
  }
}

TEST(patterns, a_word_inside_another_is_not_that_word) {
  EXPECT_TRUE(has_word("std::printf(\"x\")", "printf"));
  EXPECT_FALSE(has_word("std::snprintf(buffer)", "printf"));
  EXPECT_TRUE(has_word("test.skip('x')", ".skip("));
}

}  // namespace
}  // namespace nightlight::tidy
