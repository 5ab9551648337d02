// A series is a plan: a topic, a local time in a zone, a rule that repeats it, and what differs on single days. A day
// names a meeting of a series for good, also when the meeting moves to another time: there is one a day at most.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "domain/calendar/local_time.hpp"

namespace nightlight::domain::calendar {

struct span {
  instant from;
  instant to;  // not included
};

// Days on which nothing takes place, for the series that keep them.
using holidays = std::set<local_day>;

struct topic {
  topic_id id;
  std::string title;
  std::string language;
  std::string description;
  std::uint64_t version = 0;  // 1, 2, 3 … with each change
  std::string profile{};      // of the rooms its meetings get, for the phrase rules (care/level.hpp); empty: anything
  bool retired = false;       // no new series is planned in it
  person_id changed_by{};     // the last of the team who did; nobody knows of what is older than this is kept
  instant changed_at{};
  friend bool operator==(const topic&, const topic&) = default;
};

enum class exception_kind : std::uint8_t {
  skip = 1,    // does not take place
  change = 2,  // differs in what is filled in below; on a holiday, it takes place
  extra = 3,   // takes place although the rule does not name it
};

struct exception {
  exception_kind kind = exception_kind::change;
  std::optional<local_time> start{};  // nothing, zero or empty: as in the series
  std::uint32_t minutes = 0;
  std::string title{};
  person_id facilitator{};
  person_id second{};
  friend bool operator==(const exception&, const exception&) = default;
};

struct series {
  series_id id;
  topic_id topic;
  std::string title;
  std::string description;
  std::string language;
  std::string zone;    // IANA: "America/Chicago"
  local_time start{};  // of the first meeting; its time of day is everyone's
  std::uint32_t minutes = 60;
  std::string rule;  // as recurrence::text(); empty: one meeting
  std::uint32_t places = 0;
  person_id facilitator;
  person_id second;  // empty: nobody yet
  bool keeps_holidays = false;
  std::map<local_day, exception> exceptions;
  std::uint64_t version = 0;  // 1, 2, 3 … with each change, also of an exception
  instant changed_at;
  instant kept_through;  // meetings that began before it are kept as they were, whatever the series says now
  friend bool operator==(const series&, const series&) = default;
};

// One meeting of a series, as it stands now.
struct occurrence {
  series_id of;
  local_day day{};  // its name
  local_time start{};
  instant starts_at;
  instant ends_at;
  std::string zone_rules;  // the version that made the two moments
  bool cancelled = false;  // skipped, or on a holiday
  bool moved = false;      // not at the series' time
  bool shifted = false;    // its local time does not exist on that day: it begins after the gap
  std::string title;
  person_id facilitator;
  person_id second;
  friend bool operator==(const occurrence&, const occurrence&) = default;
};

}  // namespace nightlight::domain::calendar
