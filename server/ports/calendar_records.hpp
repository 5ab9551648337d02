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
#include "domain/calendar/seat.hpp"
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
  bool waiting = false;      // on the list, until a place is hers
  std::uint64_t number = 0;  // in the order of asking, within the meeting
  instant since;             // when she asked, or when the place became hers
  // She waits and is offered a place: it is held for her until then.
  std::optional<instant> answer_by{};
  bool passed = false;  // she waits and let an offer go by: she is not made another

  bool holds() const { return !waiting || answer_by; }  // nobody else can have this place just now
  friend bool operator==(const place_row&, const place_row&) = default;
};

// How somebody who keeps places wants to be reminded of them. What leads to her is sealed (calendar/reminder_box): the
// row alone says only that there is somebody.
struct reminder_row {
  person_id person;
  std::string sealed;     // her address, the link that brings her back, and the token that stops it
  std::string stop_hash;  // of that token
  std::string language;   // "en" or "es"
  std::string zone;       // IANA; empty: each series' own
  bool with_title = false;
  bool hour_before = true;
  bool day_before = false;
  instant since;  // what was due before it is not made up for
  friend bool operator==(const reminder_row&, const reminder_row&) = default;
};

// The numbers are kept: never reuse one.
enum class step_kind : std::uint8_t {
  room_made = 1,
  reminded_day_before = 2,
  reminded_hour_before = 3,
  told_moved = 4,
  told_cancelled = 5,
  place_offered = 6,
  offer_taken = 7,
  offer_declined = 8,
  offer_passed = 9,
  meeting_over = 10,
  told_short_of_staff = 11,
};

// Something that has happened in the calendar, by time or by what somebody changed, and does not happen again. It is
// written in the transaction of what it says: so however often the process dies, the one is there with the other.
struct step_row {
  meeting_name meeting;
  step_kind kind{};
  person_id person;          // whom it concerns; empty: the meeting
  std::int64_t round = 0;    // what tells it from another of its kind: a moment, a version
  instant at;                // when it was taken
  std::uint64_t number = 0;  // in the order of all steps; set by the store
  friend bool operator==(const step_row&, const step_row&) = default;
};

// Somebody of the team cannot come to a meeting and asks who can. It is open while she has the seat still.
struct cover_row {
  meeting_name meeting;
  domain::calendar::seat seat{};
  person_id asked_by;
  std::string sealed_words;  // hers; it may be that there are none
  instant since;
  friend bool operator==(const cover_row&, const cover_row&) = default;
};

// The link by which a calendar of her own reads the dates of somebody of the team: a hash, which opens nothing.
struct own_feed_row {
  person_id person;
  std::string secret_hash;
  std::string language;  // "en" or "es": of the few words in it
  instant made_at;
  friend bool operator==(const own_feed_row&, const own_feed_row&) = default;
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

  // Keeps a place for her if fewer than `places_max` are kept or held: conflict when they are not, already_exists when
  // she is there, also as one who waits. The row's number and `waiting` are set here.
  virtual result<void> take_place(const place_row& row, std::uint32_t places_max) = 0;
  // Puts her last on the list of those who wait; already_exists as above.
  virtual result<void> wait_for_place(const place_row& row) = 0;
  // Offers a place until `answer_by` to the first who waits and has not let one go by, if one is free; nothing when
  // there is nobody or none.
  virtual result<std::optional<place_row>> offer_next(const meeting_name& meeting, std::uint32_t places_max,
                                                      instant answer_by) = 0;
  // As it is now, number and all.
  virtual result<void> put_place(const place_row& row) = 0;
  virtual result<std::optional<place_row>> find_place(const meeting_name& meeting, const person_id& person) = 0;
  virtual result<std::vector<place_row>> list_places(const meeting_name& meeting) = 0;  // by number
  virtual result<void> delete_place(const meeting_name& meeting, const person_id& person) = 0;
  virtual result<std::vector<meeting_name>> meetings_of(const person_id& person) = 0;  // where she has a place or waits
  // The earliest end of an offer in a meeting of the series.
  virtual result<std::optional<instant>> next_answer_by(const series_id& id) = 0;
  // Whose offer in one of them is over, by its end.
  virtual result<std::vector<place_row>> offers_over(const series_id& id, instant now) = 0;
  // Those of days from `first` on go, with the steps and covers of their meetings, to the part of a series that became
  // one of its own.
  virtual result<void> move_places(const series_id& from, const series_id& to, local_day first) = 0;

  virtual result<void> put_reminder(const reminder_row& row) = 0;  // one for each person
  virtual result<std::optional<reminder_row>> find_reminder(const person_id& person) = 0;
  virtual result<std::optional<reminder_row>> find_reminder_by_stop(const std::string& stop_hash) = 0;
  virtual result<std::vector<reminder_row>> list_reminders() = 0;  // by person
  virtual result<void> delete_reminder(const person_id& person) = 0;

  virtual result<void> put_cover(const cover_row& row) = 0;  // one for each seat of a meeting
  virtual result<std::vector<cover_row>> list_covers(const meeting_name& meeting) = 0;  // by seat
  virtual result<void> delete_cover(const meeting_name& meeting, domain::calendar::seat seat) = 0;

  virtual result<void> put_own_feed(const own_feed_row& row) = 0;  // one for each person
  virtual result<std::optional<own_feed_row>> find_own_feed(const std::string& secret_hash) = 0;
  virtual result<std::optional<own_feed_row>> find_own_feed_of(const person_id& person) = 0;
  virtual result<void> delete_own_feed(const person_id& person) = 0;

  // already_exists when there is one of this meeting, kind, person and round; the unit may go on.
  virtual result<void> add_step(const step_row& row) = 0;
  virtual result<std::vector<step_row>> list_steps(const meeting_name& meeting) = 0;  // by number
  virtual result<void> delete_steps(const meeting_name& meeting) = 0;

  virtual result<void> put_answer(const answer_row& row) = 0;
  virtual result<std::optional<answer_row>> find_answer(const person_id& caller, const std::string& key) = 0;
  virtual result<void> delete_answers_before(instant then) = 0;

  // The room that was made for a meeting.
  virtual result<void> put_meeting_room(const meeting_name& meeting, const room_id& room) = 0;
  virtual result<std::optional<room_id>> find_meeting_room(const meeting_name& meeting) = 0;
  virtual result<std::optional<series_id>> find_series_of_room(const room_id& room) = 0;
};

}  // namespace nightlight
