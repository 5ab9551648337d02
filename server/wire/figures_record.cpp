#include "wire/figures_record.hpp"

#include "nightlight/log/v1/figures.pb.h"

namespace nightlight::wire {

namespace pb = nightlight::log::v1;

std::string encode_figures(const domain::meeting_figures& f) {
  pb::Figures out;
  out.set_opened_at_ms(to_unix_ms(f.opened_at));
  out.set_closed_at_ms(to_unix_ms(f.closed_at));
  out.set_attendance(f.attendance);
  out.set_first_timers(f.first_timers);
  out.set_unanswered(f.unanswered);
  out.set_lighter(f.lighter);
  out.set_same(f.same);
  out.set_heavier(f.heavier);
  for (const domain::alert_figure& a : f.alerts) {
    pb::AlertFigure& to = *out.add_alerts();
    to.set_level(static_cast<std::uint32_t>(a.level));
    to.set_climbed_to(static_cast<std::uint32_t>(a.climbed_to));
    if (a.taken_after) to.set_taken_after_seconds(static_cast<std::uint32_t>(a.taken_after->count()));
  }
  return out.SerializeAsString();
}

result<domain::meeting_figures> decode_figures(std::string_view bytes) {
  pb::Figures in;
  if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return failure::corrupt;
  domain::meeting_figures f;
  f.opened_at = from_unix_ms(in.opened_at_ms());
  f.closed_at = from_unix_ms(in.closed_at_ms());
  f.attendance = in.attendance();
  f.first_timers = in.first_timers();
  f.unanswered = in.unanswered();
  f.lighter = in.lighter();
  f.same = in.same();
  f.heavier = in.heavier();
  for (const pb::AlertFigure& from : in.alerts()) {
    domain::alert_figure a{static_cast<domain::alert_level>(from.level()),
                           static_cast<domain::alert_rung>(from.climbed_to()), std::nullopt};
    if (from.has_taken_after_seconds()) a.taken_after = seconds{from.taken_after_seconds()};
    f.alerts.push_back(a);
  }
  return f;
}

}  // namespace nightlight::wire
