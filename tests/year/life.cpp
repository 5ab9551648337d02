#include "year/life.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <future>
#include <iostream>
#include <memory>
#include <thread>

#include "adapters/sqlite/sqlite_store.hpp"
#include "app/evening_keeper.hpp"
#include "audit/audit_log.hpp"
#include "calendar/offers.hpp"
#include "calendar/places.hpp"
#include "calendar/planner.hpp"
#include "calendar/reminder_letters.hpp"
#include "calendar/reminders.hpp"
#include "calendar/staffing.hpp"
#include "paging/courier.hpp"
#include "sealing/digest.hpp"
#include "sealing/text_form.hpp"
#include "support/run_task.hpp"
#include "year/death.hpp"
#include "year/driven_time.hpp"
#include "year/staffed_rooms.hpp"

namespace nightlight::year {
namespace {

constexpr const char* deeds_done = "year_deeds";

// Takes every letter but those for a mailbox that is gone, and writes down what it took before it says so.
class mail_server final : public post {
 public:
  mail_server(const std::string& file, const death& end)
      : file_(::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT, 0600)), end_(end) {}
  ~mail_server() override { ::close(file_); }

  void deliver(letter what, completion done) override {
    if (what.to.starts_with("gone")) return done({false, "answered 550", true});
    const std::size_t id = what.text.find("Message-ID: ");
    const std::string name = what.text.substr(id + 12, what.text.find("\r\n", id) - id - 12);
    const std::string line = name + " " + sealing::to_hex(sealing::sha256(what.to + what.text)) + "\n";
    const bool written = ::write(file_, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    end_.after_a_mail();
    done({written, ""});
  }
  void call(webhook_call, completion done) override { done({false, "there are none"}); }

 private:
  const int file_;
  const death& end_;
};

class life {
 public:
  life(const std::string& folder, const std::vector<deed>& deeds, instant end, year_clock& shared,
       const domain::calendar::zone_rules& zones)
      : deeds_(deeds),
        end_(end),
        shared_(shared),
        zones_(zones),
        clock_(shared),
        death_(shared),
        database_({.path = folder + "/year.db"}),
        store_(database_),
        audit_(folder),
        contacts_(folder),
        box_(folder),
        letters_(box_, clock_, zones, off_, {"https://circle.example.org", "circle@example.org"}),
        out_(folder + "/mails", death_),
        courier_(context_.get_executor(), store_, audit_, clock_, out_, contacts_, options_,
                 {[this](records& r, const page_row& page) { return letters_.write(r, page); },
                  [this](records& r, const page_row& page) { return letters_.refused(r, page); },
                  [this](records& r, const page_row& page) { return calendar::is_still_short(desk_of(r), page); }}),
        make_room_(app::room_maker_for({})),
        rooms_({database_, store_, audit_, clock_, folder + "/keys", [this] { death_.as_a_room_writes(); }}) {
    tests::start(context_, courier_.run());
  }

  bool to_the_end() {
    if (!begin()) return false;
    for (;;) {
      if (!carry_letters()) return false;
      const bool deed_left = next_deed_ < deeds_.size();
      const instant deed = deed_left ? deeds_[next_deed_].at : end_;
      const instant next = std::min({deed, times_.next().value_or(end_), rooms_.next().value_or(end_)});
      if (next >= end_) return true;
      come_to(next);
      if (!(deed_left && deed <= clock_.now() ? do_deed() : look_after_calendar())) return false;
    }
  }

 private:
  result<void> in_store(store::work unit) {
    std::promise<result<void>> promised;
    auto arrived = promised.get_future();
    store_.transact(std::move(unit), [&](result<void> done) { promised.set_value(done); });
    return arrived.get();
  }
  calendar::desk desk_of(records& r) const { return {r, zones_, off_, clock_.now()}; }

  bool begin() {
    std::vector<room_row> rooms;
    const auto found = in_store([&](records& r) -> result<void> {
      auto done = r.get_setting(deeds_done);
      if (!done) return done.error();
      if (*done) next_deed_ = std::stoul(**done);
      auto listed = r.list_rooms();
      if (!listed) return listed.error();
      rooms = std::move(*listed);
      return {};
    });
    return found && rooms_.wake(rooms);
  }

  void come_to(instant next) {
    if (to_unix_ms(next) > shared_.now_ms) shared_.now_ms = to_unix_ms(next);
    death_.at_a_moment();
    rooms_.look_at_the_clock();
  }

  result<void> count_deeds(records& r) const { return r.put_setting(deeds_done, std::to_string(next_deed_)); }

  // What has been said yes to is what a caller would not ask for again: it is counted in the same transaction. Refusals
  // are part of life, and undone like everybody's.
  bool do_deed() {
    const deed what = deeds_[next_deed_];
    ++next_deed_;
    if (is_in_a_room(what.kind)) return do_in_room(what);
    auto done = in_store([&](records& r) -> result<void> {
      if (!act(desk_of(r), what)) return failure::not_found;
      if (auto counted = count_deeds(r); !counted) return counted;
      return look_for_letters(r);
    });
    if (!done && done.error() == failure::not_found) done = in_store([&](records& r) { return count_deeds(r); });
    // Who comes and wants to be reminded changes no moment of the series.
    const bool same = what.kind == deed_kind::keep || what.kind == deed_kind::remind || what.kind == deed_kind::forget;
    if (!same) times_.look_at(series_id{series_name(what.series)});
    return done.has_value();
  }

  // Counted afterwards: after a death in between she does it again, and the room knows that it was done.
  bool do_in_room(const deed& what) {
    const meeting_name meeting{series_id{series_name(what.series)}, what.day};
    std::optional<room_row> room;
    const auto found = in_store([&](records& r) -> result<void> {
      const auto id = r.calendar().find_meeting_room(meeting);
      if (!id) return id.error();
      if (!*id) return {};
      auto row = r.find_room(**id);
      if (!row) return row.error();
      room = std::move(*row);
      return {};
    });
    if (!found || (room && !rooms_.act(what.kind, *room, "tap" + std::to_string(next_deed_)))) return false;
    return in_store([&](records& r) { return count_deeds(r); }).has_value();
  }

  bool act(const calendar::desk& d, const deed& what) {
    const meeting_name meeting{series_id{series_name(what.series)}, what.day};
    const person_id person{person_name(what.person)};
    switch (what.kind) {
      case deed_kind::keep: return calendar::keep_place(d, {meeting, person, "sealed"}).has_value();
      case deed_kind::leave: return calendar::leave_place(d, meeting, person).has_value();
      case deed_kind::accept: return calendar::accept_place(d, meeting, person).has_value();
      case deed_kind::decline: return calendar::decline_place(d, meeting, person).has_value();
      case deed_kind::remind: return remind(d, what, person);
      case deed_kind::skip: return calendar::skip_day(d, day_of(d, meeting)).has_value();
      case deed_kind::restore: return calendar::restore_day(d, day_of(d, meeting)).has_value();
      case deed_kind::move: return move(d, meeting);
      case deed_kind::forget: return forget(d);
      case deed_kind::open:
      case deed_kind::extend:
      case deed_kind::close: break;  // not the calendar's
    }
    return false;
  }
  bool remind(const calendar::desk& d, const deed& what, const person_id& person) {
    calendar::wished_reminders wished{
        private_text{address_of(what.person)}, "en", "", false, what.person % 3 != 0, what.person % 3 != 1};
    return calendar::set_reminders(d, box_, person, wished, private_text{"link"}).has_value();
  }
  static calendar::day_of_series day_of(const calendar::desk& d, const meeting_name& meeting) {
    const auto s = d.kept().find_series(meeting.series);
    return {meeting.series, s && *s ? (*s)->version : 0, domain::calendar::to_text(meeting.day)};
  }
  static bool move(const calendar::desk& d, const meeting_name& meeting) {
    const auto s = d.kept().find_series(meeting.series);
    if (!s || !*s) return false;
    const auto on = domain::calendar::occurrence_on(**s, meeting.day, d.zones, d.off);
    if (!on) return false;
    const std::string later = domain::calendar::to_text(on->start + moved_by);
    return calendar::move_day(d, day_of(d, meeting), later, 0).has_value();
  }
  static bool forget(const calendar::desk& d) {
    return calendar::forget_past_places(d).has_value() && calendar::forget_idle_reminders(d).has_value();
  }

  bool look_after_calendar() {
    calendar::timetable::moments found;
    const auto which = times_.begin(clock_.now());
    if (!which.all && which.some.empty()) return true;
    const auto done = in_store([&](records& r) -> result<void> {
      auto brought = calendar::bring_due_of(desk_of(r), which, make_room_);
      if (!brought) return brought.error();
      found = std::move(*brought);
      return look_for_letters(r);
    });
    times_.keep(found);
    return done.has_value();
  }

  // Until nothing is due: time stands still meanwhile.
  bool carry_letters() {
    while (letter_due_) {
      courier_.look_again();
      context_.poll();
      if (!in_store([&](records& r) { return look_for_letters(r); })) return false;
    }
    return true;
  }
  result<void> look_for_letters(records& r) {
    const auto due = r.paging().next_page_due();
    if (!due) return due.error();
    letter_due_ = *due && **due <= clock_.now();
    return {};
  }

  const std::vector<deed>& deeds_;
  const instant end_;
  year_clock& shared_;
  const domain::calendar::zone_rules& zones_;
  const domain::calendar::holidays off_;
  const driven_clock clock_;
  death death_;
  adapters::sqlite_database database_;
  adapters::sqlite_store store_;
  audit::audit_log audit_;
  const paging::contact_box contacts_;
  const calendar::reminder_box box_;
  const calendar::reminder_letters letters_;
  mail_server out_;
  const paging::courier_options options_;
  boost::asio::io_context context_{1};
  paging::courier courier_;
  const calendar::room_maker make_room_;
  staffed_rooms rooms_;
  calendar::timetable times_;
  std::size_t next_deed_ = 0;
  bool letter_due_ = true;  // as far as anybody knows who has just begun
};

}  // namespace

bool live_on(const std::string& folder, const std::vector<deed>& deeds, instant end, year_clock& clock,
             const domain::calendar::zone_rules& zones) {
  drive_steady_clock(clock);
  // It ends with the process: nothing of it is taken down.
  static std::unique_ptr<life> lived;
  lived = std::make_unique<life>(folder, deeds, end, clock, zones);
  return lived->to_the_end();
}

}  // namespace nightlight::year
