// What must be true of every round of every random evening, looked at from its log alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "domain/room/apply.hpp"
#include "simulation/domain_history.hpp"

namespace nightlight::simulation {
namespace {

using namespace domain;

// Who has had her turn to its end in the round that is on.
class turns {
 public:
  std::size_t given() const { return given_; }

  void see(const logged_event& e) {
    if (std::holds_alternative<round_began>(e.what.body)) done_.clear();
    if (const auto* began = std::get_if<round_began>(&e.what.body)) turn_ = began->turn;
    const auto* next = std::get_if<turn_given>(&e.what.body);
    if (next == nullptr) return;
    ++given_;
    if (!next->lost) done_.insert(turn_);
    turn_ = next->member;
    EXPECT_FALSE(done_.contains(turn_)) << "asked twice: " << turn_.value;
  }

 private:
  std::set<member_number> done_;
  member_number turn_;
  std::size_t given_ = 0;
};

void expect_heard_in_turn(const room_state& room, const logged_event& e) {
  const auto* said = std::get_if<message_said>(&e.what.body);
  if (said == nullptr || said->hold || !room.round) return;
  const member* author = room.find(said->author);
  ASSERT_NE(author, nullptr);
  EXPECT_TRUE(is_staff(author->role) || room.round->turn == said->author);
}

void expect_asked_are_here(const room_state& room) {
  if (!room.round) return;
  const auto may_speak = [&](member_number n) {
    const member* m = room.find(n);
    return m != nullptr && m->present && !m->listening;
  };
  EXPECT_TRUE(may_speak(room.round->turn));
  EXPECT_TRUE(std::ranges::all_of(room.round->next, may_speak));
  EXPECT_EQ(std::ranges::find(room.round->next, room.round->turn), room.round->next.end());
}

TEST(domain_rounds, ask_everybody_once_who_is_here_and_let_nobody_else_speak) {
  std::size_t given = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const history h{seed, 150};
    room_state room;
    turns seen;
    for (const logged_event& e : h.log()) {
      expect_heard_in_turn(room, e);
      seen.see(e);
      apply(room, e);
      expect_asked_are_here(room);
      if (testing::Test::HasFailure()) FAIL() << "at position " << e.at.value;
    }
    given += seen.given();
  }
  EXPECT_GT(given, 500U) << "the evenings must be lively enough to mean something";
}

}  // namespace
}  // namespace nightlight::simulation
