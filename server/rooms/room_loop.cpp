#include "rooms/room_loop.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include "async/store_work.hpp"
#include "domain/room/permissions.hpp"
#include "domain/room/second_room.hpp"
#include "rooms/beside.hpp"
#include "rooms/jobs.hpp"
#include "rooms/room_words.hpp"
#include "sealing/random.hpp"

namespace nightlight::rooms {
namespace {

constexpr int gather_turns_max = 32;
constexpr int attempts_max = 3;
constexpr std::size_t command_id_length = 26;  // 130 bits: never the same twice
constexpr std::chrono::seconds reload_after{1};

// Who asks for a new meeting, when that is what this mail is about.
std::optional<shared_principal> opener(const mail& m) {
  const auto* inside = std::get_if<command_mail>(&m);
  if (inside != nullptr && std::holds_alternative<domain::open_room>(inside->what)) return inside->who;
  const auto* outside = std::get_if<outside_mail>(&m);
  if (outside != nullptr && std::holds_alternative<domain::open_room>(outside->what)) return outside->who;
  return std::nullopt;
}

bool begins_meeting(const mail& m) { return opener(m).has_value(); }

// What a meeting begins with.
struct begun_meeting {
  std::shared_ptr<sealing::meeting_keys> keys;
  std::optional<room_row> row;
};

// What the store knows of a room.
struct found_room {
  std::optional<room_row> row;
  position audited;
  std::optional<domain::calendar::door> door;
};

bool has_words_to_forget(const domain::room_state& room) {
  return room.phase == domain::phase::closed && !room.has_forgotten(domain::word_class::everything);
}

}  // namespace

room_loop::room_loop(async::executor ex, room_id id, const surroundings& around)
    : ex_(ex),
      id_(std::move(id)),
      around_(around),
      inbox_(ex, around.settings.mailbox_commands_max),
      seating_(id_, around.people, around.settings) {}

bool room_loop::submit(mail&& m) {
  if (auto* o = std::get_if<outside_mail>(&m)) o->id = command_id{sealing::random_base32(command_id_length)};
  const async::mailbox_verdict verdict = inbox_.push(std::move(m));
  if (verdict == async::mailbox_verdict::taken) return true;
  const auto* gone = std::get_if<departure_mail>(&m);
  if (gone == nullptr || verdict == async::mailbox_verdict::closed) return false;
  departures_.push_back(*gone);  // a full mailbox is received from soon: nothing to wake
  return true;
}

async::task<> room_loop::run() {
  for (;;) {
    batch waiting = co_await receive();
    if (waiting.empty() && inbox_.closed()) co_return;
    bool ready = live_.has_value();
    if (!ready) ready = co_await load();
    if (ready) {
      co_await work_through(waiting);
    } else {
      refuse_all(waiting, why_not_live_);
      if (seating_.empty() && inbox_.size() == 0) co_return;
    }
    seating_.tell_presence(async::clock::now());
  }
}

async::task<> room_loop::work_through(std::span<const mail> waiting) {
  // An append belongs to one meeting: whatever begins one starts a segment of its own. Between two turns the sockets
  // have theirs.
  std::span<const mail> rest = waiting;
  do {
    const auto next = std::find_if(rest.begin() + (rest.empty() ? 0 : 1), rest.end(), begins_meeting);
    const auto segment = rest.first(static_cast<std::size_t>(next - rest.begin()));
    const std::size_t taken = co_await handle(segment);
    rest = rest.subspan(taken);
    if (!rest.empty()) co_await boost::asio::post(ex_, async::use_task);
  } while (!rest.empty());
}

// What waits, and what keeps arriving while this shard's sockets are being read: a burst becomes one append.
async::task<room_loop::batch> room_loop::receive() {
  auto until = std::min({seating_.here().next_telling(), staff_absent_at_, next_place_freed(), next_notice()});
  // While the room cannot be had it is tried now and then, not at once and for ever: the log may hold what those who
  // sit in it have not been shown.
  const auto reload_at = async::clock::now() + reload_after;
  if (!live_) until = seating_.empty() ? std::max(until, reload_at) : reload_at;
  batch gathered = co_await inbox_.async_receive_all_until(until);
  for (int turns = 0; turns < gather_turns_max && !gathered.empty(); ++turns) {
    co_await boost::asio::post(ex_, async::use_task);
    if (inbox_.size() == 0) break;
    batch more = co_await inbox_.async_receive_all();
    std::ranges::move(more, std::back_inserter(gathered));
  }
  // After everything that was sent before them: a connection's joins come before its end.
  std::ranges::move(std::exchange(departures_, {}), std::back_inserter(gathered));
  co_return gathered;
}

async::task<bool> room_loop::load() {
  auto looking = async::async_transact(ex_, around_.records, [this](records& r) -> result<found_room> {
    found_room found;
    auto row = r.find_room(id_);
    if (!row) return row.error();
    found.row = std::move(*row);
    auto through = r.audited_through(id_);
    if (!through) return through.error();
    found.audited = *through;
    auto words = find_room_words(r, id_);
    if (!words) return words.error();
    around_.ears.set_room_words(id_, *words);
    if (found.row) around_.ears.set_room_profile(id_, found.row->profile);
    auto asked = ask_door(r, id_, {});
    if (!asked) return asked.error();
    found.door = std::move(asked->door);
    return found;
  });
  result<found_room> found = co_await std::move(looking);
  why_not_live_ = found && !found->row ? failure::not_found : failure::store_unavailable;
  if (!found || !found->row) co_return false;

  auto read = [&](auto done) { around_.log.read_newest_meeting(id_, std::move(done)); };
  result<meeting_tail> tail = co_await async::async_port_call<result<meeting_tail>>(ex_, read);
  if (!tail) co_return false;
  std::vector<domain::logged_event> loaded;
  auto room = live_room::load(std::move(*found->row), *tail, around_.ring, around_.settings, loaded);
  if (!room) {
    if (room.error() == failure::corrupt) why_not_live_ = failure::corrupt;
    co_return false;
  }
  live_ = std::move(*room);
  purge_scheduled_ = false;
  door_ = std::move(found->door);
  publish_unseen(loaded);
  // What a stop after an append left out. Audited and kept in one step, so the audit log knows how far both have come.
  // Not before publishing: a phone must not show words that are taken back because the audit log cannot be written.
  staff_deeds left_out = deeds_in(id_, loaded, live_->state(), found->audited);
  auto catching_up = keep_deeds(std::move(left_out));
  const result<void> caught_up = co_await std::move(catching_up);
  if (!caught_up) {
    live_.reset();
    co_return false;
  }
  staff_absent_at_ = async::clock::time_point::max();
  note_missing(async::clock::now());
  note_staff(async::clock::now());
  tell_beside(letters_when_loaded(*live_, around_.clock.now()));
  co_return true;
}

// After an append whose outcome was unknown, the log may hold events that nobody was shown.
void room_loop::publish_unseen(const std::vector<domain::logged_event>& events) {
  const auto unseen = std::ranges::find_if(events, [this](const auto& e) { return e.at > published_; });
  seating_.publish(std::span(unseen, events.end()), *live_);
  seating_.settle_lobby(std::span(unseen, events.end()), *live_, around_.clock.now());
  published_ = live_->state().head;
}

async::task<std::size_t> room_loop::handle(std::span<const mail> segment) {
  for (int attempt = 0; attempt < attempts_max; ++attempt) {
    bool ready = live_.has_value();
    if (!ready) ready = co_await load();
    if (ready && !segment.empty() && may_begin(segment.front())) ready = co_await lay_out_keys();
    at_door_.clear();
    std::vector<const join_mail*> joins;
    if (ready) joins = who_stands_at_door(segment);
    if (!joins.empty()) {
      auto asking = ask_at_door(std::move(joins));
      ready = co_await std::move(asking);
    }
    if (!ready) break;
    turn t = decide_all(segment);
    result<void> kept = failure::store_unavailable;
    if (t.sealed) kept = co_await commit(t);
    if (!kept) {
      live_.reset();
      continue;
    }
    seating_.publish(t.events, *live_);
    seating_.settle_lobby(t.events, *live_, around_.clock.now());
    published_ = live_->state().head;
    tell_beside(letters_beside(t.events, *live_, around_.clock.now()));
    reply_all(t);
    answer_questions(segment.first(t.mails));
    note_staff(async::clock::now());
    co_return t.mails;
  }
  refuse_all(segment, why_not_live_);
  co_return segment.size();
}

async::task<result<void>> room_loop::commit(turn& t) {
  if (!has_words_to_forget(live_->state())) {
    purge_scheduled_ = false;
  } else if (!purge_scheduled_) {
    const result<void> scheduled = co_await schedule_purge();
    if (!scheduled) co_return scheduled.error();
  }
  if (opens_second(t.events)) {
    const result<void> booked = co_await book_second_room();
    if (!booked) co_return booked.error();
  }
  if (!t.rows.empty()) {
    const position expected{t.rows.front().at.value - 1};
    append_request request{id_, live_->state().meeting, expected, std::move(t.rows), live_->take_new_keys()};
    auto append = [&](auto done) { around_.log.append(std::move(request), std::move(done)); };
    const result<position> newest = co_await async::async_port_call<result<position>>(ex_, append);
    if (!newest) co_return newest.error();
  }
  staff_deeds deeds = deeds_in(id_, t.events, live_->state());
  if (deeds.none()) co_return result<void>{};  // the everyday message
  auto keeping = keep_deeds(std::move(deeds));
  co_return co_await std::move(keeping);
}

async::task<result<void>> room_loop::keep_deeds(staff_deeds deeds) {
  const bool calls = !deeds.calls.empty();
  auto keeping = async_keep_deeds(ex_, around_.records, around_.audit, around_.ways, std::move(deeds));
  const result<void> kept = co_await std::move(keeping);
  if (kept && calls && around_.pages_changed) around_.pages_changed();
  co_return kept;
}

// Written before the end of the meeting is, and again whenever a closed room is loaded: however the process ends, the
// words of a closed meeting have jobs that destroy them. A job whose meeting did not end after all waits for it.
async::task<result<void>> room_loop::schedule_purge() {
  const domain::room_state& room = live_->state();
  std::vector<job_row> jobs = purge_jobs({id_, room.meeting, room.opened_at, live_->closed_at(), room.retention_hours});
  std::erase_if(jobs, [&](const job_row& job) { return room.has_forgotten(words_of(job)); });
  auto putting = async::async_transact(ex_, around_.records, [jobs = std::move(jobs)](records& r) -> result<void> {
    for (const job_row& job : jobs) {
      if (auto put = r.put_job(job); !put) return put;
    }
    return {};
  });
  const result<void> written = co_await std::move(putting);
  purge_scheduled_ = written.has_value();
  if (written && around_.jobs_changed) around_.jobs_changed();
  co_return written;
}

// Before the log says that it is open: a row without a meeting is a room that nobody has opened.
async::task<result<void>> room_loop::book_second_room() {
  auto booking =
      async::async_transact(ex_, around_.records, [this, now = around_.clock.now()](records& r) -> result<void> {
        const auto first = r.find_room(id_);
        if (!first) return first.error();
        if (!*first) return failure::not_found;
        return keep_second_room(r, **first, now);
      });
  co_return co_await std::move(booking);
}

void room_loop::tell_beside(std::vector<mail> letters) {
  if (!around_.tell_room) return;
  for (mail& m : letters) around_.tell_room(domain::beside(id_), std::move(m));
}

// Before she hears of it: her join over there comes after.
void room_loop::keep_seat_beside(const join_mail& j, const domain::refusal& why) {
  if (why.second_room && around_.tell_room) around_.tell_room(domain::beside(id_), letter_of_a_seat(j.who->person));
}

// The rules that decide() will apply to whoever asks, so that nobody else can have key files made.
bool room_loop::may_begin(const mail& m) const {
  const std::optional<shared_principal> by = opener(m);
  const domain::phase now = live_->state().phase;
  return by && *by && domain::may((*by)->role, domain::open_room{}) && !live_->has_keys_laid_out() &&
         (now == domain::phase::scheduled || now == domain::phase::closed);
}

// Key files are made with a few syncs of the disk: on the store's thread, not on this one. The room's row is read
// again: the calendar may have moved the meeting since.
async::task<bool> room_loop::lay_out_keys() {
  auto making = async::async_transact(ex_, around_.records, [this](records& r) -> result<begun_meeting> {
    auto row = r.find_room(id_);
    if (!row) return row.error();
    auto made = sealing::meeting_keys::begin(around_.ring, sealing::new_meeting_id());
    if (!made) return made.error();
    return begun_meeting{std::make_shared<sealing::meeting_keys>(std::move(*made)), std::move(*row)};
  });
  result<begun_meeting> made = co_await std::move(making);
  if (!made || !made->row || !live_) co_return false;
  live_->lay_out(std::move(*made->keys), std::move(*made->row));
  co_return true;
}

// Somebody whom this meeting does not know, while it runs. Coming back is always allowed, and the team comes in.
bool room_loop::stands_at_door(const join_mail& j) const {
  const domain::room_state& room = live_->state();
  const bool runs = room.phase == domain::phase::open || room.phase == domain::phase::paused;
  return door_ && runs && !domain::is_staff(j.who->role) && room.find(j.who->person) == nullptr &&
         room.waiting_of(j.who->person) == nullptr;
}

std::vector<const join_mail*> room_loop::who_stands_at_door(std::span<const mail> segment) const {
  std::vector<const join_mail*> joins;
  for (const mail& m : segment) {
    const auto* j = std::get_if<join_mail>(&m);
    if (j != nullptr && stands_at_door(*j)) joins.push_back(j);
  }
  return joins;
}

// One look for all who stand there: the calendar may say something else than before.
async::task<bool> room_loop::ask_at_door(std::vector<const join_mail*> joins) {
  std::vector<newcomer> who;
  for (const join_mail* j : joins) who.push_back({j->who->person, j->code});
  auto asking = async::async_transact(ex_, around_.records,
                                      [this, who = std::move(who)](records& r) { return ask_door(r, id_, who); });
  result<asked_door> found = co_await std::move(asking);
  if (!found) {
    why_not_live_ = failure::store_unavailable;
    co_return false;
  }
  door_ = std::move(found->door);
  for (std::size_t i = 0; i < joins.size(); ++i) at_door_.emplace(joins[i], found->answers[i]);
  co_return true;
}

// After a restart everyone who has a place is missing until she is back.
void room_loop::note_missing(async::clock::time_point now) {
  const domain::phase phase = live_->state().phase;
  if (phase != domain::phase::open && phase != domain::phase::paused) return;
  for (const domain::member& m : live_->state().members) {
    if (m.present) seating_.here().missing(m.number, now);
  }
  for (const domain::waiting_person& p : live_->state().waiting) seating_.waiting().missing(p.number, now);
}

// Staff presence is a property of connections. A room that is open without any pauses after the grace; a room that
// was loaded begins without any.
void room_loop::note_staff(async::clock::time_point now) {
  const bool waiting = live_->state().phase == domain::phase::open && !seating_.here().staff_here();
  if (!waiting) {
    staff_absent_at_ = async::clock::time_point::max();
  } else if (staff_absent_at_ == async::clock::time_point::max()) {
    staff_absent_at_ = now + around_.settings.staff_grace;
  }
}

}  // namespace nightlight::rooms
