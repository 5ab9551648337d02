#include "calendar/steps.hpp"

#include "calendar/place_names.hpp"
#include "sealing/digest.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::calendar {
namespace {

constexpr std::size_t page_id_characters = 32;

// The same for the same step, so that its letter is never another.
std::string page_id(const step_name& step) {
  std::string whole = "nightlight calendar letter v1\n" + step.meeting.series.value + "\n";
  whole += domain::calendar::to_text(step.meeting.day) + "\n" + std::to_string(static_cast<int>(step.kind)) + "\n";
  whole += text_of(step.person) + "\n" + std::to_string(step.round);
  return sealing::to_hex(sealing::sha256(whole)).substr(0, page_id_characters);
}

result<void> put_letter(const desk& d, page_kind kind, const step_name& step, const letter_about& about) {
  page_row page;
  page.id = page_id(step);
  page.kind = kind;
  page.recipient = text_of(step.person);
  page.at = d.now;
  page.due_at = d.now;
  page.about = text_of(about);
  return d.all.paging().add_page(page);
}

}  // namespace

result<bool> take_step(const desk& d, const step_name& step) {
  const result<void> taken = d.kept().add_step({step.meeting, step.kind, step.person, step.round, d.now});
  if (taken) return true;
  if (taken.error() == failure::already_exists) return false;
  return result<bool>{boost::system::in_place_error, taken.error()};
}

result<void> write_to(const desk& d, const step_name& step, const letter_about& about) {
  const auto wanted = d.kept().find_reminder(step.person);
  if (!wanted) return wanted.error();
  if (!*wanted) return {};
  const auto taken = take_step(d, step);
  if (!taken) return taken.error();
  if (!*taken) return {};
  return put_letter(d, page_kind::calendar_mail, step, about);
}

result<void> put_staff_letter(const desk& d, const step_name& step, const person_id& to, const letter_about& about) {
  step_name hers = step;
  hers.person = to;
  return put_letter(d, page_kind::staff_mail, hers, about);
}

letter_about about_meeting(letter_kind kind, const domain::calendar::series& s, const domain::calendar::occurrence& o) {
  return {kind, {s.id, o.day}, o.starts_at, {}, s.zone};
}

}  // namespace nightlight::calendar
