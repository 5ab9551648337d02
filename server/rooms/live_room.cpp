#include "rooms/live_room.hpp"

#include <utility>

#include "domain/room/apply.hpp"
#include "domain/room/second_room.hpp"
#include "rooms/fingerprint.hpp"
#include "rooms/jobs.hpp"
#include "wire/log_record.hpp"

namespace nightlight::rooms {

result<live_room> live_room::load(room_row row, const meeting_tail& tail, const sealing::keyring& ring,
                                  const options& settings, std::vector<domain::logged_event>& loaded) {
  live_room room(std::move(row), settings.resume_events_max);
  if (tail.rows.empty()) return room;
  auto keys = sealing::meeting_keys::load(ring, tail.meeting, tail.keys);
  if (!keys) return keys.error();
  room.keys_ = std::move(*keys);
  // Words whose key is gone are empty words: that is what forgetting looks like from here.
  const wire::open_function open = [&](const wire::sealed_words& sealed, std::string_view context) {
    const sealing::sealed_words words{member_number{sealed.participant},
                                      static_cast<sealing::retention_class>(sealed.retention_class), sealed.nonce,
                                      sealed.ciphertext};
    auto opened = room.keys_->open(words, context);
    return opened ? std::move(*opened) : private_text{};
  };
  room.state_.head = position{tail.rows.front().at.value - 1};
  for (const log_row& stored : tail.rows) {
    auto e = wire::decode_record(room.row_.id, stored.at, stored.record, open);
    if (!e) return e.error();
    room.note(*e);
    loaded.push_back(std::move(*e));
  }
  return room;
}

domain::command live_room::with_settings(domain::command what) const {
  if (auto* opening = std::get_if<domain::open_room>(&what)) {
    if (next_keys_) opening->meeting = next_keys_->meeting();
    opening->retention_hours = row_.retention_hours;
    opening->slow_mode = seconds{row_.slow_mode_seconds};
    opening->speaking_capacity = row_.capacity;
    opening->starts_at = row_.starts_at;
    opening->ends_at = row_.ends_at;
    opening->late_entry = std::chrono::minutes{row_.late_entry_minutes};
    opening->second = domain::is_second(row_.id);
  }
  return what;
}

namespace {

std::vector<domain::event>* events_of(domain::decision& decided) {
  if (auto* yes = std::get_if<domain::accepted>(&decided)) return &yes->events;
  if (auto* heard = std::get_if<domain::refused_but_heard>(&decided)) return &heard->events;
  return nullptr;
}

}  // namespace

result<domain::decision> live_room::take(domain::submission asked, const domain::circumstances& around,
                                         std::vector<domain::logged_event>& events, std::vector<log_row>& rows) {
  asked.what = with_settings(std::move(asked.what));
  if (asked.id && keys_) {
    const domain::member* who = state_.find(asked.by.person);
    const member_number author =
        who != nullptr ? who->number : member_number{static_cast<std::uint32_t>(state_.members.size() + 1)};
    auto words = fingerprint_of(asked.what, author, *keys_);
    if (words) asked.words = std::move(*words);
  }
  domain::decision decided = domain::decide(state_, asked, around);
  if (auto* made = events_of(decided)) {
    for (domain::event& what : *made) {
      domain::logged_event e = domain::place_next(state_, std::move(what), around.now);
      note(e);
      if (std::holds_alternative<domain::room_opened>(e.what.body)) keys_ = std::exchange(next_keys_, std::nullopt);
      auto row = seal_row(e);
      if (!row) return row.error();
      const auto* purged = std::get_if<domain::words_purged>(&e.what.body);
      if (purged != nullptr && purged->meeting == state_.meeting) forget_keys(purged->words);
      rows.push_back(std::move(*row));
      events.push_back(std::move(e));
    }
  }
  return decided;
}

void live_room::note(const domain::logged_event& e) {
  domain::apply(state_, e);
  recent_.push(e);
  if (std::holds_alternative<domain::room_opened>(e.what.body)) closed_at_ = {};
  if (std::holds_alternative<domain::room_closed>(e.what.body)) closed_at_ = e.time;
  const auto* purged = std::get_if<domain::words_purged>(&e.what.body);
  if (purged != nullptr && purged->meeting == state_.meeting) recent_.forget_words(purged->words);
}

result<log_row> live_room::seal_row(const domain::logged_event& e) {
  if (!keys_) return failure::store_unavailable;
  bool sealed_all = true;
  const wire::seal_function seal = [&](member_number whose, wire::kept_as kept, const private_text& words,
                                       std::string_view context) {
    auto sealed = keys_->seal(whose, static_cast<sealing::retention_class>(kept), context, words);
    if (!sealed) {
      sealed_all = false;
      return wire::sealed_words{};
    }
    return wire::sealed_words{sealed->participant.value, static_cast<std::uint32_t>(sealed->kept),
                              std::move(sealed->nonce), std::move(sealed->ciphertext)};
  };
  log_row row{e.at, e.number, e.time, wire::encode_record(row_.id, e, seal)};
  if (!sealed_all) return failure::store_unavailable;
  return row;
}

void live_room::forget_keys(domain::word_class words) {
  for (const sealing::retention_class kept : classes_of(words)) keys_->forget(kept);
}

std::vector<wrapped_key> live_room::take_new_keys() { return keys_ ? keys_->take_new() : std::vector<wrapped_key>{}; }

}  // namespace nightlight::rooms
