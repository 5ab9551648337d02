// From an alert to a letter, by a clock that is moved by hand and a post that answers as it is told: at the right time,
// once, however the process ends.
#include <gmock/gmock.h>

#include <map>
#include <random>

#include "app/housekeeping.hpp"
#include "async/spawn.hpp"
#include "paging/pages_world.hpp"
#include "rooms/live_room.hpp"

namespace nightlight::paging_tests {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Takes letters and calls, and says so at once unless it is told otherwise.
class told_post final : public post {
 public:
  void deliver(letter what, completion done) override {
    const std::size_t begin = what.text.find("Message-ID: ") + 12;
    ids.push_back(what.text.substr(begin, what.text.find("\r\n", begin) - begin));
    to.push_back(what.to);
    texts.push_back(what.text);
    answer(std::move(done));
  }
  void call(webhook_call what, completion done) override {
    calls.push_back(what.body);
    answer(std::move(done));
  }
  void answer(completion done) {
    if (silent) return waiting.push_back(std::move(done));
    done({takes, takes ? "" : "refused"});
  }
  // Every call comes back in the end.
  void answer_all() {
    for (completion& done : std::exchange(waiting, {})) done({takes, ""});
  }

  bool takes = true;
  bool silent = false;
  std::vector<std::string> ids, to, texts, calls;
  std::vector<completion> waiting;
};

class ladder : public an_evening {
 protected:
  ladder() { w.out = &out; }
  ~ladder() override { out.answer_all(); }

  void restart() {
    out.answer_all();
    kill();
    w.start();
    look();
    read();
  }
  std::size_t steps_in_log() {
    std::size_t steps = 0;
    std::vector<domain::logged_event> events;
    const auto loaded = rooms::live_room::load(w.row("room"), w.newest("room"), w.ring, w.settings, events);
    EXPECT_TRUE(loaded);
    for (const domain::logged_event& e : events) steps += std::holds_alternative<domain::alert_climbed>(e.what.body);
    return steps;
  }

  told_post out;
};

TEST_F(ladder, a_red_alert_that_nobody_takes_calls_on_call_after_two_minutes_and_an_admin_after_five) {
  w.ways.webhooks = {paging::webhook_name("https://pager.example.org/")};
  w.letters.webhooks = {{"https://pager.example.org/", "secret"}};
  begin();
  red_alert();
  pass(milliseconds{119'999});
  EXPECT_THAT(out.to, IsEmpty());
  EXPECT_THAT(out.calls, IsEmpty());
  pass(milliseconds{1});
  EXPECT_THAT(out.to, ElementsAre("oki@example.net"));
  EXPECT_EQ(out.calls.size(), 1u);
  pass(milliseconds{179'999});
  EXPECT_EQ(out.to.size(), 1u);
  pass(milliseconds{1});
  EXPECT_THAT(out.to, ElementsAre("oki@example.net", "ada@example.net"));
  EXPECT_EQ(out.calls.size(), 2u);
  pass(std::chrono::hours{1});
  EXPECT_EQ(out.to.size(), 2u);
  EXPECT_THAT(actions(), ElementsAre("alert_climbed_to_co_facilitator", "alert_climbed_to_on_call", "page_sent",
                                     "page_sent", "alert_climbed_to_admin", "page_sent", "page_sent"));
}

TEST_F(ladder, no_letter_says_who_which_room_or_what) {
  begin();
  red_alert();
  pass(std::chrono::minutes{6});
  ASSERT_EQ(out.texts.size(), 2u);
  for (const std::string& text : out.texts) {
    for (const char* secret : {"Ana", "Kim", "Title", "kill", "Oki", "Ada"}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret << " in " << text;
    }
  }
}

TEST_F(ladder, taken_in_between_nobody_is_called) {
  begin();
  red_alert();
  pass(seconds{100});
  kim.send("claim", domain::claim_alert{alert_number{1}});
  read();
  ASSERT_TRUE(kim.acks.contains("claim"));
  pass(std::chrono::hours{1});
  EXPECT_THAT(out.to, IsEmpty());
}

TEST_F(ladder, what_could_not_be_sent_before_it_was_taken_is_not_sent_after) {
  out.takes = false;
  begin();
  red_alert();
  pass(seconds{120});
  EXPECT_EQ(out.to.size(), 1u);
  kim.send("claim", domain::claim_alert{alert_number{1}});
  read();
  out.takes = true;
  pass(std::chrono::hours{1});
  EXPECT_EQ(out.to.size(), 1u);
  EXPECT_EQ(count("page_sent"), 0u);
}

TEST_F(ladder, an_amber_alert_calls_on_call_after_ten_minutes_and_no_admin) {
  begin();
  ana.send("ask", domain::tell_staff{domain::feeling::please_write});
  read();
  pass(milliseconds{599'999});
  EXPECT_THAT(out.to, IsEmpty());
  pass(milliseconds{1});
  EXPECT_THAT(out.to, ElementsAre("oki@example.net"));
  pass(std::chrono::hours{1});
  EXPECT_EQ(out.to.size(), 1u);
}

TEST_F(ladder, a_step_that_was_due_while_nothing_ran_is_made_up_for_at_the_start_although_nobody_comes) {
  begin();
  red_alert();
  kill();
  w.clock.advance(std::chrono::minutes{10});
  w.start();
  read();
  EXPECT_EQ(steps_in_log(), 0u) << "nobody has woken the room yet";
  accounts::revocations ended;
  const async::executor ex = w.up->contexts[0]->get_executor();
  app::housekeeping upkeep(ex, w.store, w.clock, ended, *w.up->rooms);
  ASSERT_TRUE(async::spawn(ex, *w.up->running, "housekeeping", upkeep.run()));
  read();
  upkeep.stop();
  read();
  EXPECT_THAT(out.to, ::testing::UnorderedElementsAre("oki@example.net", "ada@example.net"));
  EXPECT_EQ(steps_in_log(), 3u);
  restart();
  EXPECT_EQ(out.to.size(), 2u);
  EXPECT_EQ(steps_in_log(), 3u);
}

// Killed after any number of steps, each rung is recorded once, and a letter comes twice only when the process stopped
// between the answer and its mark; then under one name.
TEST_F(ladder, killed_at_any_step_each_rung_is_recorded_once_and_no_call_is_lost) {
  begin();
  std::size_t repeats = 0;
  for (int steps = 0; steps < 60; ++steps) {
    out.ids.clear();
    out.to.clear();
    const std::size_t before = steps_in_log();
    const std::size_t sent_before = count("page_sent");
    ana.send("worry" + std::to_string(steps), domain::report{member_number{kim.member}, {}, true, private_text{"x"}});
    read();
    w.clock.advance(seconds{600});
    look();
    std::mt19937_64 random(static_cast<std::uint64_t>(steps));
    for (int i = 0; i < steps && w.step(random); ++i) {
    }
    restart();
    EXPECT_EQ(steps_in_log(), before + 2) << steps;
    EXPECT_EQ(count("page_sent"), sent_before + 1) << steps;
    std::map<std::string, std::size_t> times;
    for (const std::string& id : out.ids) ++times[id];
    EXPECT_EQ(times.size(), 1u) << steps;
    repeats += out.ids.size() - times.size();
    EXPECT_LE(out.ids.size(), 2u) << steps;
    kim.connect();
    ana.connect();
    read();
    const auto number = static_cast<std::uint32_t>(w.folded("room").alerts.size());
    kim.send("close" + std::to_string(steps),
             domain::close_alert{alert_number{number}, domain::alert_outcome::talked, {}});
    read();
  }
  EXPECT_GT(repeats, 0u) << "some step lies between the answer and its mark";
}

TEST_F(ladder, a_page_whose_unit_failed_or_is_in_doubt_is_kept_once) {
  for (const bool doubt : {false, true}) {
    out.ids.clear();
    if (!w.up) begin();
    ana.send(doubt ? "w2" : "w1", domain::report{member_number{kim.member}, {}, true, private_text{"x"}});
    read();
    w.clock.advance(seconds{600});
    doubt ? w.store.doubt_next_units(1) : w.store.fail_next_units(1);
    look();
    read();
    look();
    read();
    EXPECT_EQ(out.ids.size(), 1u) << doubt;
  }
}

TEST_F(ladder, what_is_refused_is_tried_again_less_and_less_often_until_it_is_given_up) {
  out.takes = false;
  begin();
  ana.send("ask", domain::tell_staff{domain::feeling::please_write});
  read();
  pass(seconds{600});
  std::size_t tried = 1;
  EXPECT_EQ(out.ids.size(), tried);
  for (const std::int64_t wait : {30, 60, 120, 240, 480, 600, 600}) {
    pass(seconds{wait} - milliseconds{1});
    EXPECT_EQ(out.ids.size(), tried) << wait;
    pass(milliseconds{1});
    EXPECT_EQ(out.ids.size(), ++tried) << wait;
  }
  for (int i = 0; i < 24 * 6; ++i) pass(seconds{600});
  EXPECT_EQ(count("page_given_up"), 1u);
  const std::size_t given_up_after = out.ids.size();
  out.takes = true;
  pass(std::chrono::hours{1});
  EXPECT_EQ(out.ids.size(), given_up_after);
  EXPECT_THAT(std::set<std::string>(out.ids.begin(), out.ids.end()), ::testing::SizeIs(1));
}

TEST_F(ladder, an_answer_that_the_store_does_not_take_is_marked_later_and_the_letter_not_sent_again) {
  begin();
  red_alert();
  out.silent = true;
  pass(seconds{120});
  ASSERT_EQ(out.ids.size(), 1u);
  w.store.fail_next_units(3);
  out.answer_all();
  read();
  EXPECT_EQ(count("page_sent"), 0u);
  w.store.fail_next_units(0);
  look();
  read();
  EXPECT_EQ(count("page_sent"), 1u);
  EXPECT_EQ(out.ids.size(), 1u);
}

TEST_F(ladder, an_address_given_later_is_used_by_the_next_attempt) {
  with([&](records& r) { return r.paging().put_contact({id_of("Oki"), "sealed with a key that is gone"}); });
  begin();
  red_alert();
  pass(seconds{120});
  EXPECT_THAT(out.to, IsEmpty());
  staff("Oki", domain::role::on_call, "new@example.net");
  pass(seconds{30});
  EXPECT_THAT(out.to, ElementsAre("new@example.net"));
}

TEST_F(ladder, a_closed_room_still_calls) {
  begin();
  red_alert();
  kim.send("close", domain::close_room{});
  read();
  pass(seconds{120});
  EXPECT_THAT(out.to, ElementsAre("oki@example.net"));
}

TEST(next_attempt, doubles_up_to_its_longest_and_ends) {
  paging::courier_options o;
  page_row page;
  page.at = from_unix_ms(1'800'000'000'000);
  std::vector<std::int64_t> waits;
  for (page.attempts = 1; page.attempts < 8; ++page.attempts) {
    waits.push_back((*paging::next_attempt(page, page.at, o) - page.at).count() / 1000);
  }
  EXPECT_THAT(waits, ElementsAre(30, 60, 120, 240, 480, 600, 600));
  page.attempts = 1'000'000;
  EXPECT_TRUE(paging::next_attempt(page, page.at + o.give_up_after - milliseconds{1}, o));
  EXPECT_FALSE(paging::next_attempt(page, page.at + o.give_up_after, o));
}

}  // namespace
}  // namespace nightlight::paging_tests
