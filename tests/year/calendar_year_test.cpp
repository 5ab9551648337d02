#include "year/calendar_year.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "ports/calendar_records.hpp"
#include "ports/paging_records.hpp"

namespace nightlight::year {
namespace {

std::string name_of(step_kind kind) { return " step" + std::to_string(static_cast<int>(kind)) + " "; }

std::size_t count(const std::vector<std::string>& lines, const std::string& what) {
  return static_cast<std::size_t>(
      std::ranges::count_if(lines, [&](const std::string& line) { return line.find(what) != line.npos; }));
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  return lines;
}

std::size_t count(const std::vector<told_line>& lines, const std::string& what) {
  return static_cast<std::size_t>(std::ranges::count(lines, what, &told_line::what));
}

// What the plan alone says, out of a history: without person and round.
std::vector<std::string> of_meetings(const std::vector<std::string>& history) {
  std::vector<std::string> lines;
  for (const std::string& line : history) {
    std::istringstream in(line);
    std::string at, what, series, day;
    in >> at >> what >> series >> day;
    if (what != "began" && what != "step1" && what != "step10" && what != "step11") continue;
    lines.push_back(at.append(" ").append(what).append(" ").append(series).append(" ").append(day));
  }
  return sorted(std::move(lines));
}

// That a meeting has begun is written down when somebody looks next, which is no step.
std::vector<std::string> of_steps(std::vector<std::string> history) {
  std::erase_if(history, [](const std::string& line) { return line.find(" began ") != line.npos; });
  return history;
}

class a_year : public ::testing::Test {
 protected:
  static constexpr std::size_t kills = 50;

  static void SetUpTestSuite() {
    spdlog::set_level(spdlog::level::off);  // of mailboxes that are gone
    quiet = std::make_unique<calendar_year>(year_options{});
    rough = std::make_unique<calendar_year>(year_options{});
    auto undisturbed = std::async(std::launch::async, [] { return quiet->live(0); });
    ASSERT_EQ(rough->live(kills), kills);
    ASSERT_EQ(undisturbed.get(), 0u);
  }
  static void TearDownTestSuite() {
    quiet.reset();
    rough.reset();
    spdlog::set_level(spdlog::level::info);
  }

  static inline std::unique_ptr<calendar_year> quiet, rough;
};

TEST_F(a_year, with_fifty_kills_is_the_year_without_them_step_by_step_in_order) {
  const auto undisturbed = of_steps(quiet->history());
  const auto disturbed = of_steps(rough->history());
  ASSERT_EQ(disturbed.size(), undisturbed.size());
  for (std::size_t i = 0; i < undisturbed.size(); ++i) ASSERT_EQ(disturbed[i], undisturbed[i]) << "line " << i;
}

TEST_F(a_year, has_all_of_everything_in_it) {
  const auto history = rough->history();
  for (const step_kind kind :
       {step_kind::room_made, step_kind::reminded_day_before, step_kind::reminded_hour_before, step_kind::told_moved,
        step_kind::told_cancelled, step_kind::place_offered, step_kind::offer_taken, step_kind::offer_declined,
        step_kind::offer_passed, step_kind::meeting_over, step_kind::told_short_of_staff}) {
    EXPECT_GT(count(history, name_of(kind)), 10u) << name_of(kind);
  }
}

TEST_F(a_year, takes_no_step_twice) {
  const auto history = rough->history();
  std::set<std::string> seen;
  for (const std::string& line : history) {
    // Without the moment: a step that is taken again later is the same step.
    const std::string step = line.starts_with("room") ? line : line.substr(line.find(' '));
    EXPECT_TRUE(seen.insert(step).second) << line;
  }
}

TEST_F(a_year, makes_every_room_and_begins_and_ends_every_meeting_at_its_moment) {
  EXPECT_EQ(of_meetings(rough->history()), rough->meetings_by_the_plan());
}

TEST_F(a_year, tells_its_admin_once_of_every_evening_that_nobody_leads) {
  EXPECT_EQ(rough->letters_to_admins_sent(), count(rough->history(), name_of(step_kind::told_short_of_staff)));
}

TEST_F(a_year, opens_every_room_gives_every_notice_and_closes_once_and_in_order_to_the_minute) {
  const evenings must = rough->evenings_reckoned();
  const evenings told = by_meeting(rough->log_of_the_rooms());
  for (const auto& [meeting, lines] : must) {
    const auto found = told.find(meeting);
    ASSERT_NE(found, told.end()) << meeting << " stayed shut";
    ASSERT_EQ(found->second, lines) << meeting;
  }
  EXPECT_EQ(told.size(), must.size()) << "a room was open that nobody had opened";
}

TEST_F(a_year, of_evenings_is_the_same_without_the_kills) {
  EXPECT_EQ(by_meeting(rough->log_of_the_rooms()), by_meeting(quiet->log_of_the_rooms()));
}

TEST_F(a_year, is_written_in_the_order_of_time_by_all_its_rooms) {
  EXPECT_TRUE(std::ranges::is_sorted(rough->log_of_the_rooms(), {}, &told_line::at));
}

TEST_F(a_year, has_every_kind_of_evening_in_it) {
  const auto lines = rough->log_of_the_rooms();
  const std::size_t opened = count(lines, "opened");
  EXPECT_GT(opened, 1800u) << "of some 2,080 meetings";
  EXPECT_EQ(count(lines, "closed"), opened) << "and nobody is left in one at the end";
  for (const std::string what : {"began", "15min", "5min", "0min"}) EXPECT_GT(count(lines, what), 1000u) << what;
  EXPECT_GT(count(lines, "extended"), 100u);
  EXPECT_LT(count(lines, "0min"), opened) << "some are closed by hand before their end";
}

TEST_F(a_year, every_offer_has_one_end) {
  const auto history = rough->history();
  const std::size_t ended = count(history, name_of(step_kind::offer_taken)) +
                            count(history, name_of(step_kind::offer_declined)) +
                            count(history, name_of(step_kind::offer_passed));
  const std::size_t offered = count(history, name_of(step_kind::place_offered));
  EXPECT_LE(ended, offered);
  EXPECT_GT(ended * 10, offered * 8) << "some leave the list instead, or the meeting is over";
}

TEST_F(a_year, sends_every_letter_once_but_for_kills_between_the_answer_and_the_mark) {
  std::map<std::string, std::set<std::string>> texts;
  std::set<std::string> ids;
  const auto mails = rough->mails();
  for (const std::string& line : mails) {
    const std::string id = line.substr(0, line.find(' '));
    texts[id].insert(line.substr(line.find(' ')));
    ids.insert(id.substr(1, id.find('@') - 1));
  }
  for (const auto& [id, different] : texts) EXPECT_EQ(different.size(), 1u) << id << " is one letter";
  const auto sent = rough->letters_in(static_cast<int>(page_state::sent));
  EXPECT_EQ(std::vector<std::string>(ids.begin(), ids.end()), sent);
  const std::size_t repeats = mails.size() - texts.size();
  EXPECT_GE(repeats, 1u) << "ten kills fell between them";
  EXPECT_LE(repeats, kills);
  EXPECT_TRUE(rough->letters_in(static_cast<int>(page_state::waiting)).empty());
  for (const page_state state : {page_state::sent, page_state::called_off, page_state::given_up}) {
    EXPECT_EQ(rough->letters_in(static_cast<int>(state)), quiet->letters_in(static_cast<int>(state)));
  }
}

}  // namespace
}  // namespace nightlight::year
