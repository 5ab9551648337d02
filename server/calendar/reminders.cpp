#include "calendar/reminders.hpp"

#include "calendar/place_names.hpp"
#include "calendar/places.hpp"
#include "domain/mail/mail_address.hpp"
#include "sealing/digest.hpp"
#include "sealing/random.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::calendar {
namespace {

using domain::address_problem;
using domain::calendar::problem_code;
using domain::calendar::problems;

constexpr std::size_t token_bytes = 16;

refusal unavailable() { return refusal_code::store_unavailable; }

problem_code code_of(address_problem problem) {
  switch (problem) {
    case address_problem::too_long: return problem_code::address_too_long;
    case address_problem::breaks_line: return problem_code::address_on_one_line;
    case address_problem::not_plain: return problem_code::address_not_plain;
    case address_problem::two_at_signs: return problem_code::address_is_one;
    case address_problem::not_an_address: return problem_code::address_unreadable;
  }
  return problem_code::address_unreadable;
}

// What a phone's keyboard adds.
private_text without_spaces_around(const private_text& typed) {
  std::string_view text = typed.reveal();
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return private_text{std::string(text)};
}

problems check(const desk& d, const wished_reminders& wished, const private_text& address, bool has_one) {
  problems wrong;
  if (address.empty() && !has_one) wrong.push_back({"address", problem_code::missing});
  if (!address.empty()) {
    if (const auto problem = domain::check_mail_address(address.reveal())) {
      wrong.push_back({"address", code_of(*problem)});
    }
  }
  if (wished.language != "en" && wished.language != "es") {
    wrong.push_back({"reminders.language", problem_code::language_unknown});
  }
  if (!wished.zone.empty() && !d.zones.knows(wished.zone)) {
    wrong.push_back({"reminders.zone", problem_code::zone_unknown});
  }
  if (!wished.hour_before && !wished.day_before) {
    wrong.push_back({"reminders.hour_before", problem_code::choose_one});
  }
  return wrong;
}

result<bool> has_place_to_come(const desk& d, const person_id& person) {
  const auto last = last_end_of_places(d, person);
  if (!last) return result<bool>{boost::system::in_place_error, last.error()};
  return d.now < *last;
}

std::string hash_of(const private_text& token) { return sealing::sha256(token.reveal()); }

}  // namespace

answer<reminder_row> set_reminders(const desk& d, const reminder_box& box, const person_id& person,
                                   const wished_reminders& wished, const private_text& link) {
  const auto place = has_place_to_come(d, person);
  if (!place) return unavailable();
  if (!*place) return refusal(refusal_code::place_unknown);
  const auto before = d.kept().find_reminder(person);
  if (!before) return unavailable();
  reached_by how;
  if (*before) {
    if (auto opened = box.open(person, (*before)->sealed)) how = std::move(*opened);
  }
  private_text address = without_spaces_around(wished.address);
  if (problems wrong = check(d, wished, address, !how.address.empty()); !wrong.empty())
    return refusal(std::move(wrong));
  if (!address.empty()) how.address = std::move(address);
  how.link = link;
  if (how.stop.empty()) how.stop = private_text{sealing::to_base64url(sealing::random_bytes(token_bytes))};
  reminder_row row;
  row.person = person;
  row.sealed = box.seal(person, how);
  row.stop_hash = hash_of(how.stop);
  row.language = wished.language;
  row.zone = wished.zone;
  row.with_title = wished.with_title;
  row.hour_before = wished.hour_before;
  row.day_before = wished.day_before;
  row.since = d.now;
  if (!d.kept().put_reminder(row)) return unavailable();
  return row;
}

result<void> stop_reminders(const desk& d, const person_id& person) { return d.kept().delete_reminder(person); }

bool is_stop_token(std::string_view text) {
  const auto bytes = sealing::from_base64url(text);
  return bytes && bytes->size() == token_bytes;
}

result<void> stop_by_token(const desk& d, const private_text& token) {
  const auto found = d.kept().find_reminder_by_stop(hash_of(token));
  if (!found) return found.error();
  if (!*found) return {};
  return d.kept().delete_reminder((*found)->person);
}

result<void> forget_reminder_without_places(const desk& d, const person_id& person) {
  const auto place = has_place_to_come(d, person);
  if (!place) return place.error();
  if (*place) return {};
  const auto waits = d.all.paging().any_page_waits(text_of(person));
  if (!waits) return waits.error();
  return *waits ? result<void>{} : d.kept().delete_reminder(person);
}

result<void> forget_idle_reminders(const desk& d) {
  const auto all = d.kept().list_reminders();
  if (!all) return all.error();
  for (const reminder_row& row : *all) {
    if (auto done = forget_reminder_without_places(d, row.person); !done) return done;
  }
  return {};
}

}  // namespace nightlight::calendar
