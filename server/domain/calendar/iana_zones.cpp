#include "domain/calendar/iana_zones.hpp"

#include <date/tz.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace nightlight::domain::calendar {
namespace {

constexpr std::size_t name_bytes_max = 64;
constexpr std::size_t changes_max = 400;

// A name becomes part of a path: only what names of zones are made of gets that far.
bool is_name(std::string_view zone) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/";
  return !zone.empty() && zone.size() <= name_bytes_max && zone.find_first_not_of(letters) == std::string_view::npos;
}

const date::time_zone* find(const std::string& zone) {
  if (!is_name(zone)) return nullptr;
  try {
    return date::locate_zone(zone);
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

// Asking for a zone that was not checked is a bug.
const date::time_zone& must_find(const std::string& zone) {
  const date::time_zone* found = find(zone);
  if (found == nullptr) std::abort();
  return *found;
}

date::sys_seconds sys_of(instant at) {
  return date::sys_seconds{std::chrono::floor<std::chrono::seconds>(at.time_since_epoch())};
}

instant instant_of(date::sys_seconds at) { return instant{at.time_since_epoch()}; }

seconds offset_of(const date::sys_info& info) { return seconds{info.offset.count()}; }

}  // namespace

bool iana_zones::knows(const std::string& zone) const { return find(zone) != nullptr; }

resolved_time iana_zones::resolve(const std::string& zone, local_time t) const {
  const date::local_seconds local{t.time_since_epoch()};
  const date::local_info info = must_find(zone).get_info(local);
  const date::sys_seconds at{local.time_since_epoch() - info.first.offset};
  const bool shifted = info.result == date::local_info::nonexistent;
  const bool twice = info.result == date::local_info::ambiguous;
  return {instant_of(at), offset_of(shifted ? info.second : info.first), shifted, twice};
}

local_time iana_zones::local_of(const std::string& zone, instant at) const {
  return local_time{must_find(zone).to_local(sys_of(at)).time_since_epoch()};
}

std::vector<zone_change> iana_zones::changes(const std::string& zone, instant from, instant to) const {
  const date::time_zone& place = must_find(zone);
  std::vector<zone_change> found;
  date::sys_info info = place.get_info(sys_of(from));
  seconds before = offset_of(info);
  instant begin = std::max(instant_of(info.begin), from_unix_ms(0));
  while (found.size() < changes_max && begin < std::max(to, from + milliseconds{1})) {
    const bool daylight = info.save != std::chrono::minutes{0};
    found.push_back({begin, before, offset_of(info), daylight, info.abbrev});
    before = offset_of(info);
    if (info.end >= sys_of(to)) break;
    begin = instant_of(info.end);
    info = place.get_info(info.end);
  }
  return found;
}

}  // namespace nightlight::domain::calendar
