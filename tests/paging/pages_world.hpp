// An evening with a room in it, an alert clock that is moved by hand, and whatever takes letters: the rooms of the
// simulation, with people who can be called.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "domain/care/lexicon.hpp"
#include "domain/room/command.hpp"
#include "domain/room/role.hpp"
#include "places.hpp"
#include "simulation/a_room.hpp"

namespace nightlight::paging_tests {

inline rooms::options patient() {
  rooms::options o;
  o.staff_grace = std::chrono::hours{48};
  o.place_kept = std::chrono::hours{48};
  return o;
}

inline std::shared_ptr<const domain::care::lexicon> our_lexicon() {
  std::vector<domain::care::lexicon_source> sources;
  for (const auto& entry : std::filesystem::directory_iterator(NIGHTLIGHT_SOURCE_DIR "/config/lexicon")) {
    if (entry.path().extension() != ".lexicon") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    sources.push_back({entry.path().filename().string(), text.str()});
  }
  std::ranges::sort(sources, {}, &domain::care::lexicon_source::name);
  static const auto made = domain::care::parse_lexicon(sources).made;
  return made;
}

class an_evening : public ::testing::Test {
 protected:
  an_evening() {
    w.ears.set_lexicon(our_lexicon());
    w.letters.head = {"Our circle", "en", "https://circle.example.org/#/console", "nightlight@example.org"};
    w.ways.mail = true;
    staff("Oki", domain::role::on_call, "oki@example.net");
    staff("Ada", domain::role::admin, "ada@example.net");
    with([&](records& r) {
      return r.paging().put_on_call(
          {id_of("Oki"), w.clock.now() - std::chrono::hours{1}, w.clock.now() + std::chrono::hours{96}});
    });
    w.add_room("room");
  }

  // After `out`, `ways` and `letters` are as the test wants them.
  void begin() {
    w.start();
    simulation::open_room(w, kim);
    ana.connect();
    read();
  }
  void read() {
    w.settle();
    for (simulation::phone* p : {&kim, &ana}) {
      if (p->connected()) p->drain_all();
    }
    w.settle();
  }
  // Real time for what is really sent, and never long.
  void until(const std::function<bool()>& so) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!so() && std::chrono::steady_clock::now() < end) {
      read();
      std::this_thread::yield();
    }
    EXPECT_TRUE(so());
    read();
  }
  void red_alert() {
    ana.send("red", domain::say{{private_text{"I want to kill myself tonight"}, {}}});
    read();
    ASSERT_EQ(w.folded("room").alerts.back().cause.level, domain::alert_level::red);
  }
  // Time passes, and everything that waits for it looks.
  void pass(milliseconds length) {
    w.clock.advance(length);
    look();
    read();
  }
  void look() {
    w.up->rooms->send(room_id{"room"}, rooms::glance_mail{[](const result<rooms::glance>&) {}});
    if (w.up->courier) w.up->courier->look_again();
  }
  void kill() {
    for (simulation::phone* p : {&kim, &ana}) p->cut();
    w.kill();
  }

  void with(const std::function<result<void>(records&)>& unit) {
    w.store.transact(unit, [](const result<void>& done) { EXPECT_TRUE(done); });
    w.store.run_pending();
  }
  static person_id id_of(const std::string& name) { return simulation::person(name)->person; }
  void staff(const std::string& name, domain::role role, const std::string& address) {
    with([&](records& r) -> result<void> {
      staff_row row;
      row.id = id_of(name);
      row.name = row.name_key = name;
      row.role = static_cast<std::uint32_t>(role);
      if (auto put = r.put_staff(row); !put) return put;
      return r.paging().put_contact({row.id, w.contacts.seal(row.id, private_text{address})});
    });
  }
  // Pages in this state, or all of them.
  std::vector<page_row> pages(const std::vector<std::string>& ids) {
    std::vector<page_row> found;
    with([&](records& r) -> result<void> {
      for (const std::string& id : ids) {
        auto row = r.paging().find_page(id);
        if (*row) found.push_back(**row);
      }
      return {};
    });
    return found;
  }
  std::vector<std::string> actions() {
    std::vector<std::string> found;
    for (const audit_row& row : w.audited()) {
      const std::string& what = row.entry.action;
      if (what.starts_with("alert_climbed") || what.starts_with("page_")) found.push_back(what);
    }
    return found;
  }
  std::size_t count(const std::string& action) {
    const auto all = actions();
    return static_cast<std::size_t>(std::ranges::count(all, action));
  }

  simulation::world w{2, patient()};
  simulation::phone kim{w, simulation::person("Kim", domain::role::facilitator), "room", wire::subprotocol::binary, 0};
  simulation::phone ana{w, simulation::person("Ana"), "room", wire::subprotocol::binary, 1};
};

}  // namespace nightlight::paging_tests
