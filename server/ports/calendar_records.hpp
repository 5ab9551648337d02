// What the calendar keeps, as a part of ports/store.hpp: the same transactions, failures and rules of replacing. Topics
// and series are the organisation's own words; who keeps a place is a person's number and a name that only the server
// can open.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "domain/calendar/series.hpp"

namespace nightlight {

// The name of a meeting: a series and a day of it.
struct meeting_name {
  series_id series;
  domain::calendar::local_day day{};
  friend auto operator<=>(const meeting_name&, const meeting_name&) = default;
};

struct place_row {
  meeting_name meeting;
  person_id person;
  std::string sealed_name;   // the pseudonym she chose
  bool waiting = false;      // on the list, until somebody leaves
  std::uint64_t number = 0;  // in the order of asking, within the meeting
  instant since;
  friend bool operator==(const place_row&, const place_row&) = default;
};

// What a write was answered, for a caller who sends it again.
struct answer_row {
  person_id caller;
  std::string key;           // the caller's own
  std::string request_hash;  // of method and message: the same key for something else is a mistake
  std::string answer;
  instant at;
  friend bool operator==(const answer_row&, const answer_row&) = default;
};

class calendar_records {
 public:
  using topic = domain::calendar::topic;
  using series = domain::calendar::series;
  using occurrence = domain::calendar::occurrence;
  using local_day = domain::calendar::local_day;

  virtual ~calendar_records() = default;

  virtual result<void> put_topic(const topic& t) = 0;
  virtual result<std::optional<topic>> find_topic(const topic_id& id) = 0;
  virtual result<std::vector<topic>> list_topics() = 0;  // by title

  // A series is put and found with its exceptions.
  virtual result<void> put_series(const series& s) = 0;
  virtual result<std::optional<series>> find_series(const series_id& id) = 0;
  virtual result<std::vector<series>> list_series() = 0;  // by id

  // Meetings as they were when they began: kept, they no longer follow their series or the rules of its zone.
  virtual result<void> keep_meeting(const occurrence& o) = 0;
  // Those that began in the span, by time.
  virtual result<std::vector<occurrence>> kept_meetings(const series_id& id, domain::calendar::span when) = 0;

  // Keeps a place for her if fewer than `places_max` are kept: conflict when they are not, already_exists when she is
  // there, also as one who waits. The row's number and `waiting` are set here.
  virtual result<void> take_place(const place_row& row, std::uint32_t places_max) = 0;
  // Puts her last on the list of those who wait; already_exists as above.
  virtual result<void> wait_for_place(const place_row& row) = 0;
  // Gives a place to the first who waits, if one is free; nothing when there is nobody or none.
  virtual result<std::optional<place_row>> promote_next(const meeting_name& meeting, std::uint32_t places_max) = 0;
  virtual result<std::optional<place_row>> find_place(const meeting_name& meeting, const person_id& person) = 0;
  virtual result<std::vector<place_row>> list_places(const meeting_name& meeting) = 0;  // by number
  virtual result<void> delete_place(const meeting_name& meeting, const person_id& person) = 0;
  // Those of days from `first` on go with the part of a series that became one of its own.
  virtual result<void> move_places(const series_id& from, const series_id& to, local_day first) = 0;

  virtual result<void> put_answer(const answer_row& row) = 0;
  virtual result<std::optional<answer_row>> find_answer(const person_id& caller, const std::string& key) = 0;
  virtual result<void> delete_answers_before(instant then) = 0;

  // The room that was made for a meeting.
  virtual result<void> put_meeting_room(const meeting_name& meeting, const room_id& room) = 0;
  virtual result<std::optional<room_id>> find_meeting_room(const meeting_name& meeting) = 0;
  virtual result<std::optional<series_id>> find_series_of_room(const room_id& room) = 0;
};

}  // namespace nightlight
