// Steps are taken once: each has a key in the store, and is written with what it does. A letter is one too: it lies in
// the queue from the moment at which it is true that it has to go.
#pragma once

#include "calendar/desk.hpp"
#include "calendar/letter_about.hpp"

namespace nightlight::calendar {

struct step_name {
  meeting_name meeting;
  step_kind kind{};
  person_id person{};
  std::int64_t round = 0;
};

// False: it was taken before, and nothing is to be done.
result<bool> take_step(const desk& d, const step_name& step);

// For somebody who wants to be reminded: takes the step and puts the letter in the queue. Nothing for others.
result<void> write_to(const desk& d, const step_name& step, const letter_about& about);

// A letter to one of the team, by whoever has taken the step just now.
result<void> put_staff_letter(const desk& d, const step_name& step, const person_id& to, const letter_about& about);

letter_about about_meeting(letter_kind kind, const domain::calendar::series& s, const domain::calendar::occurrence& o);

}  // namespace nightlight::calendar
