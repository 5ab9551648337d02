// Reads cases, one a line, and says as JSON lines when their meetings are: what tests/calendar compares with other
// libraries. Fields are separated by tabs:
//
//   rule    NAME  START  RRULE  MOST  [FROM]                local times of the rule alone, from a local time on
//   series  NAME  START  RRULE  MOST  ZONE  FROM  TO  DAYS  meetings between two moments in milliseconds
//
// DAYS changes single days, separated by spaces: "skip=DAY", "move=DAY>TIME", "extra=DAY>TIME", "holiday=DAY".
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "domain/calendar/iana_zones.hpp"
#include "domain/calendar/occurrences.hpp"
#include "domain/calendar/recurrence.hpp"

namespace {

using namespace nightlight;
using namespace nightlight::domain::calendar;

std::vector<std::string> cut(const std::string& line, char separator) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, separator);) fields.push_back(field);
  return fields;
}

std::string rule_case(const std::vector<std::string>& f) {
  const auto rule = recurrence::parse(f.at(3));
  if (!rule) return "\"unreadable\":true";
  const local_time start = local_time_of(f.at(2)).value();
  const local_time from = f.size() > 5 ? local_time_of(f[5]).value() : start;
  recurrence_walk days{*rule, start};
  days.skip_to(from);
  std::string out;
  for (std::size_t left = std::stoul(f.at(4)); left > 0;) {
    const auto next = days.next();
    if (!next) break;
    if (*next < from) continue;
    out += (out.empty() ? "\"" : ",\"") + to_text(*next) + "\"";
    --left;
  }
  return "\"local\":[" + out + "]";
}

void change_day(series& s, holidays& off, const std::string& what) {
  const std::size_t equals = what.find('=');
  const std::string verb = what.substr(0, equals);
  const auto rest = cut(what.substr(equals + 1), '>');
  const local_day day = local_day_of(rest.at(0)).value();
  if (verb == "holiday") {
    off.insert(day);
  } else if (verb == "skip") {
    s.exceptions[day].kind = exception_kind::skip;
  } else {
    s.exceptions[day] = {verb == "extra" ? exception_kind::extra : exception_kind::change, local_time_of(rest.at(1))};
  }
}

std::string series_case(const std::vector<std::string>& f, const zone_rules& zones) {
  series s;
  holidays off;
  s.start = local_time_of(f.at(2)).value();
  s.rule = f.at(3);
  s.zone = f.at(5);
  s.keeps_holidays = true;
  if (f.size() > 8) {
    for (const std::string& what : cut(f[8], ' ')) change_day(s, off, what);
  }
  const span when{from_unix_ms(std::stoll(f.at(6))), from_unix_ms(std::stoll(f.at(7)))};
  std::string out;
  for (const occurrence& o : occurrences_in(s, when, std::stoul(f.at(4)), zones, off).found) {
    if (o.cancelled) continue;
    out += (out.empty() ? "{\"day\":\"" : ",{\"day\":\"") + to_text(o.day) + "\",\"start\":\"" + to_text(o.start) +
           "\",\"at\":" + std::to_string(to_unix_ms(o.starts_at)) + "}";
  }
  return "\"meetings\":[" + out + "]";
}

}  // namespace

int main() {
  const iana_zones zones{"as installed"};
  for (std::string line; std::getline(std::cin, line);) {
    const auto fields = cut(line, '\t');
    const bool alone = fields.at(0) == "rule";
    std::cout << "{\"name\":\"" << fields.at(1) << "\"," << (alone ? rule_case(fields) : series_case(fields, zones))
              << "}\n";
  }
}
