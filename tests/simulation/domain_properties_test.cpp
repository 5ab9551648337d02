// What must be true of every evening, tried on thousands of random ones. A failure prints its seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "domain/room/apply.hpp"
#include "domain/room/visibility.hpp"
#include "simulation/domain_history.hpp"
#include "support/circle_view.hpp"

namespace nightlight::simulation {
namespace {

using namespace domain;

constexpr int steps = 150;

// Tries `property` on `count` evenings and stops at the first that breaks it.
void in_every_evening(std::uint64_t count, const std::function<void(const history&, std::uint64_t seed)>& property) {
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    property(history{seed, steps}, seed);
    if (testing::Test::HasFailure()) return;
  }
}

room_state fold(const std::vector<logged_event>& log, std::size_t from, std::size_t to) {
  room_state room;
  for (std::size_t i = from; i < to; ++i) apply(room, log[i]);
  return room;
}

bool opens(const logged_event& e) { return std::holds_alternative<room_opened>(e.what.body); }

TEST(domain_properties, folding_the_log_gives_the_live_room) {
  in_every_evening(2000,
                   [](const history& h, std::uint64_t) { EXPECT_TRUE(fold(h.log(), 0, h.log().size()) == h.live()); });
}

TEST(domain_properties, folding_from_the_newest_opening_gives_the_same_room) {
  in_every_evening(1000, [](const history& h, std::uint64_t) {
    std::size_t opening = 0;
    for (std::size_t i = 0; i < h.log().size(); ++i) {
      if (opens(h.log()[i])) opening = i;
    }
    EXPECT_TRUE(fold(h.log(), opening, h.log().size()) == h.live());
  });
}

TEST(domain_properties, positions_and_circle_numbers_have_no_gaps_and_time_never_runs_back) {
  in_every_evening(1000, [](const history& h, std::uint64_t) {
    position at;
    circle_number number;
    instant time;
    for (const logged_event& e : h.log()) {
      at = at.next();
      EXPECT_EQ(e.at, at);
      const bool in_circle = visibility_of(e.what.body) == visibility::circle;
      if (in_circle) number = number.next();
      EXPECT_EQ(e.number, in_circle ? number : circle_number{});
      EXPECT_GE(e.time, time);
      time = e.time;
    }
    EXPECT_EQ(h.live().head, at);
    EXPECT_EQ(h.live().circle_head, number);
  });
}

// P4, written from the log alone: who may not be heard now, and until when.
class sanctions_in_force {
 public:
  // False when this event is the voice of someone who has none.
  bool allows(const logged_event& e) {
    return std::visit(
        [&](const auto& body) {
          note(body);
          return heard(body, e.time);
        },
        e.what.body);
  }

 private:
  template <class Other>
  void note(const Other&) {}
  void note(const room_opened& opened) {
    muted_.clear();
    removed_.clear();
    carried_.clear();
    for (const carried_person& c : opened.carried) carried_[c.person] = c;
  }
  void note(const member_joined& joined) {
    const auto left = carried_.find(joined.person);
    if (left == carried_.end()) return;
    if (left->second.muted_until != instant{}) muted_.try_emplace(joined.member, left->second.muted_until);
    if (left->second.removed_until != instant{}) removed_.try_emplace(joined.member, left->second.removed_until);
    carried_.erase(left);
  }
  void note(const member_muted& muted) { muted_[muted.member] = muted.until; }
  void note(const member_unmuted& unmuted) { muted_.erase(unmuted.member); }
  void note(const member_removed& removed) {
    if (!removed.may_return) removed_[removed.member] = removed.until;
  }
  void note(const member_banned& banned) { removed_[banned.member] = banned.until; }
  void note(const member_readmitted& readmitted) { removed_.erase(readmitted.member); }
  void note(const ban_lifted& lifted) {
    removed_.erase(lifted.member);
    for (auto& [person, c] : carried_) {
      if (c.banned && c.banned_at == lifted.ban) c.removed_until = {};
    }
  }

  using table = std::map<member_number, instant>;

  static bool in_force(const table& t, member_number who, instant now) {
    const auto found = t.find(who);
    return found != t.end() && (found->second == instant{} || now < found->second);
  }
  template <class Other>
  bool heard(const Other&, instant) const {
    return true;
  }
  bool heard(const member_joined& joined, instant now) const { return !in_force(removed_, joined.member, now); }
  bool heard(const message_said& said, instant now) const { return may_speak(said.author, now); }
  bool heard(const message_held& held, instant now) const { return may_speak(held.author, now); }
  bool heard(const reaction_changed& changed, instant now) const { return may_speak(changed.member, now); }
  bool may_speak(member_number who, instant now) const {
    return !in_force(muted_, who, now) && !in_force(removed_, who, now);
  }

  table muted_, removed_;
  std::map<person_id, carried_person> carried_;
};

// What was held before it is not let out above it either.
TEST(domain_properties, nobody_is_heard_above_her_sanction) {
  int sanctions = 0;
  int released = 0;
  in_every_evening(2600, [&](const history& h, std::uint64_t) {
    sanctions_in_force sanctioned;
    for (const logged_event& e : h.log()) {
      EXPECT_TRUE(sanctioned.allows(e)) << "at position " << e.at.value;
      sanctions += std::holds_alternative<member_muted>(e.what.body);
      const auto* said = std::get_if<message_said>(&e.what.body);
      released += said != nullptr && said->hold;
    }
  });
  EXPECT_GT(sanctions, 500) << "the evenings must be lively enough to mean something";
  EXPECT_GT(released, 500) << "and something must have waited";
}

TEST(domain_properties, nobody_is_heard_while_the_room_is_not_open) {
  in_every_evening(1000, [](const history& h, std::uint64_t) {
    room_state room;
    for (const logged_event& e : h.log()) {
      if (const auto* said = std::get_if<message_said>(&e.what.body); said != nullptr && !said->hold) {
        const member* author = room.find(said->author);
        const bool staff = author != nullptr && is_staff(author->role);
        EXPECT_TRUE(room.phase == phase::open || (staff && room.phase == phase::paused));
        EXPECT_TRUE(author != nullptr && author->present);
      }
      apply(room, e);
    }
  });
}

// A message is let out by someone who read it, or goes out right behind one of which that was decided.
TEST(domain_properties, what_waits_goes_out_in_its_author_s_order_and_once) {
  in_every_evening(1000, [](const history& h, std::uint64_t) {
    room_state room;
    for (const logged_event& e : h.log()) {
      const auto* said = std::get_if<message_said>(&e.what.body);
      if (said != nullptr) {
        const auto hers = [&](const held_message& waiting) { return waiting.author == said->author; };
        const auto first = std::ranges::find_if(room.held, hers);
        if (said->hold) {
          ASSERT_NE(first, room.held.end()) << "at position " << e.at.value;
          EXPECT_EQ(first->number, said->hold) << "at position " << e.at.value;
          EXPECT_TRUE(first->what == said->what);
        } else {
          EXPECT_EQ(first, room.held.end()) << "at position " << e.at.value;
        }
      }
      apply(room, e);
    }
  });
}

TEST(domain_properties, the_clock_is_never_asked_in_vain) {
  in_every_evening(1000, [](const history& h, std::uint64_t) {
    room_state room = h.live();
    circumstances around{{}, true, {}, {}};
    const instant due = next_due(room, around.rules);
    if (due == instant::max()) return;
    around.now = due;
    const decision at_due = decide(room, {{}, {}, {}, note_time{}}, around);
    const std::vector<event> events = std::get<accepted>(at_due).events;
    EXPECT_FALSE(events.empty());
    for (const event& e : events) apply(room, place_next(room, e, due));
    EXPECT_GT(next_due(room, around.rules), std::max(due, h.live().newest_time));
  });
}

bool is_new(const room_state& room, const member_joined& joined) { return room.find(joined.member) == nullptr; }

// Nobody comes into the circle past the lobby, what somebody does there has no author, and her words reach nobody.
TEST(domain_properties, whoever_is_new_comes_in_by_the_lobby_while_there_is_one) {
  int waited = 0;
  in_every_evening(1500, [&](const history& h, std::uint64_t) {
    room_state room;
    for (const logged_event& e : h.log()) {
      const auto* joined = std::get_if<member_joined>(&e.what.body);
      if (joined != nullptr && joined->waited) {
        const waiting_person* p = room.find(joined->waited);
        ASSERT_NE(p, nullptr) << "at position " << e.at.value;
        EXPECT_TRUE(p->person == joined->person && p->name == joined->name && p->listening == joined->listening);
        EXPECT_TRUE(is_new(room, *joined));
        ++waited;
      } else if (joined != nullptr && !is_staff(joined->role) && is_new(room, *joined)) {
        EXPECT_FALSE(room.has_lobby()) << "at position " << e.at.value;
      }
      apply(room, e);
      for (const waiting_person& p : room.waiting) EXPECT_EQ(room.find(p.person), nullptr);
      if (room.phase == phase::closed) {
        EXPECT_TRUE(room.waiting.empty());
      }
    }
  });
  EXPECT_GT(waited, 1000) << "the evenings must be lively enough to mean something";
}

// Written from the log alone: what the clock of one meeting has brought, and whether that was its time.
struct planned_evening {
  room_opened plan;
  instant opened_at, ends_at, end_set_at;
  int began = 0;
  std::vector<std::chrono::minutes> notices{};  // before the newest end

  void see(const logged_event& e, const limits& rules) {
    if (const auto* opened = std::get_if<room_opened>(&e.what.body)) {
      *this = {*opened, e.time, opened->ends_at, e.time};
    } else if (std::holds_alternative<circle_began>(e.what.body)) {
      EXPECT_EQ(++began, 1);
      EXPECT_TRUE(notices.empty());
      EXPECT_LT(opened_at, plan.starts_at);
      EXPECT_GE(e.time, plan.starts_at);
    } else if (const auto* extended = std::get_if<meeting_extended>(&e.what.body)) {
      EXPECT_NE(ends_at, instant{});
      EXPECT_GT(extended->ends_at, ends_at);
      EXPECT_LE(extended->ends_at, plan.ends_at + rules.extension_total);
      ends_at = extended->ends_at;
      end_set_at = e.time;
      notices.clear();
    } else if (const auto* notice = std::get_if<ending_soon>(&e.what.body)) {
      EXPECT_EQ(notice->ends_at, ends_at);
      EXPECT_GE(e.time, ends_at - notice->before);
      EXPECT_GT(ends_at - notice->before, end_set_at);
      EXPECT_TRUE(notices.empty() || notice->before < notices.back());
      notices.push_back(notice->before);
    } else if (std::holds_alternative<room_closed>(e.what.body) && !e.what.actor) {
      EXPECT_GE(e.time, ends_at + rules.closing_grace);
      EXPECT_TRUE(!notices.empty() && notices.back().count() == 0) << "it closed without a word";
    }
  }
};

TEST(domain_properties, a_planned_meeting_begins_and_ends_once_and_in_order) {
  int began = 0;
  int closed = 0;
  in_every_evening(1500, [&](const history& h, std::uint64_t) {
    planned_evening tonight;
    for (const logged_event& e : h.log()) {
      tonight.see(e, {});
      began += std::holds_alternative<circle_began>(e.what.body);
      closed += std::holds_alternative<room_closed>(e.what.body) && !e.what.actor;
    }
  });
  EXPECT_GT(began, 300) << "the evenings must be lively enough to mean something";
  EXPECT_GT(closed, 100);
}

TEST(domain_properties, what_was_retracted_is_not_in_the_room) {
  in_every_evening(1000, [](const history& h, std::uint64_t) {
    std::set<circle_number> gone;
    for (const logged_event& e : h.log()) {
      const auto* r = std::get_if<messages_retracted>(&e.what.body);
      if (r != nullptr) gone.insert(r->numbers.begin(), r->numbers.end());
    }
    for (const message& m : h.live().messages) {
      EXPECT_EQ(m.retracted, gone.contains(m.number));
      EXPECT_TRUE(!m.retracted || (m.what.text.empty() && m.reactions.empty()));
    }
  });
}

// A repeat gets the first answer, other words are refused, and nothing is said twice, for as long as it is kept.
TEST(domain_properties, every_command_is_kept_once) {
  int repeats = 0;
  in_every_evening(1500, [&](const history& h, std::uint64_t) {
    room_state room;
    std::size_t applied = 0;
    for (const asking& a : h.askings()) {
      for (; applied < a.events_before; ++applied) apply(room, h.log()[applied]);
      const member* who = a.what.by.person ? room.find(a.what.by.person) : nullptr;
      if (who == nullptr || !a.what.id) continue;
      const auto first = room.answers.find({who->number, a.what.id});
      if (first == room.answers.end()) continue;
      ++repeats;
      if (first->second.words == a.what.words) {
        const auto* repeat = std::get_if<repeated>(&a.answer);
        ASSERT_NE(repeat, nullptr);
        EXPECT_TRUE(repeat->first == first->second);
      } else {
        const auto* no = std::get_if<refusal>(&a.answer);
        ASSERT_NE(no, nullptr);
        EXPECT_EQ(no->code, refusal_code::message_id_reused);
      }
    }
    std::set<std::pair<member_number, command_id>> said;
    for (const logged_event& e : h.log()) {
      if (opens(e)) said.clear();
      const auto* message = std::get_if<message_said>(&e.what.body);
      if (!e.what.command || message == nullptr || message->hold) continue;
      EXPECT_TRUE(said.emplace(e.what.actor, e.what.command).second) << "at position " << e.at.value;
    }
  });
  EXPECT_GT(repeats, 1000) << "the evenings must be lively enough to mean something";
}

void expect_snapshot_and_tail_agree(const history& h, std::size_t cut) {
  test::circle_view view = test::view_of(fold(h.log(), 0, cut));
  for (std::size_t i = cut; i < h.log().size(); ++i) see(view, h.log()[i]);
  EXPECT_EQ(view, test::view_of(h.live())) << "cut after position " << cut;
}

TEST(domain_properties, a_snapshot_and_the_events_after_it_are_the_newest_snapshot) {
  in_every_evening(1500, [](const history& h, std::uint64_t seed) {
    const std::size_t cuts = h.log().size() + 1;
    const std::size_t stride = seed <= 60 ? 1 : cuts / 3 + 1;  // every cut of some evenings, a few of all
    for (std::size_t cut = seed % stride; cut < cuts; cut += stride) expect_snapshot_and_tail_agree(h, cut);
  });
}

// What a member's phone is sent, event by event.
std::vector<logged_event> members_stream(const history& h) {
  std::vector<logged_event> stream;
  for (logged_event e : h.log()) {
    if (!e.number) continue;
    e.at = {};
    if (auto* opened = std::get_if<room_opened>(&e.what.body)) opened->carried.clear();
    if (auto* said = std::get_if<message_said>(&e.what.body)) said->hold = {};  // its author and the team are told
    if (auto* joined = std::get_if<member_joined>(&e.what.body)) joined->waited = {};
    stream.push_back(std::move(e));
  }
  return stream;
}

TEST(domain_properties, a_member_s_stream_is_silent_about_what_staff_do) {
  std::size_t extra = 0;
  in_every_evening(1000, [&](const history&, std::uint64_t seed) {
    const history h{seed, steps, {false, false, false}};
    const history watched{seed, steps, {true, false, false}};
    EXPECT_TRUE(members_stream(watched) == members_stream(h));
    extra += watched.log().size() - h.log().size();
  });
  EXPECT_GT(extra, 10'000U) << "staff must have been busy for this to mean something";
}

}  // namespace
}  // namespace nightlight::simulation
