// Who is called: those on call who can be reached, else the admins, else the address that is there for that.
#include "paging/calls.hpp"

#include <gtest/gtest.h>

#include <set>

#include "adapters/memory/memory_store.hpp"
#include "domain/room/role.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::paging {
namespace {

using domain::alert_rung;
using domain::role;

const room_id room{"tuesdayroom2"};
const meeting_id tonight{std::string("\x01meeting\0number1", 16)};
const instant evening = from_unix_ms(1'800'000'000'000);

domain::logged_event event(std::uint64_t at, domain::event_body body, member_number actor = {}) {
  return {position{at}, {}, evening, {actor, {}, {}, std::move(body)}};
}

class calls : public ::testing::Test {
 protected:
  void with(const std::function<result<void>(records&)>& unit) {
    store_.transact(unit, [](const result<void>& done) { EXPECT_TRUE(done); });
  }
  void staff(const std::string& name, role what, bool reachable = true, bool disabled = false) {
    with([&](records& r) -> result<void> {
      staff_row row;
      row.id = person_id{name};
      row.name = row.name_key = name;
      row.role = static_cast<std::uint32_t>(what);
      row.disabled = disabled;
      if (auto put = r.put_staff(row); !put || !reachable) return put;
      return r.paging().put_contact({row.id, "sealed"});
    });
  }
  void on_call(const std::string& name, milliseconds from, milliseconds until) {
    with([&](records& r) { return r.paging().put_on_call({person_id{name}, evening + from, evening + until}); });
  }
  // Whom the rung calls, by name.
  std::set<std::string> called(alert_rung rung = alert_rung::on_call) {
    std::set<std::string> who;
    for (const page_row& page : pages_after({{alert_number{1}, rung, evening, position{9}}})) {
      who.insert(sealing::from_hex(page.recipient).value_or(page.recipient));
    }
    return who;
  }
  std::vector<page_row> pages_after(const std::vector<call>& asked) {
    std::vector<page_row> found;
    with([&](records& r) -> result<void> {
      if (auto kept = keep_calls(r, room, tonight, asked, ways_); !kept) return kept;
      found = *r.paging().pages_due(evening + std::chrono::hours{1}, 100);
      return {};
    });
    return found;
  }

  adapters::memory_store store_;
  ways_out ways_{true, false, {}};
};

TEST_F(calls, whoever_is_on_call_just_then_is_called_and_nobody_else) {
  for (const char* name : {"early", "now", "late"}) staff(name, role::on_call);
  staff("admin", role::admin);
  on_call("early", -seconds{60}, milliseconds{0});
  on_call("now", milliseconds{0}, milliseconds{1});
  on_call("late", milliseconds{1}, seconds{60});
  EXPECT_EQ(called(), (std::set<std::string>{"now"}));
}

TEST_F(calls, two_turns_of_one_person_are_one_call) {
  staff("kim", role::on_call);
  on_call("kim", -seconds{60}, seconds{60});
  on_call("kim", -seconds{30}, seconds{30});
  EXPECT_EQ(pages_after({{alert_number{1}, alert_rung::on_call, evening, position{9}}}).size(), 1u);
}

TEST_F(calls, when_nobody_on_call_can_be_reached_the_admins_are_called) {
  staff("no address", role::on_call, false);
  staff("disabled", role::on_call, true, true);
  staff("admin one", role::admin);
  staff("admin two", role::admin);
  staff("facilitator", role::facilitator);
  for (const char* name : {"no address", "disabled", "not an account"}) on_call(name, -seconds{60}, seconds{60});
  EXPECT_EQ(called(), (std::set<std::string>{"admin one", "admin two"}));
}

TEST_F(calls, the_admin_s_rung_calls_admins_whoever_is_on_call) {
  staff("kim", role::on_call);
  staff("admin", role::admin);
  on_call("kim", -seconds{60}, seconds{60});
  EXPECT_EQ(called(alert_rung::admin), (std::set<std::string>{"admin"}));
}

TEST_F(calls, without_anybody_there_is_the_fallback_and_without_one_nobody) {
  EXPECT_TRUE(called().empty());
  ways_.fallback = true;
  EXPECT_EQ(called(), (std::set<std::string>{"fallback"}));
}

TEST_F(calls, every_webhook_is_called_and_without_a_mail_server_no_one_else) {
  staff("admin", role::admin);
  ways_ = {false, true, {webhook_name("https://a.example/"), webhook_name("https://b.example/")}};
  const auto pages = pages_after({{alert_number{1}, alert_rung::on_call, evening, position{9}}});
  ASSERT_EQ(pages.size(), 2u);
  for (const page_row& page : pages) EXPECT_EQ(page.kind, page_kind::webhook);
  ways_ = {};
  EXPECT_EQ(pages_after({{alert_number{2}, alert_rung::on_call, evening, position{10}}}).size(), 2u);
}

TEST_F(calls, the_same_event_makes_the_same_pages_however_often_and_another_makes_others) {
  staff("admin", role::admin);
  const call first{alert_number{1}, alert_rung::on_call, evening, position{9}};
  const auto once = pages_after({first});
  ASSERT_EQ(once.size(), 1u);
  EXPECT_EQ(once[0].id.size(), 32u);
  EXPECT_EQ(once[0].due_at, evening);
  EXPECT_EQ(pages_after({first}), once);
  call again = first;
  again.at = position{20};
  call higher = first;
  higher.rung = alert_rung::admin;
  EXPECT_EQ(pages_after({again, higher}).size(), 3u);
}

TEST_F(calls, taking_or_closing_it_calls_off_what_was_not_sent) {
  staff("admin", role::admin);
  const call climbed{alert_number{1}, alert_rung::on_call, evening, position{9}};
  const call other{alert_number{2}, alert_rung::on_call, evening, position{10}};
  const call taken{alert_number{1}, alert_rung::facilitator, evening, position{11}};
  const auto left = pages_after({climbed, other, taken});
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].alert, alert_number{2});
  EXPECT_EQ(pages_after({climbed}).size(), 1u) << "and the same event does not bring it back";
}

TEST(calls_in, events_are_those_that_call_or_call_off) {
  using namespace domain;
  const member_number kim{1};
  const std::vector<logged_event> events{event(1, alert_raised{alert_number{1}, {}}),
                                         event(2, alert_climbed{alert_number{1}, alert_rung::co_facilitator}),
                                         event(3, alert_climbed{alert_number{1}, alert_rung::on_call}),
                                         event(4, alert_claimed{alert_number{1}, member_number{2}}, kim),
                                         event(5, alert_claimed{alert_number{1}, {}}, kim),
                                         event(6, alert_climbed{alert_number{1}, alert_rung::admin}),
                                         event(7, alert_claimed{alert_number{1}, kim}, kim),
                                         event(8, alert_closed{alert_number{1}, alert_outcome::talked, {}}, kim)};
  std::vector<std::pair<std::uint64_t, alert_rung>> asked;
  for (const call& c : calls_in(events, {})) asked.emplace_back(c.at.value, c.rung);
  EXPECT_EQ(asked, (std::vector<std::pair<std::uint64_t, alert_rung>>{{3, alert_rung::on_call},
                                                                      {6, alert_rung::admin},
                                                                      {7, alert_rung::facilitator},
                                                                      {8, alert_rung::facilitator}}));
  EXPECT_EQ(calls_in(events, {}, position{6}).size(), 2u);
}

TEST(calls_in, deciding_on_what_waited_too_long_calls_off_its_alert) {
  using namespace domain;
  room_state room;
  alert waited;
  waited.number = alert_number{1};
  waited.cause.kind = alert_kind::held;
  waited.cause.hold = hold_number{7};
  alert heard = waited;
  heard.number = alert_number{2};
  heard.cause.kind = alert_kind::phrase;
  room.alerts = {waited, heard};
  const std::vector<logged_event> events{
      event(1, message_said{member_number{2}, {}, {}}), event(2, message_said{member_number{2}, {}, hold_number{7}}),
      event(3, held_declined{{{hold_number{6}, member_number{2}}, {hold_number{7}, member_number{2}}}, {}})};
  const auto asked = calls_in(events, room);
  ASSERT_EQ(asked.size(), 2u);
  EXPECT_EQ(asked[0], (call{alert_number{1}, alert_rung::facilitator, evening, position{2}}));
  EXPECT_EQ(asked[1].at, position{3});
}

}  // namespace
}  // namespace nightlight::paging
