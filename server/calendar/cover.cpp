#include "calendar/cover.hpp"

#include <algorithm>
#include <utility>

#include "domain/calendar/typed_text.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::occurrence;
using domain::calendar::problem_code;
using domain::calendar::problems;
using domain::calendar::seat;

constexpr domain::calendar::text_limits words_limits{0, cover_words_max, 1};

refusal unavailable() { return refusal_code::store_unavailable; }

// A meeting that is to come.
answer<occurrence> coming(const desk& d, const meeting_name& meeting) {
  const auto s = d.kept().find_series(meeting.series);
  if (!s) return unavailable();
  if (!*s) return refusal(refusal_code::series_unknown);
  auto found = domain::calendar::occurrence_on(**s, meeting.day, d.zones, d.off);
  if (!found) return refusal(refusal_code::meeting_unknown);
  if (found->cancelled) return refusal(refusal_code::meeting_cancelled);
  if (found->starts_at <= d.now) return refusal(problems{{"date", problem_code::day_is_past}});
  return std::move(*found);
}

}  // namespace

answer<void> ask_for_cover(const desk& d, const place_names& names, const meeting_name& meeting, const person_id& who,
                           const private_text& words) {
  if (const auto code = domain::calendar::check_text(words.reveal(), words_limits)) {
    return refusal(problems{{"words", *code}});
  }
  const auto on = coming(d, meeting);
  if (!on) return on.error();
  const auto hers = domain::calendar::seat_of(*on, who);
  if (!hers) return refusal(refusal_code::not_your_date);
  const auto open = open_covers(d, *on);
  if (!open) return unavailable();
  const auto before = std::ranges::find(*open, *hers, &cover_row::seat);
  const instant since = before == open->end() ? d.now : before->since;
  const bool kept = d.kept().put_cover({meeting, *hers, who, names.seal_cover(meeting, who, words), since}).has_value();
  return kept ? answer<void>{} : answer<void>{unavailable()};
}

answer<planned> take_cover(const desk& d, const day_of_series& which, seat seat, const person_id& who) {
  const auto day = domain::calendar::local_day_of(which.day);
  if (!day) return refusal(problems{{"date", problem_code::time_unreadable}});
  const meeting_name meeting{which.of, *day};
  const auto on = coming(d, meeting);
  if (!on) return on.error();
  const auto open = open_covers(d, *on);
  if (!open) return unavailable();
  const auto asked = std::ranges::find(*open, seat, &cover_row::seat);
  if (asked == open->end()) return refusal(refusal_code::cover_over);
  const auto hers = domain::calendar::seat_of(*on, who);
  const bool steps_up = hers == seat::second && seat == seat::lead;
  if (hers && !steps_up) return refusal(refusal_code::your_date_already);
  auto taken = seat == seat::lead ? substitute_day(d, which, who, {}) : substitute_day(d, which, {}, who);
  if (taken && !d.kept().delete_cover(meeting, seat)) return unavailable();
  return taken;
}

answer<void> withdraw_cover(const desk& d, const meeting_name& meeting, const person_id& who) {
  const auto on = coming(d, meeting);
  if (!on) return on.error();
  const auto open = open_covers(d, *on);
  if (!open) return unavailable();
  const auto hers = std::ranges::find(*open, who, &cover_row::asked_by);
  if (hers == open->end()) return refusal(refusal_code::cover_over);
  if (!d.kept().delete_cover(meeting, hers->seat)) return unavailable();
  return {};
}

result<std::vector<cover_row>> open_covers(const desk& d, const occurrence& o) {
  auto asked = d.kept().list_covers({o.of, o.day});
  if (!asked) return asked;
  std::erase_if(*asked, [&](const cover_row& row) { return in_seat(o, row.seat) != row.asked_by; });
  return asked;
}

result<void> forget_covers(const desk& d, const meeting_name& meeting) {
  for (const seat which : {seat::lead, seat::second}) {
    if (auto gone = d.kept().delete_cover(meeting, which); !gone) return gone;
  }
  return {};
}

}  // namespace nightlight::calendar
