// Somebody who comes in, at whatever moment of whatever evening, reads what was said to the circle and stands, and
// nothing that waits, was taken back, was put away or belongs to the team.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "domain/room/apply.hpp"
#include "simulation/domain_history.hpp"
#include "support/circle_view.hpp"

namespace nightlight::simulation {
namespace {

using namespace domain;

// Written from the log alone.
class what_stands {
 public:
  void see(const logged_event& e) {
    std::visit([&](const auto& body) { note(body, e.number); }, e.what.body);
  }

  void expect_on_screen(const test::circle_view& screen) const {
    EXPECT_EQ(screen.prompt, prompt_);
    EXPECT_EQ(screen.question, question_);
    EXPECT_EQ(screen.poll_words, asked_);
    ASSERT_EQ(screen.messages.size(), said_.size());
    for (const auto& [number, m] : screen.messages) {
      const auto said = said_.find(number);
      ASSERT_NE(said, said_.end());
      const bool readable = !gone_.contains(number) && !hidden_.contains(number);
      EXPECT_EQ(m.text, readable ? said->second.text : private_text{}) << "#" << number.value;
      EXPECT_EQ(m.content_note, readable ? said->second.content_note : private_text{}) << "#" << number.value;
      EXPECT_TRUE(gone_.contains(number) || m.reason.empty());
      EXPECT_FALSE(is_secret(m.text) || is_secret(m.content_note)) << "#" << number.value;
    }
    for (const auto& [number, person] : screen.people) EXPECT_FALSE(is_secret(person.name));
  }

  std::size_t secrets() const { return secret_.size(); }

 private:
  bool is_secret(const private_text& t) const {
    return secret_.contains(std::string(t.reveal())) && !open_.contains(std::string(t.reveal()));
  }
  void keep_secret(const private_text& t) {
    if (t.reveal().starts_with('w')) secret_.emplace(t.reveal());
  }

  template <class Other>
  void note(const Other&, circle_number) {}
  void note(const room_opened&, circle_number) {
    said_.clear(), gone_.clear(), hidden_.clear();
    nothing_above();
  }
  void note(const room_closed&, circle_number) { nothing_above(); }
  void nothing_above() {
    prompt_ = question_ = {};
    asked_.clear();
  }
  void note(const prompt_pinned& pinned, circle_number) { prompt_ = pinned.text; }
  void note(const round_began& began, circle_number) { question_ = began.question; }
  void note(const round_ended&, circle_number) { question_ = {}; }
  void note(const words_purged& purged, circle_number) {
    const bool talk = purged.words == word_class::talk || purged.words == word_class::everything;
    if (!purged.through || !talk) return;
    said_.clear();
    nothing_above();
  }
  void note(const poll_began& began, circle_number) {
    asked_ = began.answers;
    asked_.insert(asked_.begin(), began.question);
  }
  void note(const poll_ended&, circle_number) { asked_.clear(); }
  void note(const message_said& said, circle_number number) {
    said_[number] = said.what;
    open_.emplace(said.what.text.reveal());
    open_.emplace(said.what.content_note.reveal());
  }
  void note(const message_hidden& hidden, circle_number) { hidden_.insert(hidden.number); }
  void note(const message_shown& shown, circle_number) { hidden_.erase(shown.number); }
  void note(const messages_retracted& retracted, circle_number) {
    gone_.insert(retracted.numbers.begin(), retracted.numbers.end());
  }
  void note(const message_held& held, circle_number) {
    keep_secret(held.what.text);
    keep_secret(held.what.content_note);
  }
  void note(const held_edited& edited, circle_number) { keep_secret(edited.text); }
  void note(const held_declined& declined, circle_number) { keep_secret(declined.reason); }
  void note(const rephrase_asked& asked, circle_number) { keep_secret(asked.reason); }
  void note(const member_warned& warned, circle_number) { keep_secret(warned.reason); }
  void note(const member_muted& muted, circle_number) { keep_secret(muted.reason); }
  void note(const member_removed& removed, circle_number) { keep_secret(removed.reason); }
  void note(const member_banned& banned, circle_number) { keep_secret(banned.reason); }
  void note(const side_said& said, circle_number) { keep_secret(said.text); }
  void note(const backstage_said& said, circle_number) { keep_secret(said.text); }
  void note(const person_noted& noted, circle_number) { keep_secret(noted.text); }
  void note(const handed_over& packet, circle_number) { keep_secret(packet.text); }
  void note(const glass_broken& broken, circle_number) { keep_secret(broken.reason); }
  void note(const alert_raised& raised, circle_number) { keep_secret(raised.cause.words); }
  void note(const alert_closed& closed, circle_number) { keep_secret(closed.note); }

  private_text prompt_, question_;
  std::vector<private_text> asked_;
  std::map<circle_number, written> said_;
  std::set<circle_number> gone_, hidden_;
  std::set<std::string> secret_, open_;
};

TEST(domain_newcomer, reads_what_stands_and_nothing_else) {
  std::size_t secrets = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const history h{seed, 150};
    what_stands stands;
    room_state room;
    circle_number newest;
    for (const logged_event& e : h.log()) {
      apply(room, e);
      stands.see(e);
      if (e.number) newest = e.number;
      const test::circle_view screen = test::view_of(room);
      EXPECT_EQ(screen.through, newest);
      stands.expect_on_screen(screen);
      if (HasFailure()) FAIL() << "after position " << e.at.value;
    }
    secrets += stands.secrets();
  }
  EXPECT_GT(secrets, 2000U) << "the evenings must be lively enough to mean something";
}

}  // namespace
}  // namespace nightlight::simulation
