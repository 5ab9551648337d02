// The door of a series through the whole shell of the rooms, in both subprotocols: who is new is asked there, who was
// in this meeting comes back whatever it says by now, and the team comes in.
#include <gtest/gtest.h>

#include <string>

#include "domain/room/command.hpp"
#include "ports/series_doors.hpp"
#include "sealing/door_code.hpp"
#include "simulation/a_room.hpp"

namespace nightlight::simulation {
namespace {

using domain::calendar::door;
using domain::calendar::door_kind;

const series_id circle{"circle"};
const meeting_name tonight{circle, domain::calendar::local_day{std::chrono::year{2026} / 11 / 24}};

struct at_a_door : ::testing::TestWithParam<wire::subprotocol> {
  at_a_door() {
    w.add_room("room");
    in_the_store([](records& r) { return r.calendar().put_meeting_room(tonight, room_id{"room"}); });
  }

  void in_the_store(store::work work) {
    w.store.transact(std::move(work), [](const result<void>& done) { EXPECT_TRUE(done); });
    w.store.run_pending();
  }
  void set(const door& d) {
    in_the_store([d](records& r) { return keep_door(r, circle, d); });
  }
  void open() {
    w.start();
    open_room(w, kim);
    read();
  }
  void read() {
    w.settle();
    for (phone* p : everybody) p->drain_all();
    w.settle();
  }
  // What she is refused with; empty: she is in.
  std::string comes(phone& who) {
    if (who.connected()) who.disconnect();
    who.refusals.clear();
    who.connect(false);
    read();
    return who.joined ? std::string() : who.refusals[""];
  }
  std::string comes_with(phone& who, const std::string& code) {
    who.code = code;
    return comes(who);
  }
  void restart() {
    for (phone* p : everybody) p->cut();
    w.kill();
    w.start();
    w.settle();
  }

  world w{2, patient()};
  phone kim{w, person("Kim", domain::role::facilitator), "room", wire::subprotocol::binary, 0};
  phone ana{w, person("Ana"), "room", GetParam(), 1};
  phone bea{w, person("Bea"), "room", GetParam(), 0};
  std::vector<phone*> everybody{&kim, &ana, &bea};
};

INSTANTIATE_TEST_SUITE_P(spoken, at_a_door, ::testing::Values(wire::subprotocol::binary, wire::subprotocol::json),
                         [](const auto& at) { return at.param == wire::subprotocol::json ? "json" : "binary"; });

TEST_P(at_a_door, without_one_everybody_comes_in) {
  open();
  EXPECT_EQ(comes(ana), "");
}

TEST_P(at_a_door, a_code_is_asked_for_once_and_never_of_the_team) {
  set({door_kind::code, sealing::hash_of_code("luna42"), 0, 0, 0});
  open();
  EXPECT_TRUE(kim.joined);
  EXPECT_EQ(comes(ana), "code_needed");
  EXPECT_EQ(comes_with(ana, "luna43"), "code_wrong");
  EXPECT_EQ(comes_with(ana, "Luna 42"), "");
  EXPECT_EQ(comes_with(ana, ""), "") << "she was here";
  restart();
  EXPECT_EQ(comes(ana), "");
  EXPECT_EQ(comes(bea), "code_needed");
}

TEST_P(at_a_door, a_new_code_counts_for_whoever_is_new_from_then_on) {
  set({door_kind::code, sealing::hash_of_code("luna42"), 0, 0, 0});
  open();
  EXPECT_EQ(comes_with(ana, "luna42"), "");
  set({door_kind::code, sealing::hash_of_code("sol77"), 0, 0, 0});
  EXPECT_EQ(comes_with(bea, "luna42"), "code_wrong");
  EXPECT_EQ(comes_with(bea, "sol77"), "");
  EXPECT_EQ(comes_with(ana, "luna42"), "");
}

TEST_P(at_a_door, only_who_keeps_a_place_comes_in_and_who_was_in_comes_back_without_it) {
  set({door_kind::registered, {}, 0, 0, 0});
  in_the_store([this](records& r) {
    return r.calendar().take_place({tonight, ana.who().person, "sealed", false, 0, {}}, 1);
  });
  open();
  EXPECT_EQ(comes(ana), "");
  EXPECT_EQ(comes(bea), "place_needed");
  in_the_store([this](records& r) {
    return r.calendar().wait_for_place({tonight, bea.who().person, "sealed", false, 0, {}});
  });
  EXPECT_EQ(comes(bea), "place_waited_for");
  in_the_store([this](records& r) { return r.calendar().delete_place(tonight, ana.who().person); });
  EXPECT_EQ(comes(ana), "");
}

TEST_P(at_a_door, the_listening_places_of_a_series_are_its_own_and_not_the_team_s) {
  set({door_kind::open, {}, 0, 1, 0});
  open();
  kim.send("all listen", domain::set_listening_default{true});
  read();
  EXPECT_EQ(comes(ana), "");
  EXPECT_EQ(comes(bea), "listening_places_full");
  set({door_kind::open, {}, 0, 2, 0});
  EXPECT_EQ(comes(bea), "");
}

}  // namespace
}  // namespace nightlight::simulation
