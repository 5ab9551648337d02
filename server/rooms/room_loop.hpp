// The one writer of one room. A coroutine takes everything that waits in the mailbox, decides each command against
// the live room, makes one append, awaits it, and only then tells anyone. Nothing else touches the room's state, so
// a mute, a lock or a retraction has one place in the order of everything. What staff did is in the audit log, and whom
// they banned is kept out at the door, before it is acknowledged.
//
// Lives on the shard its room is hashed to. When an append fails or its outcome is unknown, the room in memory is
// thrown away, loaded again from the log, and the batch is decided again; three failures refuse it.
#pragma once

#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "async/awaitable.hpp"
#include "async/mailbox.hpp"
#include "audit/audit_log.hpp"
#include "paging/calls.hpp"
#include "ports/clock.hpp"
#include "ports/room_log.hpp"
#include "ports/store.hpp"
#include "rooms/auditing.hpp"
#include "rooms/doors.hpp"
#include "rooms/listening.hpp"
#include "rooms/live_room.hpp"
#include "rooms/mail.hpp"
#include "rooms/options.hpp"
#include "rooms/reach.hpp"
#include "rooms/seating.hpp"
#include "sealing/keyring.hpp"

namespace nightlight::rooms {

// What every room of this process shares. All of it outlives the rooms.
struct surroundings {
  room_log& log;
  store& records;
  const clock_port& clock;
  sealing::keyring& ring;
  audit::audit_log& audit;
  const options& settings;
  const reach& people;
  listening& ears;
  std::function<void()> jobs_changed;  // any thread: a job was written
  paging::ways_out ways{};
  std::function<void()> pages_changed{};                  // any thread: pages were written
  std::function<void(const room_id&, mail)> tell_room{};  // set by the directory
};

class room_loop {
 public:
  room_loop(async::executor ex, room_id id, const surroundings& around);

  // False when the mailbox is full or the room is stopping; `m` is then untouched. A departure is always taken: a
  // seat that is never given up would count as somebody here for ever.
  [[nodiscard]] bool submit(mail&& m);

  // Completes after stop(), when everything taken has been answered; and when there is no such room, or it cannot be
  // loaded, and nobody sits in it: ids that mean nothing leave nothing behind.
  async::task<> run();
  void stop() { inbox_.close(); }

  const room_id& id() const { return id_; }

 private:
  struct decided_mail {
    const mail* m;
    domain::decision decision;
    std::size_t events_end;  // its events end here in turn::events
  };
  // What deciding the first of a segment came to: true once `rows` are in the log.
  struct turn {
    std::vector<domain::logged_event> events;
    std::vector<log_row> rows;
    std::vector<decided_mail> decided;
    std::vector<std::pair<const join_mail*, domain::calendar::door_answer>> turned_away;  // not decided at all
    std::size_t mails = 0;                                                                // how many of the segment
    std::size_t bytes = 0;                                                                // of `rows`
    bool staff_here = false;
    bool sealed = true;  // false: a key could not be had, nothing of this may be kept

    kept_or_refused answer_to(const decided_mail& d) const;
  };
  using batch = std::vector<mail>;

  async::task<batch> receive();
  async::task<> work_through(std::span<const mail> waiting);
  async::task<bool> load();
  // Takes one turn of a segment; how many mails that was.
  async::task<std::size_t> handle(std::span<const mail> segment);
  async::task<result<void>> commit(turn& t);
  async::task<result<void>> keep_deeds(staff_deeds deeds);
  async::task<bool> lay_out_keys();
  async::task<bool> ask_at_door(std::vector<const join_mail*> joins);
  async::task<result<void>> schedule_purge();
  async::task<result<void>> book_second_room();

  bool may_begin(const mail& m) const;
  bool stands_at_door(const join_mail& j) const;
  std::vector<const join_mail*> who_stands_at_door(std::span<const mail> segment) const;
  bool is_turned_away(turn& t, const join_mail& j) const;

  turn decide_all(std::span<const mail> segment);
  void decide_one(turn& t, const mail& m);
  bool take(turn& t, const mail* m, domain::submission asked);
  void reply_all(const turn& t);
  void refuse_all(std::span<const mail> segment, failure why);
  void answer_questions(std::span<const mail> segment);
  void tell_beside(std::vector<mail> letters);
  void keep_seat_beside(const join_mail& j, const domain::refusal& why);
  void note_staff(async::clock::time_point now);
  void note_missing(async::clock::time_point now);
  void free_places(turn& t);
  async::clock::time_point next_place_freed() const;
  void notice_time(turn& t);
  async::clock::time_point next_notice() const;
  void publish_unseen(const std::vector<domain::logged_event>& events);

  async::executor ex_;
  room_id id_;
  surroundings around_;
  async::mailbox<mail> inbox_;
  std::optional<live_room> live_;
  std::vector<departure_mail> departures_;  // those that found the mailbox full: no more than there are seats
  failure why_not_live_ = failure::store_unavailable;
  seating seating_;
  position published_;  // everything up to here has been shown to whoever may see it
  bool purge_scheduled_ = false;
  // As it was when somebody new last stood there; nothing: the room belongs to no series.
  std::optional<domain::calendar::door> door_;
  std::unordered_map<const join_mail*, domain::calendar::door_answer> at_door_;  // of the segment
  async::clock::time_point staff_absent_at_ = async::clock::time_point::max();
};

}  // namespace nightlight::rooms
