// What must be true of every question of every random evening, looked at from its log alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "simulation/domain_history.hpp"

namespace nightlight::simulation {
namespace {

using namespace domain;

// Counts again, without the room's own fold.
class questions {
 public:
  std::size_t counted() const { return counted_; }
  std::size_t kept_back() const { return kept_back_; }

  void see(const logged_event& e) {
    if (std::holds_alternative<room_opened>(e.what.body) || std::holds_alternative<room_closed>(e.what.body))
      open_ = {};
    if (const auto* began = std::get_if<poll_began>(&e.what.body)) begin(*began, e.number);
    if (const auto* hers = std::get_if<poll_answered>(&e.what.body)) choose(*hers, e);
    if (const auto* over = std::get_if<poll_ended>(&e.what.body)) end(*over);
  }

 private:
  void begin(const poll_began& began, circle_number number) {
    EXPECT_FALSE(open_) << "two at a time";
    open_ = number;
    answers_ = began.answers.size();
    choices_.clear();
    EXPECT_TRUE(answers_ >= 2 && answers_ <= 5);
  }

  void choose(const poll_answered& hers, const logged_event& e) {
    EXPECT_FALSE(e.number) << "a choice is no event of the circle";
    EXPECT_TRUE(open_ && hers.poll == open_);
    EXPECT_EQ(e.what.actor, hers.member) << "nobody chooses for another";
    EXPECT_LE(hers.choice, answers_);
    choices_[hers.member] = hers.choice;
    EXPECT_EQ(hers.answered, answered());
  }

  void end(const poll_ended& over) {
    EXPECT_TRUE(open_);
    open_ = {};
    std::vector<std::uint32_t> counts(answers_);
    for (const auto& [who, choice] : choices_) {
      if (choice != 0) counts[choice - 1] += 1;
    }
    const bool enough = answered() >= 3;
    ++(enough ? counted_ : kept_back_);
    EXPECT_EQ(over.counts, enough ? counts : std::vector<std::uint32_t>{});
  }

  std::size_t answered() const {
    return static_cast<std::size_t>(std::ranges::count_if(choices_, [](const auto& c) { return c.second != 0; }));
  }

  circle_number open_;
  std::size_t answers_ = 0;
  std::map<member_number, std::uint32_t> choices_;
  std::size_t counted_ = 0, kept_back_ = 0;
};

TEST(domain_polls, tell_how_many_chose_what_when_it_is_over_and_enough_have) {
  std::size_t counted = 0, kept_back = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const history h{seed, 150};
    questions seen;
    for (const logged_event& e : h.log()) {
      seen.see(e);
      if (testing::Test::HasFailure()) FAIL() << "at position " << e.at.value;
    }
    counted += seen.counted();
    kept_back += seen.kept_back();
  }
  EXPECT_GT(counted, 20U) << "the evenings must be lively enough to mean something";
  EXPECT_GT(kept_back, 20U);
}

}  // namespace
}  // namespace nightlight::simulation
