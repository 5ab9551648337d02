#include "domain/calendar/local_time.hpp"

#include <array>
#include <charconv>

#include "domain/text/padded.hpp"

namespace nightlight::domain::calendar {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int first_year = 1900;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<local_day> make_day(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = number(year);
  const auto m = number(month);
  const auto d = number(day);
  if (!y || !m || !d || *y < first_year) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                                         std::chrono::day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return local_day{date};
}

std::optional<seconds> make_time(std::string_view hour, std::string_view minute, std::string_view second) {
  const auto h = number(hour);
  const auto m = number(minute);
  const auto s = number(second);
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return hours{*h} + minutes{*m} + seconds{*s};
}

struct written_time {
  std::string year, month, day, hour, minute, second;
};

written_time write(local_time t) {
  const std::chrono::year_month_day date{day_of(t)};
  const std::chrono::hh_mm_ss time{time_of_day(t)};
  return {padded(static_cast<int>(date.year()), 4),
          padded(static_cast<unsigned>(date.month()), 2),
          padded(static_cast<unsigned>(date.day()), 2),
          padded(time.hours().count(), 2),
          padded(time.minutes().count(), 2),
          padded(time.seconds().count(), 2)};
}

}  // namespace

std::optional<local_day> local_day_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return make_day(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::optional<local_time> local_time_of(std::string_view text) {
  if ((text.size() != 16 && text.size() != 19) || text[10] != 'T' || text[13] != ':') return std::nullopt;
  if (text.size() == 19 && text[16] != ':') return std::nullopt;
  const auto day = local_day_of(text.substr(0, 10));
  const std::string_view second = text.size() == 19 ? text.substr(17, 2) : std::string_view("00");
  const auto time = make_time(text.substr(11, 2), text.substr(14, 2), second);
  if (!day || !time) return std::nullopt;
  return *day + *time;
}

std::string to_text(local_time t) {
  const written_time w = write(t);
  const std::string whole = w.year + "-" + w.month + "-" + w.day + "T" + w.hour + ":" + w.minute;
  return w.second == "00" ? whole : whole + ":" + w.second;
}

std::string to_text(local_day d) { return to_text(local_time{d}).substr(0, 10); }

std::string to_compact(local_time t) {
  const written_time w = write(t);
  return w.year + w.month + w.day + "T" + w.hour + w.minute + w.second;
}

std::optional<local_time> last_of_compact(std::string_view text) {
  if (text.size() != 8 && (text.size() != 15 || text[8] != 'T')) return std::nullopt;
  const auto day = make_day(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
  if (!day) return std::nullopt;
  if (text.size() == 8) return *day + days{1} - seconds{1};
  const auto time = make_time(text.substr(9, 2), text.substr(11, 2), text.substr(13, 2));
  if (!time) return std::nullopt;
  return *day + *time;
}

}  // namespace nightlight::domain::calendar
