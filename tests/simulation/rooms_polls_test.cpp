// A question with answers through the whole shell of the rooms: what she chooses is on her own phones and nowhere else,
// also after a restart, and what others are sent is the same whether she chooses or not.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "simulation/a_room.hpp"

namespace nightlight::simulation {
namespace {

constexpr auto bytes = wire::subprotocol::binary;

domain::start_poll tonight() {
  return {private_text{"What shall we talk about?"}, {private_text{"Sleep"}, private_text{"Feeding"}}};
}

struct asked_room : a_room {
  asked_room() {
    kim.send("ask", tonight());
    read();
  }
  circle_number question() const { return circle_number{kim.seen.shown.poll().number()}; }
  void choose(phone& who, const std::string& id, std::uint32_t choice) {
    who.send(id, domain::answer_poll{question(), choice});
    read();
  }
};

TEST(rooms_polls, what_she_chooses_is_on_each_of_her_phones_and_on_nobody_else_s) {
  asked_room r;
  phone other{r.w, person("Ana"), "room", bytes, 0};
  other.connect();
  r.read({&other});
  r.choose(r.ana, "a1", 2);
  r.read({&other});
  EXPECT_EQ(r.ana.choice(), 2u);
  EXPECT_EQ(other.choice(), 2u);
  EXPECT_EQ(r.ana.acks.at("a1").number(), 0u);
  EXPECT_TRUE(r.kim.notices.empty());
  EXPECT_EQ(r.bea.choice(), 0u);
}

TEST(rooms_polls, staff_see_how_many_have_answered_and_the_circle_does_not) {
  asked_room r;
  r.choose(r.ana, "a1", 2);
  r.choose(r.ana, "a2", 1);
  EXPECT_EQ(r.kim.seen.shown.poll().answered(), 1u);
  r.choose(r.bea, "b1", 1);
  EXPECT_EQ(r.kim.seen.shown.poll().answered(), 2u);
  r.choose(r.ana, "a3", 0);
  EXPECT_EQ(r.kim.seen.shown.poll().answered(), 1u);
  EXPECT_EQ(r.bea.seen.shown.poll().answered(), 0u);
}

TEST(rooms_polls, whoever_comes_back_finds_her_answer_also_after_a_restart) {
  asked_room r;
  r.choose(r.ana, "a1", 2);
  r.ana.disconnect();
  r.ana.connect(false);
  r.read();
  EXPECT_EQ(r.ana.notices.back().your_answer().choice(), 2u);
  r.restart();
  r.ana.connect();
  r.read({&r.ana});
  EXPECT_EQ(r.ana.choice(), 2u);
  EXPECT_EQ(r.ana.seen.shown.poll().answers_size(), 2);
}

std::vector<std::string> what_bea_got(bool ana_chooses) {
  asked_room r;
  const auto maybe = [&](const std::string& id, std::uint32_t choice) {
    if (ana_chooses) r.choose(r.ana, id, choice);
    r.read();
  };
  maybe("a1", 1);
  r.say(r.bea, "b1", "hello");
  maybe("a2", 2);
  r.bea.disconnect();
  maybe("a3", 1);
  r.bea.connect();
  r.read();
  r.bea.disconnect();
  r.bea.connect(false);
  r.read();
  r.kim.send("over", domain::end_poll{r.question()});
  r.read();
  return r.bea.stream;
}

TEST(rooms_polls, nobody_else_is_sent_another_byte_whether_she_chooses_or_not) {
  const auto with = what_bea_got(true);
  EXPECT_GT(with.size(), 8u);
  EXPECT_EQ(with, what_bea_got(false));
}

TEST(rooms_polls, the_audit_log_knows_that_it_was_asked_and_closed_and_of_no_answer) {
  asked_room r;
  r.choose(r.ana, "a1", 2);
  r.kim.send("over", domain::end_poll{r.question()});
  r.read();
  std::vector<std::string> actions;
  for (const audit_row& row : r.w.audited()) actions.push_back(row.entry.action);
  EXPECT_EQ(std::ranges::count(actions, "poll_began"), 1);
  EXPECT_EQ(std::ranges::count(actions, "poll_ended"), 1);
  EXPECT_EQ(std::ranges::count(actions, "poll_answered"), 0);
}

TEST(rooms_polls, an_answer_that_is_sent_again_is_one_answer) {
  asked_room r;
  r.choose(r.ana, "a1", 2);
  const std::size_t rows = r.rows();
  r.choose(r.ana, "a1", 2);
  EXPECT_EQ(r.rows(), rows);
  r.choose(r.ana, "a1", 1);
  EXPECT_EQ(r.ana.refusals.at("a1"), "message_id_reused");
  EXPECT_EQ(r.ana.choice(), 2u);
}

}  // namespace
}  // namespace nightlight::simulation
