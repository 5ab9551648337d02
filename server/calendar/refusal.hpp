// Why the calendar refused something: a code for programs, words for the person, and with it the fields that are wrong
// or the series or topic as somebody else left it.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/calendar/problem.hpp"
#include "domain/calendar/series.hpp"

namespace nightlight::calendar {

enum class refusal_code : std::uint8_t {
  fields_wrong,
  series_unknown,
  meeting_unknown,
  meeting_cancelled,
  meeting_over,
  series_changed,  // since it was read: see `yours` and `theirs`
  waiting_list_full,
  place_unknown,
  still_waiting,  // she waits for a place
  offer_over,     // of a place: too late, or there was none
  reminders_unavailable,
  no_room_yet,
  invitation_needed,  // of a series for whoever was invited
  page_unknown,
  key_reused,
  not_your_date,  // neither leads it nor seconds
  your_date_already,
  cover_over,  // somebody has it, or nobody needs it any more
  topic_unknown,
  topic_changed,  // since it was read: see `your_topic` and `their_topic`
  store_unavailable,
};

struct refusal {
  refusal_code code{};
  domain::calendar::problems fields{};
  std::optional<domain::calendar::series> yours{};
  std::optional<domain::calendar::series> theirs{};
  std::optional<domain::calendar::topic> your_topic{};
  std::optional<domain::calendar::topic> their_topic{};

  refusal() = default;
  refusal(refusal_code c) : code(c) {}
  refusal(domain::calendar::problems wrong) : code(refusal_code::fields_wrong), fields(std::move(wrong)) {}
};

// A value, or why not.
template <class T>
using answer = boost::system::result<T, refusal>;

// For value() without a value: a bug, which stops the process.
[[noreturn]] void throw_exception_from_error(const refusal& r, const boost::source_location& where);

std::string_view name_of(refusal_code code);
std::string_view words_of(refusal_code code, std::string_view language);

}  // namespace nightlight::calendar
