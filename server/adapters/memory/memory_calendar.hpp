// The calendar's part of memory_records: ordered maps, copied with them.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "ports/calendar_records.hpp"

namespace nightlight::adapters {

class memory_calendar final : public calendar_records {
 public:
  result<void> put_topic(const topic& t) override;
  result<std::optional<topic>> find_topic(const topic_id& id) override;
  result<std::vector<topic>> list_topics() override;

  result<void> put_series(const series& s) override;
  result<std::optional<series>> find_series(const series_id& id) override;
  result<std::vector<series>> list_series() override;

  result<void> keep_meeting(const occurrence& o) override;
  result<std::vector<occurrence>> kept_meetings(const series_id& id, domain::calendar::span when) override;

  result<void> take_place(const place_row& row, std::uint32_t places_max) override;
  result<void> wait_for_place(const place_row& row) override;
  result<std::optional<place_row>> offer_next(const meeting_name& meeting, std::uint32_t places_max,
                                              instant answer_by) override;
  result<void> put_place(const place_row& row) override;
  result<std::optional<place_row>> find_place(const meeting_name& meeting, const person_id& person) override;
  result<std::vector<place_row>> list_places(const meeting_name& meeting) override;
  result<void> delete_place(const meeting_name& meeting, const person_id& person) override;
  result<std::vector<meeting_name>> meetings_of(const person_id& person) override;
  result<std::optional<instant>> next_answer_by(const series_id& id) override;
  result<std::vector<place_row>> offers_over(const series_id& id, instant now) override;
  result<void> move_places(const series_id& from, const series_id& to, local_day first) override;

  result<void> put_reminder(const reminder_row& row) override;
  result<std::optional<reminder_row>> find_reminder(const person_id& person) override;
  result<std::optional<reminder_row>> find_reminder_by_stop(const std::string& stop_hash) override;
  result<std::vector<reminder_row>> list_reminders() override;
  result<void> delete_reminder(const person_id& person) override;

  result<void> put_cover(const cover_row& row) override;
  result<std::vector<cover_row>> list_covers(const meeting_name& meeting) override;
  result<void> delete_cover(const meeting_name& meeting, domain::calendar::seat seat) override;

  result<void> put_own_feed(const own_feed_row& row) override;
  result<std::optional<own_feed_row>> find_own_feed(const std::string& secret_hash) override;
  result<std::optional<own_feed_row>> find_own_feed_of(const person_id& person) override;
  result<void> delete_own_feed(const person_id& person) override;

  result<void> add_step(const step_row& row) override;
  result<std::vector<step_row>> list_steps(const meeting_name& meeting) override;
  result<void> delete_steps(const meeting_name& meeting) override;

  result<void> put_answer(const answer_row& row) override;
  result<std::optional<answer_row>> find_answer(const person_id& caller, const std::string& key) override;
  result<void> delete_answers_before(instant then) override;

  result<void> put_meeting_room(const meeting_name& meeting, const room_id& room) override;
  result<std::optional<room_id>> find_meeting_room(const meeting_name& meeting) override;
  result<std::optional<series_id>> find_series_of_room(const room_id& room) override;

 private:
  using places = std::map<person_id, place_row>;

  static std::uint32_t held(const places& all);
  result<void> add_place(const place_row& row, bool waiting);

  std::map<topic_id, topic> topics_;
  std::map<series_id, series> series_;
  std::map<meeting_name, occurrence> meetings_;
  std::map<meeting_name, places> places_;
  std::map<std::pair<person_id, std::string>, answer_row> answers_;
  std::map<meeting_name, room_id> rooms_;
  std::map<person_id, reminder_row> reminders_;
  std::map<std::pair<meeting_name, domain::calendar::seat>, cover_row> covers_;
  std::map<person_id, own_feed_row> own_feeds_;
  std::map<std::uint64_t, step_row> steps_;
  std::uint64_t steps_taken_ = 0;
};

}  // namespace nightlight::adapters
