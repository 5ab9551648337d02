// The records of ports/calendar_records.hpp on one connection, inside the transaction of record_tables.
#pragma once

#include "adapters/sqlite/row_reader.hpp"
#include "ports/calendar_records.hpp"

namespace nightlight::adapters {

class calendar_tables final : public calendar_records, private row_reader {
 public:
  explicit calendar_tables(connection& db);

  using row_reader::take_broken;

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
  result<void> read_exceptions(series& s);
  result<void> add_place(const place_row& row, bool waiting);
  result<bool> has_step(const step_row& row);
  result<std::int64_t> number_of(statement& counting, const meeting_name& meeting);

  statement put_topic_, find_topic_, list_topics_;
  statement put_series_, find_series_, list_series_;
  statement put_exception_, list_exceptions_, delete_exceptions_;
  statement keep_meeting_, kept_meetings_;
  statement put_place_, find_place_, list_places_, delete_place_, move_places_;
  statement held_places_, newest_place_, next_place_, meetings_of_, next_answer_by_, offers_over_;
  statement put_reminder_, find_reminder_, find_by_stop_, list_reminders_, delete_reminder_;
  statement put_cover_, list_covers_, delete_cover_, move_covers_;
  statement put_own_feed_, find_own_feed_, find_own_feed_of_, delete_own_feed_;
  statement has_step_, add_step_, list_steps_, delete_steps_, move_steps_;
  statement put_answer_, find_answer_, delete_answers_;
  statement put_room_, find_room_, find_series_of_room_;
};

}  // namespace nightlight::adapters
