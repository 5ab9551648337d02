// What the store keeps about calling people who are not in a room: how they are reached, who is on call, and the pages
// themselves. Part of ports/store.hpp: the same transactions, the same contract.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace nightlight {

// How one of the staff is reached. The address is sealed (paging/contact_box): the row alone says only that there is
// one.
struct contact_row {
  person_id person;
  std::string sealed_address;
  friend bool operator==(const contact_row&, const contact_row&) = default;
};

// A turn of being on call: from its first moment up to, and not with, its end.
struct on_call_row {
  person_id person;
  instant from;
  instant until;
  friend bool operator==(const on_call_row&, const on_call_row&) = default;
};

// The numbers are kept: never reuse one.
enum class page_kind : std::uint8_t { mail = 1, webhook = 2, calendar_mail = 3, staff_mail = 4 };
enum class page_state : std::uint8_t { waiting = 1, sent = 2, called_off = 3, given_up = 4 };

// One call to one recipient because one alert reached one rung, or one letter of the calendar's. No word, name or
// address is in it.
struct page_row {
  std::string id;  // made from all that follows up to `at`: the same page is never another
  page_kind kind{};
  std::string recipient;  // an account's id in hex, or a name of paging/calls.hpp
  room_id room;
  meeting_id meeting;
  alert_number alert;
  std::uint32_t rung = 0;  // domain rung
  instant at;              // when the alert reached it
  instant due_at;          // the next attempt
  std::uint32_t attempts = 0;
  page_state state = page_state::waiting;
  std::string about{};  // calendar_mail and staff_mail: what it says, for calendar/letter_about
  friend bool operator==(const page_row&, const page_row&) = default;
};

// As in `records`: look-ups that find nothing are no failures, putting replaces, deleting what is not there is fine.
class paging_records {
 public:
  virtual ~paging_records() = default;

  virtual result<void> put_contact(const contact_row& row) = 0;
  virtual result<std::optional<contact_row>> find_contact(const person_id& person) = 0;
  virtual result<void> delete_contact(const person_id& person) = 0;

  virtual result<void> put_on_call(const on_call_row& row) = 0;  // one for each person and beginning
  virtual result<std::vector<on_call_row>> list_on_call() = 0;   // by beginning, then person
  virtual result<void> delete_on_call(const person_id& person, instant from) = 0;
  virtual result<void> delete_on_call_over(instant now) = 0;  // whose end has come

  // Keeps the page that is there already, as it is.
  virtual result<void> add_page(const page_row& row) = 0;
  virtual result<std::optional<page_row>> find_page(const std::string& id) = 0;
  virtual result<void> put_page(const page_row& row) = 0;
  virtual result<std::vector<page_row>> pages_due(instant now, std::size_t rows_max) = 0;  // waiting; longest due first
  virtual result<std::optional<instant>> next_page_due() = 0;                              // of those that wait
  virtual result<bool> any_page_waits(const std::string& recipient) = 0;
  // The waiting pages of this alert are not sent any more.
  virtual result<void> call_off_pages(const room_id& room, const meeting_id& meeting, alert_number alert) = 0;
  virtual result<void> delete_pages_over(instant at_before) = 0;  // of alerts that reached the rung before
};

}  // namespace nightlight
