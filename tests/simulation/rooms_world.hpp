// Rooms without sockets or a disk: the directory, one hall for each shard, the memory log and store, a clock that
// stands still until it is moved, and people whose phones read as much or as little as the test lets them. One thread
// polls everything in turn. The process can be thrown away at any point; the log and the store stay.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "adapters/memory/memory_room_log.hpp"
#include "adapters/memory/memory_store.hpp"
#include "nightlight/wire/v1/chat.pb.h"
#include "paging/courier.hpp"
#include "rooms/directory.hpp"
#include "rooms/forgetting.hpp"
#include "support/fixed_clock.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::simulation {

namespace pb = nightlight::wire::v1;

// An io_context whose handlers can be dropped while what they refer to is still there.
struct shard_context : boost::asio::io_context {
  shard_context() : io_context(1) {}
  using execution_context::shutdown;
};

// In memory where there is such a place: thousands of meetings make thousands of key files.
struct memory_directory {
  memory_directory();
  ~memory_directory();
  memory_directory(const memory_directory&) = delete;
  memory_directory& operator=(const memory_directory&) = delete;
  std::string path;
};

// One process: everything that a kill would take.
struct process {
  std::vector<std::unique_ptr<shard_context>> contexts;
  std::vector<std::unique_ptr<rooms::hall>> halls;
  std::unique_ptr<rooms::reach> people;
  std::unique_ptr<rooms::surroundings> around;
  std::unique_ptr<rooms::directory> rooms;
  std::unique_ptr<async::gate> running;
  std::unique_ptr<rooms::forgetting> forgetting;
  std::unique_ptr<paging::courier> courier;

  ~process();
};

// The log, remembering every wrapped key it was given: what a backup would hold.
class backed_up_log final : public room_log {
 public:
  void append(append_request request, completion<position> done) override;
  void read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) override;
  void read_newest_meeting(room_id room, completion<meeting_tail> done) override;
  void destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) override;
  void replace_records(room_id room, std::vector<record_change> changes, completion<void> done) override;

  adapters::memory_room_log inner{adapters::delivery::when_run};
  std::map<std::string, std::vector<wrapped_key>> keys;  // by meeting
};

class world {
 public:
  explicit world(std::size_t shards, rooms::options settings);
  ~world();

  void add_room(const std::string& id, std::uint32_t retention_hours = 24);
  // A meeting of the calendar in it, from so long after now to so long after now.
  void plan(const std::string& id, milliseconds begins_in, milliseconds ends_in);
  void start();
  // Everything in memory is gone. What the log has not done yet is not done.
  void kill();
  // One of the things that could happen next; false when nothing could.
  bool step(std::mt19937_64& random);
  // Until nothing is left to do.
  void settle();

  std::vector<audit_row> audited();
  std::vector<log_row> rows(const std::string& room);
  meeting_tail newest(const std::string& room);
  // The newest meeting, folded from the log alone.
  domain::room_state folded(const std::string& room);
  room_row row(const std::string& room);

  backed_up_log log;
  adapters::memory_store store{adapters::delivery::when_run};
  nightlight::testing::fixed_clock clock;
  rooms::options settings;
  sealing::keyring& ring;
  memory_directory audit_keys;
  audit::audit_log audit{audit_keys.path};
  rooms::listening ears{domain::word_rules_source{}};
  // How people who are not there are called, from the next start on; without `out` nobody is.
  paging::ways_out ways;
  paging::courier_options letters;
  paging::contact_box contacts{audit_keys.path};
  post* out = nullptr;
  std::unique_ptr<process> up;

 private:
  std::size_t shards_;
};

// A room as one phone shows it, built from a snapshot and the events after it.
struct view {
  std::uint64_t through = 0;
  pb::Snapshot shown;

  void apply(const pb::Event& e, bool staff);
  std::string text() const;  // comparable
};

// One phone of one person, in one room.
class phone : public rooms::outbox::owner {
 public:
  phone(world& w, rooms::shared_principal who, std::string room, wire::subprotocol spoken, std::size_t shard,
        rooms::outbox_limits limits = {});
  ~phone();

  void connect(bool resume = true);
  void disconnect();
  // The process is gone, and the connection with it.
  void cut();
  bool connected() const { return out_ != nullptr; }
  void send(const std::string& id, domain::command what);
  void ask_history(std::uint64_t before);
  // Writes at most so many bytes to the phone; closes when the outbox has overflowed and nothing is left.
  void drain(std::size_t bytes_max);
  void drain_all() { drain(std::size_t{1} << 40); }

  bool staff() const { return domain::is_staff(who_->role); }
  const rooms::principal& who() const { return *who_; }
  const std::string& room() const { return room_; }

  std::string code;  // what she types at the door
  view seen;
  bool joined = false;    // in this connection
  bool waits = false;     // in the lobby
  pb::Lobby lobby;        // the newest she was told there
  bool has_view = false;  // something to resume from
  std::string epoch;
  std::uint32_t member = 0;
  std::map<std::string, pb::Ack> acks;          // by id, this meeting's
  std::map<std::string, std::string> refusals;  // by id, the newest code
  // Two answers to one id, by their times: right only with a new meeting in between.
  std::vector<std::pair<std::int64_t, std::int64_t>> answered_twice;
  std::vector<pb::Notice> notices;
  // What she has chosen in the poll that is open, as she was told.
  std::uint32_t choice() const;
  std::vector<std::string> resets;
  std::vector<std::string> stream;                 // payloads, as they came
  std::set<std::string>* must_not_come = nullptr;  // texts that no frame begun from now on may hold
  std::size_t overflows = 0;

 private:
  void outbox_filled() override {}
  void outbox_overflowed() override { overflowed_ = true; }
  void take(const std::string& payload);
  void on(const pb::Event& e);
  void send_mail(rooms::mail m);

  world& world_;
  rooms::shared_principal who_;
  std::string room_;
  wire::subprotocol spoken_;
  std::size_t shard_;
  rooms::outbox_limits limits_;
  std::unique_ptr<rooms::outbox> out_;
  rooms::session_address address_;
  std::string unread_;
  bool overflowed_ = false;
  bool resumed_ = false;
  std::uint64_t head_ = 0;  // when she came in
};

rooms::shared_principal person(const std::string& name, domain::role role = domain::role::member);

}  // namespace nightlight::simulation
