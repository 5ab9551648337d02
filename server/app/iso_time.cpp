#include "app/iso_time.hpp"

#include <chrono>

#include "domain/text/padded.hpp"

namespace nightlight::app {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

// Reads fixed places of a text, and remembers whether all were as they should be.
struct reader {
  std::string_view left;
  bool good = true;

  unsigned number(std::size_t digits) {
    unsigned value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const char c = left.empty() ? '?' : left.front();
      good = good && c >= '0' && c <= '9';
      if (!good) return 0;
      value = value * 10 + static_cast<unsigned>(c - '0');
      left.remove_prefix(1);
    }
    return value;
  }
  void sign(char expected) {
    good = good && !left.empty() && left.front() == expected;
    if (good) left.remove_prefix(1);
  }
};

}  // namespace

std::string to_iso(instant t) {
  const auto day = std::chrono::floor<days>(t.time_since_epoch());
  const std::chrono::year_month_day date{std::chrono::sys_days{day}};
  const std::chrono::hh_mm_ss time{std::chrono::floor<seconds>(t.time_since_epoch() - day)};
  return domain::padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
         domain::padded(static_cast<unsigned>(date.month()), 2) + "-" +
         domain::padded(static_cast<unsigned>(date.day()), 2) + "T" +
         domain::padded(static_cast<unsigned>(time.hours().count()), 2) + ":" +
         domain::padded(static_cast<unsigned>(time.minutes().count()), 2) + ":" +
         domain::padded(static_cast<unsigned>(time.seconds().count()), 2) + "Z";
}

std::optional<instant> from_iso(std::string_view text) {
  reader in{text};
  const unsigned year = in.number(4);
  in.sign('-');
  const unsigned month = in.number(2);
  in.sign('-');
  const unsigned day = in.number(2);
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  if (!in.left.empty()) {
    in.sign('T');
    hour = in.number(2);
    in.sign(':');
    minute = in.number(2);
    if (in.left.starts_with(':')) {
      in.sign(':');
      second = in.number(2);
    }
    if (in.left.starts_with('Z')) in.sign('Z');
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!in.good || !in.left.empty() || !date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const auto at = std::chrono::sys_days{date}.time_since_epoch() + hours(hour) + minutes(minute) + seconds(second);
  return instant{std::chrono::duration_cast<milliseconds>(at)};
}

}  // namespace nightlight::app
