// Leaving an address to be reminded at, and taking it back. One address for all the places she keeps; it is forgotten
// when she says so, when a mail server refuses it for good, and after the last of her places.
#pragma once

#include "calendar/desk.hpp"
#include "calendar/refusal.hpp"
#include "calendar/reminder_box.hpp"

namespace nightlight::calendar {

struct wished_reminders {
  private_text address;  // as typed; empty: the one that is kept already
  std::string language;
  std::string zone;
  bool with_title = false;
  bool hour_before = true;
  bool day_before = false;
};

// `link` brings her back and stands in every mail.
answer<reminder_row> set_reminders(const desk& d, const reminder_box& box, const person_id& person,
                                   const wished_reminders& wished, const private_text& link);

result<void> stop_reminders(const desk& d, const person_id& person);

// By the token in a mail. What is not known any more is fine: the mails have stopped.
result<void> stop_by_token(const desk& d, const private_text& token);
bool is_stop_token(std::string_view text);

// Unless she keeps a place or waits for one in a meeting to come, or a letter to her has not gone out yet.
result<void> forget_reminder_without_places(const desk& d, const person_id& person);
// Of everybody. Now and then; twice does no harm.
result<void> forget_idle_reminders(const desk& d);

}  // namespace nightlight::calendar
