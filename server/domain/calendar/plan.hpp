// What somebody typed to make or change a series, and whether a series can be made of it. Whether its topic and its
// people are there is for the store to say.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "domain/calendar/problem.hpp"
#include "domain/calendar/series.hpp"
#include "domain/calendar/zone_rules.hpp"

namespace nightlight::domain::calendar {

inline constexpr std::uint32_t minutes_min = 10;
inline constexpr std::uint32_t minutes_max = 8 * 60;
inline constexpr std::uint32_t places_max = 200;
inline constexpr std::uint32_t days_max = 1000;  // of a rule that counts or ends
inline constexpr std::size_t exceptions_max = 400;

struct plan {
  std::string topic;
  std::string title;
  std::string description;
  std::string language;
  std::string zone;
  std::string start;  // "2026-11-24T19:30"
  std::uint32_t minutes = 0;
  std::string rule;
  std::uint32_t places = 0;
  std::string facilitator;  // account ids
  std::string second;
  bool keeps_holidays = false;
};

// A series without id, version and exceptions, or every field that is wrong.
std::variant<series, problems> check_plan(const plan& typed, const zone_rules& zones);

struct topic_plan {
  std::string title;
  std::string language;
  std::string description;
  std::string profile{};  // one of care/level.hpp; empty: anything
};

problems check_topic(const topic_plan& typed);

// A time that somebody typed for one meeting. Times that do not exist are refused here: she is there to choose another.
std::variant<local_time, problem_code> check_start(const std::string& typed, const std::string& zone,
                                                   const zone_rules& zones);

}  // namespace nightlight::domain::calendar
