#include "calendar/staffing.hpp"

#include <algorithm>

#include "calendar/cover.hpp"
#include "calendar/steps.hpp"
#include "domain/room/role.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::occurrence;
using domain::calendar::seat;
using domain::calendar::series;

constexpr auto admin = static_cast<std::uint32_t>(domain::role::admin);
constexpr auto facilitator = static_cast<std::uint32_t>(domain::role::facilitator);

// The account of whoever comes for that seat; nothing when nobody does.
result<std::optional<staff_row>> who_comes(const desk& d, const occurrence& o, seat which,
                                           const std::vector<cover_row>& open) {
  const person_id& person = in_seat(o, which);
  const bool asked = std::ranges::find(open, which, &cover_row::seat) != open.end();
  if (!person || asked) return std::optional<staff_row>{};
  auto found = d.all.find_staff_by_id(person);
  if (found && *found && (*found)->disabled) found->reset();
  return found;
}

result<void> write_to_admins(const desk& d, const step_name& step, const letter_about& about) {
  const auto team = d.all.list_staff();
  if (!team) return team.error();
  for (const staff_row& row : *team) {
    if (row.disabled || row.role != admin) continue;
    const auto contact = d.all.paging().find_contact(row.id);
    if (!contact) return contact.error();
    if (!*contact) continue;
    if (auto put = put_staff_letter(d, step, row.id, about); !put) return put;
  }
  return {};
}

step_name step_of(const occurrence& o) {
  return {{o.of, o.day}, step_kind::told_short_of_staff, {}, to_unix_ms(o.starts_at)};
}

}  // namespace

result<staffing> staffing_of(const desk& d, const occurrence& o) {
  const auto open = open_covers(d, o);
  if (!open) return open.error();
  std::size_t come = 0;
  bool one_leads = false;
  for (const seat which : {seat::lead, seat::second}) {
    const auto row = who_comes(d, o, which, *open);
    if (!row) return row.error();
    if (!*row) continue;
    ++come;
    one_leads = one_leads || (*row)->role == admin || (*row)->role == facilitator;
  }
  if (!one_leads) return staffing::nobody_leads;
  return come < 2 ? staffing::one : staffing::enough;
}

result<void> tell_if_short(const desk& d, const series& s, const occurrence& o) {
  const auto now = staffing_of(d, o);
  if (!now) return now.error();
  if (*now == staffing::enough) return {};
  const step_name step = step_of(o);
  const auto taken = take_step(d, step);
  if (!taken) return taken.error();
  if (!*taken) return {};
  return write_to_admins(d, step, about_meeting(letter_kind::short_of_staff, s, o));
}

result<std::optional<instant>> told_short_at(const desk& d, const occurrence& o) {
  const step_name step = step_of(o);
  const auto steps = d.kept().list_steps(step.meeting);
  if (!steps) return steps.error();
  const auto told = std::ranges::find_if(
      *steps, [&](const step_row& row) { return row.kind == step.kind && row.round == step.round; });
  return told == steps->end() ? std::optional<instant>{} : std::optional(told->at);
}

result<bool> is_still_short(const desk& d, const page_row& page) {
  const auto about = about_of(page.about);
  if (!about) return false;
  const auto s = d.kept().find_series(about->meeting.series);
  if (!s) return result<bool>{boost::system::in_place_error, s.error()};
  if (!*s) return false;
  const auto on = domain::calendar::occurrence_on(**s, about->meeting.day, d.zones, d.off);
  if (!on || on->cancelled || on->starts_at != about->starts_at || d.now >= on->ends_at) return false;
  const auto now = staffing_of(d, *on);
  if (!now) return result<bool>{boost::system::in_place_error, now.error()};
  return *now != staffing::enough;
}

}  // namespace nightlight::calendar
