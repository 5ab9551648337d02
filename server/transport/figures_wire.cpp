#include "transport/figures_wire.hpp"

#include "domain/calendar/local_time.hpp"
#include "transport/figures_table.hpp"

namespace nightlight::transport {
namespace {

using domain::amount;

void fill(api::v1::Amount* to, const amount& a) {
  to->set_least(a.least);
  to->set_most(a.most);
}

std::uint32_t whole_seconds(seconds s) { return static_cast<std::uint32_t>(s.count()); }

void fill(api::v1::LevelFigures* to, const domain::level_summary& l) {
  to->set_level(static_cast<wire::v1::AlertLevel>(l.level));
  fill(to->mutable_alerts(), l.alerts);
  if (!l.until_taken) return;
  to->set_median_seconds(whole_seconds(l.until_taken->median));
  to->set_slowest_seconds(whole_seconds(l.until_taken->slowest));
}

void fill(api::v1::Figures* to, const domain::summary& s) {
  fill(to->mutable_attendance(), s.attendance);
  fill(to->mutable_first_timers(), s.first_timers);
  fill(to->mutable_unanswered(), s.unanswered);
  fill(to->mutable_lighter(), s.lighter);
  fill(to->mutable_same(), s.same);
  fill(to->mutable_heavier(), s.heavier);
  for (const auto& level : s.alerts) fill(to->add_alerts(), level);
}

void fill(api::v1::MeetingFigures* to, const counted_meeting& m) {
  to->set_title(m.title);
  to->set_opened_at_ms(to_unix_ms(m.figures.opened_at));
  to->set_minutes(static_cast<std::uint32_t>(minutes_of(m.figures)));
  fill(to->mutable_figures(), domain::summary_of(m.figures));
}

void fill(api::v1::WeekFigures* to, const domain::week_summary& w) {
  to->set_monday(day_words(w.monday));
  to->set_meetings(w.meetings);
  fill(to->mutable_figures(), w.all);
  fill(to->mutable_climbed(), w.climbed);
}

}  // namespace

std::int64_t minutes_of(const domain::meeting_figures& f) {
  return std::chrono::duration_cast<std::chrono::minutes>(f.closed_at - f.opened_at).count();
}

std::vector<domain::week_summary> weeks_of(const std::vector<counted_meeting>& meetings, instant now) {
  std::vector<domain::meeting_figures> all;
  for (const counted_meeting& m : meetings) all.push_back(m.figures);
  return domain::weeks_of(all, now);
}

api::v1::ListFiguresResponse wire_figures(const std::vector<counted_meeting>& meetings, instant now) {
  api::v1::ListFiguresResponse response;
  for (const counted_meeting& m : meetings) fill(response.add_meetings(), m);
  for (const auto& week : weeks_of(meetings, now)) fill(response.add_weeks(), week);
  return response;
}

}  // namespace nightlight::transport
