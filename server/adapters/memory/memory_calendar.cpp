#include "adapters/memory/memory_calendar.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/memory/map_rows.hpp"

namespace nightlight::adapters {

result<void> memory_calendar::put_topic(const topic& t) {
  topics_[t.id] = t;
  return {};
}

result<std::optional<memory_calendar::topic>> memory_calendar::find_topic(const topic_id& id) {
  return look_up(topics_, id);
}

result<std::vector<memory_calendar::topic>> memory_calendar::list_topics() {
  auto all = values(topics_);
  std::ranges::sort(all, {}, [](const topic& t) { return std::pair(t.title, t.id); });
  return all;
}

result<void> memory_calendar::put_series(const series& s) {
  series_[s.id] = s;
  return {};
}

result<std::optional<memory_calendar::series>> memory_calendar::find_series(const series_id& id) {
  return look_up(series_, id);
}

result<std::vector<memory_calendar::series>> memory_calendar::list_series() { return values(series_); }

result<void> memory_calendar::keep_meeting(const occurrence& o) {
  meetings_[{o.of, o.day}] = o;
  return {};
}

result<std::vector<memory_calendar::occurrence>> memory_calendar::kept_meetings(const series_id& id,
                                                                                domain::calendar::span when) {
  auto all = values(meetings_);
  std::erase_if(all,
                [&](const occurrence& o) { return o.of != id || o.starts_at < when.from || o.starts_at >= when.to; });
  std::ranges::sort(all, {}, [](const occurrence& o) { return std::pair(o.starts_at, o.day); });
  return all;
}

result<void> memory_calendar::add_place(const place_row& row, bool waiting) {
  places& all = places_[row.meeting];
  std::uint64_t last = 0;
  for (const auto& [person, other] : all) last = std::max(last, other.number);
  place_row added = row;
  added.waiting = waiting;
  added.number = last + 1;
  all[row.person] = added;
  return {};
}

std::uint32_t memory_calendar::held(const places& all) {
  return static_cast<std::uint32_t>(std::ranges::count_if(all, [](const auto& entry) { return entry.second.holds(); }));
}

result<void> memory_calendar::take_place(const place_row& row, std::uint32_t places_max) {
  const places& all = places_[row.meeting];
  if (all.contains(row.person)) return failure::already_exists;
  if (held(all) >= places_max) return failure::conflict;
  return add_place(row, false);
}

result<void> memory_calendar::wait_for_place(const place_row& row) {
  if (places_[row.meeting].contains(row.person)) return failure::already_exists;
  return add_place(row, true);
}

result<std::optional<place_row>> memory_calendar::offer_next(const meeting_name& meeting, std::uint32_t places_max,
                                                             instant answer_by) {
  places& all = places_[meeting];
  place_row* first = nullptr;
  for (auto& [person, row] : all) {
    if (!row.holds() && !row.passed && (first == nullptr || row.number < first->number)) first = &row;
  }
  if (first == nullptr || held(all) >= places_max) return std::optional<place_row>{};
  first->answer_by = answer_by;
  return std::optional{*first};
}

result<void> memory_calendar::put_place(const place_row& row) {
  places_[row.meeting][row.person] = row;
  return {};
}

result<std::optional<place_row>> memory_calendar::find_place(const meeting_name& meeting, const person_id& person) {
  return look_up(places_[meeting], person);
}

result<std::vector<place_row>> memory_calendar::list_places(const meeting_name& meeting) {
  auto all = values(places_[meeting]);
  std::ranges::sort(all, {}, &place_row::number);
  return all;
}

result<void> memory_calendar::delete_place(const meeting_name& meeting, const person_id& person) {
  places_[meeting].erase(person);
  return {};
}

result<std::vector<meeting_name>> memory_calendar::meetings_of(const person_id& person) {
  std::vector<meeting_name> meetings;
  for (const auto& [meeting, all] : places_) {
    if (all.contains(person)) meetings.push_back(meeting);
  }
  return meetings;
}

result<std::optional<instant>> memory_calendar::next_answer_by(const series_id& id) {
  std::optional<instant> next;
  for (const auto& [meeting, all] : places_) {
    if (meeting.series != id) continue;
    for (const auto& [person, row] : all) {
      if (row.answer_by && (!next || *row.answer_by < *next)) next = row.answer_by;
    }
  }
  return next;
}

result<std::vector<place_row>> memory_calendar::offers_over(const series_id& id, instant now) {
  std::vector<place_row> over;
  for (const auto& [meeting, all] : places_) {
    for (const auto& [person, row] : all) {
      if (meeting.series == id && row.answer_by && *row.answer_by <= now) over.push_back(row);
    }
  }
  std::ranges::sort(over, {},
                    [](const place_row& row) { return std::tuple(*row.answer_by, row.meeting.day, row.number); });
  return over;
}

result<void> memory_calendar::move_places(const series_id& from, const series_id& to, local_day first) {
  for (auto at = places_.lower_bound({from, first}); at != places_.end() && at->first.series == from;) {
    const meeting_name moved{to, at->first.day};
    for (auto& [person, row] : at->second) {
      row.meeting = moved;
      places_[moved][person] = row;
    }
    at = places_.erase(at);
  }
  for (auto& [number, step] : steps_) {
    if (step.meeting.series == from && step.meeting.day >= first) step.meeting.series = to;
  }
  for (auto at = covers_.begin(); at != covers_.end();) {
    cover_row row = at->second;
    if (row.meeting.series != from || row.meeting.day < first) {
      ++at;
      continue;
    }
    at = covers_.erase(at);
    row.meeting.series = to;
    covers_.insert({{row.meeting, row.seat}, row});
  }
  return {};
}

result<void> memory_calendar::put_reminder(const reminder_row& row) {
  reminders_[row.person] = row;
  return {};
}

result<std::optional<reminder_row>> memory_calendar::find_reminder(const person_id& person) {
  return look_up(reminders_, person);
}

result<std::optional<reminder_row>> memory_calendar::find_reminder_by_stop(const std::string& stop_hash) {
  for (const auto& [person, row] : reminders_) {
    if (row.stop_hash == stop_hash) return std::optional{row};
  }
  return std::optional<reminder_row>{};
}

result<std::vector<reminder_row>> memory_calendar::list_reminders() { return values(reminders_); }

result<void> memory_calendar::delete_reminder(const person_id& person) {
  reminders_.erase(person);
  return {};
}

result<void> memory_calendar::put_cover(const cover_row& row) {
  covers_[{row.meeting, row.seat}] = row;
  return {};
}

result<std::vector<cover_row>> memory_calendar::list_covers(const meeting_name& meeting) {
  auto all = values(covers_);
  std::erase_if(all, [&](const cover_row& row) { return row.meeting != meeting; });
  return all;
}

result<void> memory_calendar::delete_cover(const meeting_name& meeting, domain::calendar::seat seat) {
  covers_.erase({meeting, seat});
  return {};
}

result<void> memory_calendar::put_own_feed(const own_feed_row& row) {
  own_feeds_[row.person] = row;
  return {};
}

result<std::optional<own_feed_row>> memory_calendar::find_own_feed(const std::string& secret_hash) {
  for (const auto& [person, row] : own_feeds_) {
    if (row.secret_hash == secret_hash) return std::optional{row};
  }
  return std::optional<own_feed_row>{};
}

result<std::optional<own_feed_row>> memory_calendar::find_own_feed_of(const person_id& person) {
  return look_up(own_feeds_, person);
}

result<void> memory_calendar::delete_own_feed(const person_id& person) {
  own_feeds_.erase(person);
  return {};
}

result<void> memory_calendar::add_step(const step_row& row) {
  const auto same = [&](const auto& entry) {
    const step_row& s = entry.second;
    return s.meeting == row.meeting && s.kind == row.kind && s.person == row.person && s.round == row.round;
  };
  if (std::ranges::any_of(steps_, same)) return failure::already_exists;
  step_row added = row;
  added.number = ++steps_taken_;
  steps_[added.number] = added;
  return {};
}

result<std::vector<step_row>> memory_calendar::list_steps(const meeting_name& meeting) {
  auto all = values(steps_);
  std::erase_if(all, [&](const step_row& s) { return s.meeting != meeting; });
  return all;
}

result<void> memory_calendar::delete_steps(const meeting_name& meeting) {
  std::erase_if(steps_, [&](const auto& entry) { return entry.second.meeting == meeting; });
  return {};
}

result<void> memory_calendar::put_answer(const answer_row& row) {
  answers_[{row.caller, row.key}] = row;
  return {};
}

result<std::optional<answer_row>> memory_calendar::find_answer(const person_id& caller, const std::string& key) {
  return look_up(answers_, {caller, key});
}

result<void> memory_calendar::delete_answers_before(instant then) {
  std::erase_if(answers_, [&](const auto& entry) { return entry.second.at < then; });
  return {};
}

result<void> memory_calendar::put_meeting_room(const meeting_name& meeting, const room_id& room) {
  rooms_[meeting] = room;
  return {};
}

result<std::optional<room_id>> memory_calendar::find_meeting_room(const meeting_name& meeting) {
  return look_up(rooms_, meeting);
}

result<std::optional<series_id>> memory_calendar::find_series_of_room(const room_id& room) {
  for (const auto& [meeting, its_room] : rooms_) {
    if (its_room == room) return std::optional{meeting.series};
  }
  return std::optional<series_id>{};
}

}  // namespace nightlight::adapters
