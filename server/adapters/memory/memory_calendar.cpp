#include "adapters/memory/memory_calendar.hpp"

#include <algorithm>

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

result<void> memory_calendar::take_place(const place_row& row, std::uint32_t places_max) {
  const places& all = places_[row.meeting];
  if (all.contains(row.person)) return failure::already_exists;
  const auto kept = std::ranges::count_if(all, [](const auto& entry) { return !entry.second.waiting; });
  if (kept >= places_max) return failure::conflict;
  return add_place(row, false);
}

result<void> memory_calendar::wait_for_place(const place_row& row) {
  if (places_[row.meeting].contains(row.person)) return failure::already_exists;
  return add_place(row, true);
}

result<std::optional<place_row>> memory_calendar::promote_next(const meeting_name& meeting, std::uint32_t places_max) {
  places& all = places_[meeting];
  const auto kept = std::ranges::count_if(all, [](const auto& entry) { return !entry.second.waiting; });
  place_row* first = nullptr;
  for (auto& [person, row] : all) {
    if (row.waiting && (first == nullptr || row.number < first->number)) first = &row;
  }
  if (first == nullptr || kept >= places_max) return std::optional<place_row>{};
  first->waiting = false;
  return std::optional{*first};
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

result<void> memory_calendar::move_places(const series_id& from, const series_id& to, local_day first) {
  for (auto at = places_.lower_bound({from, first}); at != places_.end() && at->first.series == from;) {
    const meeting_name moved{to, at->first.day};
    for (auto& [person, row] : at->second) {
      row.meeting = moved;
      places_[moved][person] = row;
    }
    at = places_.erase(at);
  }
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
