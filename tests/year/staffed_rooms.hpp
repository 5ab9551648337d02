// The rooms of the year as a server has them, on a shard of their own: loops that sleep until their next moment, their
// log in the year's file, and Kim, who stands for the whole team: she opens a room as the API does for her, comes in
// over a connection, and is back after each start. What is forgotten after the evening is not played here.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>
#include <set>
#include <string>

#include "adapters/sqlite/sqlite_room_log.hpp"
#include "audit/audit_log.hpp"
#include "rooms/directory.hpp"
#include "rooms/outbox.hpp"
#include "sealing/keyring.hpp"
#include "transport/rooms_front.hpp"
#include "year/counted_ports.hpp"
#include "year/deeds.hpp"

namespace nightlight::year {

class staffed_rooms final : private rooms::outbox::owner {
 public:
  // What they work with. All of it outlives them.
  struct surroundings {
    adapters::sqlite_database& database;
    store& records;
    audit::audit_log& audit;
    const clock_port& clock;
    std::string keys_dir;
    std::function<void()> before_append;
  };
  explicit staffed_rooms(const surroundings& around);

  // After a start, with what the store lists: the rooms of this evening are looked at, and Kim is back in hers.
  bool wake(const std::vector<room_row>& rows);
  // Kim does something; `id` is that of her tap. False: nobody knows whether it is done.
  bool act(deed_kind what, const room_row& in, const std::string& id);

  // While an evening lasts time goes in steps of five minutes at most; what comes due is the rooms' own business.
  std::optional<instant> next() const;
  // Time has moved on: whoever slept until now or earlier wakes, and everything they do is done.
  void look_at_the_clock();

 private:
  void outbox_filled() override {}
  void outbox_overflowed() override { std::terminate(); }  // Kim reads everything

  void come_in(const room_id& room);
  void come_to_rest();
  void read_everything();
  bool change(const auto& how, const room_id& room);

  boost::asio::io_context shard_{1};
  const boost::asio::executor_work_guard<async::executor> stays_{shard_.get_executor()};
  const clock_port& clock_;
  errands under_way_{shard_.get_executor()};
  adapters::sqlite_room_log log_;
  counted_log counted_log_;
  counted_store counted_store_;
  sealing::keyring ring_;
  rooms::hall hall_{0};
  const rooms::reach people_{std::vector<rooms::reach::side>{{shard_.get_executor(), &hall_}}};
  const rooms::options settings_{};
  rooms::listening ears_{domain::word_rules_source{}};
  const rooms::surroundings around_;
  rooms::directory rooms_;
  const transport::rooms_front front_;
  const rooms::shared_principal kim_;
  rooms::outbox out_;
  const rooms::session_address connection_;
  std::set<room_id> sits_in_;
  instant evening_until_;
};

}  // namespace nightlight::year
