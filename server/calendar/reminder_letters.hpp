// What a mother reads who wants to be reminded: a time, a day, a way back and a way to stop it, in her language. With
// the neutral wording nothing else is in it: no title, no organisation, no word about what it is. Whether it is still
// true is asked in the moment it goes out; what is not true any more is not sent.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "calendar/desk.hpp"
#include "calendar/letter_about.hpp"
#include "calendar/reminder_box.hpp"
#include "ports/clock.hpp"
#include "ports/post.hpp"

namespace nightlight::calendar {

// What a letter says, once everything is looked up.
struct reminder_words {
  letter_kind kind{};
  std::string language;
  std::string title;  // empty: neutral
  domain::calendar::local_time starts{};
  domain::calendar::local_time answer_by{};  // of an offer
  domain::calendar::local_day today{};
};

std::string subject_of(const reminder_words& say);
std::string sentence_of(const reminder_words& say);

class reminder_letters {
 public:
  struct senders {
    std::string site;  // "https://circle.example.org"
    std::string from;
  };

  // All outlive this.
  reminder_letters(const reminder_box& box, const clock_port& clock, const domain::calendar::zone_rules& zones,
                   const domain::calendar::holidays& off, senders head)
      : box_(box), clock_(clock), zones_(zones), off_(off), head_(std::move(head)) {}

  // Inside a transaction. Nothing: it is not to be sent any more.
  result<std::optional<letter>> write(records& r, const page_row& page) const;
  // A mail server has said that it will never take it: the address is forgotten.
  result<void> refused(records& r, const page_row& page) const;

 private:
  result<std::optional<reminder_words>> words_for(const desk& d, const page_row& page, const reminder_row& wish) const;

  const reminder_box& box_;
  const clock_port& clock_;
  const domain::calendar::zone_rules& zones_;
  const domain::calendar::holidays& off_;
  const senders head_;
};

}  // namespace nightlight::calendar
