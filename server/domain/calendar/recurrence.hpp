// A recurrence rule of RFC 5545, section 3.3.10, and the local times that it names. libical does the counting; nothing
// else includes it. Whether a rule is one that people may plan by is the business of check_plan().
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "domain/calendar/local_time.hpp"

namespace nightlight::domain::calendar {

inline constexpr std::size_t rule_bytes_max = 400;

// In the order of length.
enum class frequency : std::uint8_t { secondly, minutely, hourly, daily, weekly, monthly, yearly };

class recurrence {
 public:
  // Reads an UNTIL in UTC, which needs a zone.
  using to_local = std::function<local_time(instant)>;

  // "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8". Parts in capitals, each once; RSCALE and SKIP of RFC 7529, and a week
  // 53, are not taken. Nothing when it cannot be read. An UNTIL of a day means its last second.
  static std::optional<recurrence> parse(std::string_view text, const to_local& zone = {});

  // The rule as it was read, with UNTIL as a local time.
  const std::string& text() const { return text_; }
  frequency how_often() const { return how_often_; }
  // Several times a day, by frequency or by lists of hours, minutes or seconds.
  bool is_within_a_day() const { return within_a_day_; }
  std::optional<std::uint32_t> count() const { return count_; }
  std::optional<local_time> until() const { return until_; }
  std::uint32_t interval() const { return interval_; }

  recurrence ended_at(local_time last) const;         // instead of any other end
  recurrence ended_after(std::uint32_t times) const;  // the same; `times` is 1 or more

 private:
  recurrence() = default;
  std::string without_end() const;

  std::string text_;
  frequency how_often_ = frequency::daily;
  bool within_a_day_ = false;
  std::optional<std::uint32_t> count_;
  std::optional<local_time> until_;
  std::uint32_t interval_ = 1;
};

// Walks a rule's local times in order, one at a time: a rule without end costs what is asked of it.
class recurrence_walk {
 public:
  // `first` is where the rule begins (DTSTART). It is given only if the rule names it.
  recurrence_walk(const recurrence& rule, local_time first);
  ~recurrence_walk();
  recurrence_walk(recurrence_walk&&) noexcept;
  recurrence_walk& operator=(recurrence_walk&&) noexcept;

  // Goes on from there without walking what lies between, where the rule lets it: one that counts has to be counted.
  // What is given next may still be earlier.
  void skip_to(local_time t);

  // Nothing at the end. A rule that names no time at all ends too, after libical has looked through some centuries.
  std::optional<local_time> next();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace nightlight::domain::calendar
