// Being kept out, and writing to the team from there.
#include <gtest/gtest.h>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"
#include "domain/room/marks.hpp"

namespace nightlight::domain {
namespace {

const instant evening = from_unix_ms(1'900'000'000'000);
constexpr member_number ana_number{2};

private_text mark(char of) { return private_text{std::string(mark_bytes, of)}; }

class kept_out : public ::testing::Test {
 protected:
  kept_out() {
    EXPECT_EQ(ask(kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0}), "done");
    EXPECT_EQ(ask(ana, join{}), "done");
    EXPECT_EQ(ask(kim, ban_member{ana_number, seconds{3600}, private_text{"threats"}}), "done");
  }

  std::string ask(const actor& who, command what) {
    const decision d = decide(room, {who, {}, {}, std::move(what)}, {time, true, {}});
    if (const auto* no = std::get_if<refusal>(&d)) {
      waits = no->retry_after;
      return std::string(code_name(no->code));
    }
    for (const event& e : std::get<accepted>(d).events) apply(room, place_next(room, e, time));
    return std::get<accepted>(d).events.empty() ? "nothing to do" : "done";
  }
  std::string appeal_of(const private_text& marks, const std::string& text = "it was not me") {
    return ask({}, note_appeal{private_text{text}, marks});
  }

  const actor kim{person_id{"kim"}, role::facilitator, private_text{"Kim"}};
  const actor ana{person_id{"ana"}, role::member, private_text{"Ana"}, mark('a')};
  room_state room;
  instant time = evening;
  milliseconds waits{0};
};

TEST_F(kept_out, another_session_with_the_same_mark_is_the_same_person) {
  const actor again{person_id{"new"}, role::member, private_text{"Bea"},
                    private_text{std::string(mark('x').reveal()) + std::string(mark('a').reveal())}};
  EXPECT_EQ(ask(again, join{}), "removed");
  EXPECT_EQ(waits, seconds{3600});
  const actor other{person_id{"other"}, role::member, private_text{"Bea"}, mark('b')};
  EXPECT_EQ(ask(other, join{}), "done");
  time += seconds{3600};
  EXPECT_EQ(ask({person_id{"new"}, role::member, private_text{"Cleo"}, mark('a')}, join{}), "done");
}

TEST_F(kept_out, a_removal_is_hers_alone) {
  const actor bea{person_id{"bea"}, role::member, private_text{"Bea"}, mark('b')};
  EXPECT_EQ(ask(bea, join{}), "done");
  EXPECT_EQ(ask(kim, remove_member{room.find(bea.person)->number, seconds{60}, {}, false}), "done");
  EXPECT_EQ(ask({person_id{"sister"}, role::member, private_text{"Cleo"}, mark('b')}, join{}), "done");
}

TEST_F(kept_out, removing_somebody_who_is_banned_does_not_shorten_the_ban) {
  EXPECT_EQ(ask(kim, remove_member{ana_number, seconds{1}, {}, false}), "nothing to do");
  EXPECT_TRUE(room.find(ana_number)->banned);
  EXPECT_EQ(ask(kim, readmit_member{ana_number}), "done");
  EXPECT_EQ(ask(ana, join{}), "done");
}

TEST_F(kept_out, a_ban_is_lifted_from_the_list_by_where_it_was_made) {
  const position at = room.find(ana_number)->removal->at;
  EXPECT_EQ(ask({}, note_ban_lifted{position{at.value + 1}, kim.person, kim.role}), "done") << "another ban";
  EXPECT_TRUE(room.find(ana_number)->banned);
  EXPECT_EQ(ask({}, note_ban_lifted{at, kim.person, kim.role}), "done");
  EXPECT_FALSE(room.find(ana_number)->banned || room.find(ana_number)->removal);
  EXPECT_EQ(ask(ana, join{}), "done");
}

TEST_F(kept_out, a_ban_of_an_earlier_meeting_is_lifted_too_also_when_its_words_are_gone) {
  const position at = room.find(ana_number)->removal->at;
  EXPECT_EQ(ask(kim, close_room{}), "done");
  EXPECT_EQ(ask(kim, open_room{meeting_id{"the next"}, 24, seconds{0}, 0}), "done");
  EXPECT_EQ(ask(ana, join{}), "removed");
  EXPECT_EQ(ask(kim, close_room{}), "done");
  EXPECT_EQ(ask({}, note_words_purged{room.meeting}), "done");
  EXPECT_EQ(ask({}, note_ban_lifted{at, kim.person, kim.role}), "done");
  EXPECT_EQ(ask(kim, open_room{meeting_id{"the one after"}, 24, seconds{0}, 0}), "done");
  EXPECT_EQ(ask(ana, join{}), "done");
}

TEST_F(kept_out, nobody_lifts_a_ban_from_the_list_by_a_command_of_her_own) {
  for (const actor& who : {ana, kim}) EXPECT_EQ(ask(who, note_ban_lifted{}), "not_permitted");
  room = room_state{};
  EXPECT_EQ(ask({}, note_ban_lifted{}), "nothing to do");
}

TEST_F(kept_out, what_she_writes_from_outside_is_about_her_when_the_room_knows_her) {
  EXPECT_EQ(appeal_of(mark('a')), "done");
  ASSERT_EQ(room.alerts.size(), 1U);
  EXPECT_EQ(room.alerts[0].cause.kind, alert_kind::appeal);
  EXPECT_EQ(room.alerts[0].cause.about, ana_number);
  EXPECT_EQ(room.alerts[0].cause.words.reveal(), "it was not me");
  EXPECT_FALSE(room.alerts[0].by);
  EXPECT_EQ(ask(kim, claim_alert{alert_number{1}}), "own_decision") << "somebody else decides about it";
  EXPECT_EQ(appeal_of(mark('a')), "too_many_reports");
  EXPECT_EQ(ask(ana, appeal{private_text{"again, inside"}}), "too_many_reports") << "whichever way she comes";
}

TEST_F(kept_out, what_somebody_unknown_writes_is_about_nobody_and_cannot_fill_the_list) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(appeal_of(mark('z')), "done") << i;
  EXPECT_FALSE(room.alerts[0].cause.about);
  EXPECT_EQ(appeal_of(mark('y')), "too_many_reports");
  EXPECT_EQ(appeal_of(mark('a')), "done") << "those the room knows are not kept from speaking by it";
}

TEST_F(kept_out, an_appeal_has_words_and_an_end) {
  EXPECT_EQ(appeal_of({}, ""), "body_empty");
  EXPECT_EQ(appeal_of({}, " \n\xe2\x80\x8b"), "body_empty");
  EXPECT_EQ(appeal_of({}, std::string(1001, 'x')), "note_too_long");
  std::string long_words;
  for (int i = 0; i < 1000; ++i) long_words += "\xc3\xb1";
  EXPECT_EQ(appeal_of({}, long_words), "done");
}

TEST_F(kept_out, only_the_system_brings_an_appeal_from_outside) {
  for (const actor& who : {ana, kim}) EXPECT_EQ(ask(who, note_appeal{private_text{"x"}, {}}), "not_permitted");
}

TEST_F(kept_out, an_appeal_is_heard_after_the_meeting_until_its_words_are_gone) {
  EXPECT_EQ(ask(kim, close_room{}), "done");
  EXPECT_EQ(appeal_of(mark('a')), "done");
  EXPECT_EQ(ask({}, note_words_purged{room.meeting}), "done");
  EXPECT_EQ(appeal_of(mark('a')), "room_closed");
  room = room_state{};
  EXPECT_EQ(appeal_of(mark('a')), "room_not_open");
}

TEST_F(kept_out, she_may_still_appeal_report_and_tell_the_team_how_she_is) {
  EXPECT_EQ(ask(ana, appeal{private_text{"it was not me"}}), "done");
  EXPECT_EQ(ask(ana, report{member_number{1}, {}, false, private_text{"rough"}}), "done");
  EXPECT_EQ(ask(ana, tell_staff{feeling::not_ok}), "done");
  EXPECT_EQ(ask(ana, say{{private_text{"hello"}}}), "removed");
}

}  // namespace
}  // namespace nightlight::domain
