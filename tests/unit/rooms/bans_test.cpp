#include "rooms/bans.hpp"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"
#include "domain/room/apply.hpp"
#include "domain/room/marks.hpp"
#include "domain/room/second_room.hpp"

namespace nightlight::rooms {
namespace {

using namespace domain;

constexpr member_number kim{1};
constexpr member_number ana{2};
const instant evening = from_unix_ms(1'900'000'000'000);

std::string mark(char of) { return std::string(mark_bytes, of); }

class bans_of_a_room : public ::testing::Test {
 protected:
  bans_of_a_room() {
    happen(kim, room_opened{meeting_id{std::string(16, 'm')}, 24, seconds{0}, 0});
    happen(kim, member_joined{kim, person_id{"K"}, private_text{"Kim"}, role::facilitator, false});
    happen(ana, member_joined{ana, person_id{"A"}, private_text{"Ana"}, role::member, false,
                              private_text{mark('d') + mark('l')}});
  }
  position happen(member_number by, event_body body) {
    events_.push_back(place_next(room_, {by, {}, {}, std::move(body)}, evening));
    apply(room_, events_.back());
    return events_.back().at;
  }

  room_state room_;
  std::vector<logged_event> events_;
};

TEST_F(bans_of_a_room, a_ban_is_known_by_all_her_marks_until_its_end) {
  const position at = happen(kim, member_banned{ana, evening + seconds{60}, private_text{"threats"}});
  const std::vector<ban_change> one{{{mark('d'), mark('l')}, evening + seconds{60}, at}};
  EXPECT_EQ(ban_changes_of(events_, room_), one);
  EXPECT_TRUE(ban_changes_of(events_, room_, at).empty()) << "what was kept before is not kept again";
}

TEST_F(bans_of_a_room, readmitting_her_lifts_it) {
  happen(kim, member_banned{ana, evening + seconds{60}, {}});
  happen(kim, member_readmitted{ana});
  const auto changes = ban_changes_of(events_, room_);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[1].until, instant{});
  EXPECT_EQ(changes[1].marks, changes[0].marks);
}

TEST_F(bans_of_a_room, lifting_it_from_the_list_names_where_it_was_made) {
  const position made = happen(kim, member_banned{ana, evening + seconds{60}, {}});
  const position at = happen({}, ban_lifted{made, ana, person_id{"L"}, role::moderator});
  const auto changes = ban_changes_of(events_, room_, made);
  const std::vector<ban_change> one{{{}, {}, at, made}};
  EXPECT_EQ(changes, one);
}

TEST_F(bans_of_a_room, nothing_else_that_staff_do_is_a_ban) {
  happen(kim, member_muted{ana, evening + seconds{60}, {}});
  happen(kim, member_removed{ana, evening + seconds{60}, {}});
  EXPECT_TRUE(ban_changes_of(events_, room_).empty());
}

TEST_F(bans_of_a_room, whoever_came_without_marks_leaves_none) {
  constexpr member_number bea{3};
  happen(bea, member_joined{bea, person_id{"B"}, private_text{"Bea"}, role::member, false});
  happen(kim, member_banned{bea, evening + seconds{60}, {}});
  happen(kim, member_banned{member_number{9}, evening + seconds{60}, {}});
  EXPECT_TRUE(ban_changes_of(events_, room_).empty());
}

TEST_F(bans_of_a_room, marks_go_with_the_words_of_the_meeting) {
  happen(kim, room_closed{});
  happen({}, words_purged{room_.meeting, room_.circle_head});
  EXPECT_TRUE(room_.find(ana)->marks.empty());
}

TEST(where_a_ban_holds, is_the_same_for_a_room_and_the_second_one_beside_it) {
  adapters::memory_store store{adapters::delivery::when_run};
  const room_id first{"tuesday"};
  std::vector<room_id> scopes;
  const auto look = [&](records& r) -> result<void> {
    for (const room_id& room : {first, second_of(first)}) scopes.push_back(*ban_scope_of(r, room));
    return {};
  };
  store.transact(look, [](const result<void>& done) { ASSERT_TRUE(done); });
  store.run_pending();
  EXPECT_EQ(scopes, (std::vector<room_id>{first, first}));
}

TEST(marks, are_told_apart_by_their_length_alone) {
  EXPECT_TRUE(marks_in({}).empty());
  EXPECT_TRUE(marks_in(private_text{std::string(mark_bytes - 1, 'x')}).empty());
  EXPECT_EQ(marks_in(private_text{mark('a') + mark('b') + "rest"}), (std::vector{mark('a'), mark('b')}));
  EXPECT_TRUE(share_a_mark(private_text{mark('a') + mark('b')}, private_text{mark('c') + mark('b')}));
  EXPECT_FALSE(share_a_mark(private_text{mark('a')}, private_text{mark('b')}));
  EXPECT_FALSE(share_a_mark({}, {}));
}

}  // namespace
}  // namespace nightlight::rooms
