// Corners of reading first: which messages go out with which, in what order, and what the events say of them.
#include <gtest/gtest.h>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"

namespace nightlight::domain {
namespace {

const actor kim{person_id{"kim"}, role::facilitator, private_text{"Kim"}};
const actor ana{person_id{"ana"}, role::member, private_text{"Ana"}};
const actor bea{person_id{"bea"}, role::member, private_text{"Bea"}};
const circumstances now{from_unix_ms(1'900'000'000'000), true, {}};

class reviewed_room : public testing::Test {
 protected:
  reviewed_room() {
    ask(kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0});
    ask(ana, join{});
    ask(bea, join{});
  }

  std::vector<event> ask(const actor& who, command what) {
    const decision d = decide(room_, {who, {}, {}, std::move(what)}, now);
    if (const auto* no = std::get_if<refusal>(&d)) refused_ = no->code;
    const auto* yes = std::get_if<accepted>(&d);
    if (yes == nullptr) return {};
    for (const event& e : yes->events) apply(room_, place_next(room_, e, now.now));
    return yes->events;
  }

  void hold(hold_mode mode) { ask(kim, set_hold{mode, 0}); }
  void says(const actor& who, const char* words) { ask(who, say{{private_text{words}}}); }

  // The words that these events say, one after the other.
  static std::string said(const std::vector<event>& events) {
    std::string all;
    for (const event& e : events) {
      if (const auto* s = std::get_if<message_said>(&e.body)) all += std::string(s->what.text.reveal()) + ' ';
    }
    return all;
  }

  room_state room_;
  refusal_code refused_{};
};

TEST_F(reviewed_room, what_waits_for_itself_stops_what_waits_behind_it) {
  hold(hold_mode::everything);
  says(ana, "one");
  hold(hold_mode::off);
  says(ana, "two");  // behind
  hold(hold_mode::everything);
  says(ana, "three");
  hold(hold_mode::off);
  says(ana, "four");  // behind
  EXPECT_EQ(said(ask(kim, release_held{{hold_number{1}}})), "one two ");
  ASSERT_EQ(room_.held.size(), 2U);
  EXPECT_EQ(said(ask(kim, release_held{{hold_number{3}}})), "three four ");
}

TEST_F(reviewed_room, declining_lets_out_what_waited_only_behind_it) {
  hold(hold_mode::everything);
  says(ana, "one");
  hold(hold_mode::off);
  says(ana, "two");
  const auto events = ask(kim, decline_held{{hold_number{1}}, private_text{"kindly"}});
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(std::get<held_declined>(events[0].body).holds,
            (std::vector<declined_hold>{{hold_number{1}, member_number{2}}}));
  EXPECT_EQ(std::get<message_said>(events[1].body).hold, hold_number{2});
}

TEST_F(reviewed_room, declining_the_second_leaves_the_first_and_what_is_behind_it) {
  hold(hold_mode::everything);
  says(ana, "one");
  says(ana, "two");
  hold(hold_mode::off);
  says(ana, "three");
  EXPECT_EQ(said(ask(kim, decline_held{{hold_number{2}}, {}})), "");
  EXPECT_EQ(said(ask(kim, release_held{{hold_number{1}}})), "one three ");
}

TEST_F(reviewed_room, nobody_else_s_goes_out_with_hers) {
  hold(hold_mode::everything);
  says(ana, "one");
  says(bea, "two");
  hold(hold_mode::off);
  says(bea, "three");
  EXPECT_EQ(said(ask(kim, release_held{{hold_number{1}}})), "one ");
  EXPECT_EQ(said(ask(kim, release_held{{hold_number{3}}})), "");
  EXPECT_EQ(refused_, refusal_code::held_behind);
}

TEST_F(reviewed_room, one_named_twice_goes_out_or_is_declined_once) {
  hold(hold_mode::everything);
  says(ana, "one");
  says(ana, "two");
  EXPECT_EQ(said(ask(kim, release_held{{hold_number{1}, hold_number{1}}})), "one ");
  const auto events = ask(kim, decline_held{{hold_number{2}, hold_number{2}}, {}});
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(std::get<held_declined>(events[0].body).holds.size(), 1U);
}

TEST_F(reviewed_room, one_unknown_among_them_stops_them_all) {
  hold(hold_mode::everything);
  says(ana, "one");
  EXPECT_TRUE(ask(kim, release_held{{hold_number{1}, hold_number{2}}}).empty());
  EXPECT_EQ(refused_, refusal_code::held_unknown);
  EXPECT_TRUE(ask(kim, decline_held{{hold_number{1}, hold_number{}}, {}}).empty());
  EXPECT_TRUE(ask(kim, decline_held{{}, {}}).empty());
  EXPECT_EQ(room_.held.size(), 1U);
}

TEST_F(reviewed_room, hold_numbers_are_never_used_again) {
  hold(hold_mode::everything);
  says(ana, "one");
  ask(kim, decline_held{{hold_number{1}}, {}});
  says(ana, "two");
  EXPECT_EQ(room_.held.front().number, hold_number{2});
}

}  // namespace
}  // namespace nightlight::domain
