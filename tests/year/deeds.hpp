// What people do during the year, decided beforehand from a seed: who keeps which place when, who leaves it, who wants
// to be reminded, who answers offers, what facilitators change, and what they do in the evening. The plan of the 40
// series is here too.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/calendar/iana_zones.hpp"
#include "domain/calendar/series.hpp"

namespace nightlight::year {

// A leap day and both changes of the clocks are ahead.
constexpr instant first_day = from_unix_ms(1830297600000);  // 2028-01-01T00:00Z

// Of mothers, of whoever plans, of the server each day, and in the room.
enum class deed_kind : std::uint8_t {
  keep,
  leave,
  remind,
  accept,
  decline,
  skip,
  move,
  restore,
  forget,
  open,
  extend,
  close
};
constexpr bool is_in_a_room(deed_kind kind) { return kind >= deed_kind::open; }

// By how much a meeting is moved, and its end.
inline constexpr std::chrono::hours moved_by{1};
inline constexpr std::chrono::minutes extended_by{15};

struct deed {
  instant at;
  deed_kind kind{};
  std::size_t series = 0;
  domain::calendar::local_day day{};
  std::size_t person = 0;
  friend bool operator==(const deed&, const deed&) = default;
};

std::string series_name(std::size_t n);
std::string person_name(std::size_t n);
// Every seventh has a mailbox that no server takes mail for.
std::string address_of(std::size_t person);

domain::calendar::series planned_series(std::size_t n);

// By time.
std::vector<deed> deeds_of(std::uint64_t seed, std::size_t series, std::size_t people, instant end,
                           const domain::calendar::zone_rules& zones);

}  // namespace nightlight::year
