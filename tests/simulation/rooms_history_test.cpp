// Random evenings through the whole shell of the rooms: several shards, rooms and phones, slow readers, lost
// connections, a store that fails, is in doubt or away, and the process killed anywhere. A failure prints its seed;
// NIGHTLIGHT_SEED=n plays that one alone, NIGHTLIGHT_SEEDS=n plays so many.
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/room/apply.hpp"
#include "rooms/audit_entry.hpp"
#include "rooms/live_room.hpp"
#include "simulation/rooms_commands.hpp"
#include "simulation/rooms_world.hpp"
#include "wire/encode.hpp"
#include "wire/log_record.hpp"

namespace nightlight::simulation {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t seeds_by_default = 200;
#else
constexpr std::uint64_t seeds_by_default = 1000;
#endif

struct sent {
  std::string id;
  domain::command what;
};

class evening {
 public:
  explicit evening(std::uint64_t seed)
      : random(seed), w(1 + random() % 3, options_of(random() % 2 == 0)), rooms_{"roomone", "roomtwo"} {
    for (const std::string& room : rooms_) w.add_room(room);
    if (random() % 2 == 0) w.plan("roomone", std::chrono::seconds{20}, std::chrono::minutes{17});
    w.start();
    add("Kim", domain::role::facilitator);
    add("Lou", domain::role::moderator);
    for (const char* name : {"Ana", "Bea", "Cleo"}) add(name, domain::role::member);
    add("Ana", domain::role::member);  // her other phone
    for (auto& p : phones) {
      p->connect();
      if (p->who().role == domain::role::facilitator) p->send("opening", domain::open_room{});
      if (random() % 4 != 0) settle_and_read();
      if (p->connected() && !p->joined) p->disconnect();
      if (!p->connected()) p->connect();
    }
  }
  ~evening() { phones.clear(); }

  void play(int steps) {
    for (int i = 0; i < steps && !::testing::Test::HasFatalFailure(); ++i) one_thing();
  }

  void come_to_rest() {
    w.log.inner.fail_next_appends(0);
    w.log.inner.conflict_next_appends(0);
    w.log.inner.doubt_next_appends(0);
    w.store.fail_next_units(0);
    w.store.doubt_next_units(0);
    for (int round = 0; round < 3; ++round) {
      for (auto& p : phones) {
        if (!p->connected()) p->connect();
        settle_and_read();
        for (int i = 0; i < 3 && !p->connected(); ++i) {
          p->connect();
          settle_and_read();
        }
      }
    }
    for (auto& p : phones) {
      for (const sent& s : sent_by[p.get()]) {
        if (p->connected() && p->joined) p->send(s.id, s.what);
        settle_and_read();
      }
    }
  }

  void check() {
    for (const std::string& room : rooms_) check_log(room);
    check_audit();
    for (auto& p : phones) check_phone(*p);
  }

 private:
  static rooms::options options_of(bool at_once) {
    rooms::options o;
    o.staff_grace = at_once ? std::chrono::milliseconds{0} : std::chrono::hours{1};
    o.resume_events_max = 40;
    return o;
  }

  void add(const char* name, domain::role role) {
    for (const std::string& room : rooms_) {
      const rooms::outbox_limits limits{random() % 3 == 0 ? 6u : 512u, 256 * 1024};
      phones.push_back(std::make_unique<phone>(w, person(name, role), room,
                                               random() % 2 ? wire::subprotocol::json : wire::subprotocol::binary,
                                               random() % w.up->contexts.size(), limits));
      phones.back()->must_not_come = &gone_[room];
    }
  }

  phone& any() { return *phones[random() % phones.size()]; }
  std::uint64_t a_number(const phone& p) { return 1 + random() % (p.seen.through + 2); }

  void submit(phone& p) {
    if (!p.connected()) return;
    auto& before = sent_by[&p];
    if (!before.empty() && random() % 5 == 0) {
      sent again = before[random() % before.size()];
      // Other words under an old id never become a message; the old ones are said anew in a later meeting than theirs.
      if (random() % 4 == 0) again.what = domain::say{{private_text{"other words"}}};
      if (auto* said = std::get_if<domain::say>(&again.what))
        gone_[p.room()].erase(std::string(said->what.text.reveal()));
      return p.send(again.id, again.what);
    }
    const std::string id = "i" + std::to_string(++newest_id);
    before.push_back({id, some_command(random, p, id)});
    p.send(id, before.back().what);
  }

  void fail_somehow() {
    switch (random() % 6) {
      case 0: return w.log.inner.fail_next_appends(1 + random() % 4);
      case 1: return w.log.inner.conflict_next_appends(1 + random() % 3);
      case 2: return w.log.inner.doubt_next_appends(1 + random() % 3);
      case 3: return w.store.fail_next_units(1 + random() % 2);
      case 4: return w.store.doubt_next_units(1 + random() % 2);
      default: return kill();
    }
  }

  void kill() {
    for (auto& p : phones) p->cut();
    w.kill();
    w.start();
  }

  void one_thing() {
    phone& p = any();
    const std::uint64_t dice = random() % 100;
    if (dice < 30) {
      submit(p);
    } else if (dice < 45) {
      if (!p.connected()) p.connect(random() % 6 != 0);
    } else if (dice < 48) {
      if (p.connected()) p.disconnect();
    } else if (dice < 65) {
      p.drain(random() % 400);
    } else if (dice < 68) {
      w.clock.advance(milliseconds{static_cast<std::int64_t>(random() % (random() % 4 == 0 ? 600'000 : 40'000))});
    } else if (dice < 70) {
      fail_somehow();
    } else if (dice < 72) {
      if (p.connected()) p.ask_history(a_number(p));
    } else if (dice < 75) {
      w.settle();
      note_what_is_gone();
    } else {
      for (std::uint64_t n = random() % 12; n > 0 && w.step(random); --n) {
      }
    }
  }

  void settle_and_read() {
    w.settle();
    note_what_is_gone();
    for (auto& p : phones) p->drain_all();
    w.settle();
  }

  // Whether the room is there just now, and has told everything that is in its log.
  bool is_loaded(const std::string& room) {
    bool loaded = false;
    w.up->rooms->send(room_id{room}, rooms::glance_mail{[&](const auto& seen) { loaded = seen.has_value(); }});
    w.settle();
    return loaded;
  }

  // Everything that was taken back up to now has been told to every hall.
  void note_what_is_gone() {
    for (const std::string& room : rooms_) {
      if (!is_loaded(room)) continue;
      std::map<std::uint64_t, std::string> said;
      std::vector<domain::logged_event> events;
      const auto loaded = rooms::live_room::load(w.row(room), w.newest(room), w.ring, w.settings, events);
      for (const domain::logged_event& e : events) {
        if (const auto* m = std::get_if<domain::message_said>(&e.what.body))
          said[e.number.value] = m->what.text.reveal();
        if (const auto* back = std::get_if<domain::messages_retracted>(&e.what.body))
          for (const circle_number n : back->numbers) gone_[room].insert(said[n.value]);
      }
      gone_[room].erase("other words");
    }
  }

  void check_log(const std::string& room) {
    const std::vector<log_row> rows = w.rows(room);
    std::uint64_t circle = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ASSERT_EQ(rows[i].at.value, i + 1);
      if (!rows[i].number) continue;
      ASSERT_EQ(rows[i].number.value, ++circle);
    }
    std::vector<domain::logged_event> events;
    ASSERT_TRUE(rooms::live_room::load(w.row(room), w.newest(room), w.ring, w.settings, events));
    domain::room_state state;
    std::set<std::pair<std::uint32_t, std::string>> said;
    for (const domain::logged_event& e : events) {
      const bool speaks = std::holds_alternative<domain::message_said>(e.what.body) ||
                          std::holds_alternative<domain::reaction_changed>(e.what.body);
      const auto* released = std::get_if<domain::message_said>(&e.what.body);
      const member_number speaker = released != nullptr ? released->author : e.what.actor;
      const domain::member* m = speaks ? state.find(speaker) : nullptr;
      if (m != nullptr) {
        ASSERT_FALSE(m->mute && m->mute->in_force(e.time)) << "words above a mute";
        ASSERT_FALSE(m->removal && m->removal->in_force(e.time)) << "words above a removal";
      }
      // Staff release several that waited with one command.
      const auto* words = std::get_if<domain::message_said>(&e.what.body);
      if (words != nullptr && !words->hold) {
        ASSERT_TRUE(said.insert({e.what.actor.value, e.what.command.value}).second) << "one id, said twice";
      }
      domain::apply(state, e);
    }
  }

  // The audit log is whole, and tells each room's events once and in their order.
  void check_audit() {
    const std::vector<audit_row> told = w.audited();
    audit::chain_check check = w.audit.check_after(audit::beginning());
    for (const audit_row& row : told) ASSERT_FALSE(check.take(row));
    ASSERT_FALSE(check.end());
    for (const std::string& room : rooms_) {
      std::vector<std::string> expected;
      for (const audit_entry& e : to_be_told(room)) {
        expected.push_back(std::to_string(e.at.value) + " " + e.action + " " + e.actor);
      }
      std::vector<std::string> found;
      for (const audit_row& row : told) {
        const audit_entry& e = row.entry;
        if (e.room.value == room) found.push_back(std::to_string(e.at.value) + " " + e.action + " " + e.actor);
      }
      ASSERT_EQ(found, expected);
    }
  }

  std::vector<audit_entry> to_be_told(const std::string& room) {
    const auto closed_words = [](const wire::sealed_words&, std::string_view) { return private_text{}; };
    std::vector<audit_entry> entries;
    std::vector<domain::logged_event> meeting;
    domain::room_state state;
    const auto end_of_meeting = [&] {
      for (audit_entry& e : rooms::audit_entries_of(room_id{room}, meeting, state)) entries.push_back(std::move(e));
      meeting.clear();
    };
    for (const log_row& row : w.rows(room)) {
      const auto e = wire::decode_record(room_id{room}, row.at, row.record, closed_words);
      EXPECT_TRUE(e);
      if (std::holds_alternative<domain::room_opened>(e->what.body)) end_of_meeting();
      domain::apply(state, *e);
      meeting.push_back(*e);
    }
    end_of_meeting();
    return entries;
  }

  // An id is remembered for as long as its meeting is the newest.
  void check_repeats(phone& p) {
    const auto closed_words = [](const wire::sealed_words&, std::string_view) { return private_text{}; };
    std::vector<std::int64_t> beginnings;
    for (const log_row& row : w.rows(p.room())) {
      const auto e = wire::decode_record(room_id{p.room()}, row.at, row.record, closed_words);
      ASSERT_TRUE(e);
      if (std::holds_alternative<domain::room_opened>(e->what.body)) beginnings.push_back(to_unix_ms(e->time));
    }
    for (const auto& [first, second] : p.answered_twice) {
      ASSERT_TRUE(std::ranges::any_of(beginnings, [&](auto t) { return first <= t && t <= second; }))
          << "a repeat got another answer";
    }
  }

  void check_phone(phone& p) {
    ASSERT_NO_FATAL_FAILURE(check_repeats(p));
    if (!p.connected() || !p.joined) return;
    std::vector<domain::logged_event> events;
    const auto loaded = rooms::live_room::load(w.row(p.room()), w.newest(p.room()), w.ring, w.settings, events);
    ASSERT_TRUE(loaded);
    const domain::room_state& state = loaded->state();
    ASSERT_EQ(p.seen.through, p.staff() ? state.head.value : state.circle_head.value);
    const room_id id{p.room()};
    const auto eyes = p.staff() ? domain::visibility::staff : domain::visibility::circle;
    const room_row row = w.row(p.room());
    pb::ServerFrame fresh;
    ASSERT_TRUE(fresh.ParseFromString(wire::encode_snapshot({id, eyes, wire::subprotocol::binary},
                                                            {state, row.epoch, row.title, std::size_t{1} << 20})));
    ASSERT_EQ(p.seen.text(), (view{0, fresh.snapshot()}.text())) << "what she sees is not what the log says";
    if (!p.staff() && state.poll) {
      const auto hers = state.poll->choices.find(member_number{p.member});
      ASSERT_EQ(p.choice(), hers == state.poll->choices.end() ? 0 : hers->second) << "her own answer is another";
    }
    for (const auto& [command, ack] : p.acks) {
      const bool before =
          p.staff() ? ack.position() < events.front().at.value : ack.number() < events.front().number.value;
      if (ack.at_ms() == 0 || before) continue;
      const auto kept = std::ranges::find_if(
          events, [&](const auto& e) { return e.what.command.value == command && e.what.actor.value == p.member; });
      ASSERT_NE(kept, events.end()) << "acknowledged and not kept: " << command;
      ASSERT_EQ(kept->number.value, ack.number());
      ASSERT_TRUE(!p.staff() || kept->at.value == ack.position());
    }
  }

  std::mt19937_64 random;
  world w;
  std::vector<std::string> rooms_;
  std::vector<std::unique_ptr<phone>> phones;
  std::map<phone*, std::vector<sent>> sent_by;
  std::map<std::string, std::set<std::string>> gone_;
  int newest_id = 0;
};

std::uint64_t number_in(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

TEST(rooms_history, keeps_every_promise_whatever_happens) {
  const std::uint64_t only = number_in("NIGHTLIGHT_SEED", 0);
  const std::uint64_t last = only != 0 ? only : number_in("NIGHTLIGHT_SEEDS", seeds_by_default);
  for (std::uint64_t seed = only != 0 ? only : 1; seed <= last; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    evening tonight(seed);
    tonight.play(150);
    if (!HasFatalFailure()) tonight.come_to_rest();
    if (!HasFatalFailure()) tonight.check();
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace nightlight::simulation
