// A room with a facilitator and two members, in a world of two shards: what tests of one promise at a time begin with.
#pragma once

#include <initializer_list>
#include <string>

#include "domain/room/command.hpp"
#include "simulation/rooms_world.hpp"

namespace nightlight::simulation {

inline rooms::options patient() {
  rooms::options o;
  o.staff_grace = std::chrono::hours{1};
  return o;
}

// She opens the room, and comes in like everybody.
inline void open_room(world& w, phone& kim) {
  kim.connect();
  kim.send("open", domain::open_room{});
  w.settle();
  kim.drain_all();
  w.settle();
  kim.disconnect();
  kim.connect();
}

struct a_room {
  explicit a_room(rooms::options settings = patient(), std::uint32_t retention_hours = 24) : w(2, settings) {
    w.add_room("room", retention_hours);
    w.start();
    open_room(w, kim);
    ana.connect();
    bea.connect();
    read();
  }

  void read(std::initializer_list<phone*> who) {
    w.settle();
    for (phone* p : who) p->drain_all();
    w.settle();
  }
  void read() { read({&kim, &ana, &bea}); }
  void say(phone& who, const std::string& id, const std::string& words) {
    who.send(id, domain::say{{private_text{words}}});
    w.settle();
  }
  void restart() {
    for (phone* p : {&kim, &ana, &bea}) p->cut();
    w.kill();
    w.start();
    w.settle();
  }
  // Everybody reads what comes as it comes.
  void read_along() {
    std::mt19937_64 random{7};
    while (w.step(random)) {
      for (phone* p : {&kim, &ana, &bea}) p->drain_all();
    }
  }
  std::size_t rows() { return w.rows("room").size(); }

  world w;
  phone kim{w, person("Kim", domain::role::facilitator), "room", wire::subprotocol::binary, 0};
  phone ana{w, person("Ana"), "room", wire::subprotocol::binary, 1};
  phone bea{w, person("Bea"), "room", wire::subprotocol::json, 0};
};

}  // namespace nightlight::simulation
