#include "year/deeds.hpp"

#include <algorithm>
#include <array>
#include <random>

#include "domain/calendar/occurrences.hpp"

namespace nightlight::year {
namespace {

using namespace std::chrono_literals;
using domain::calendar::occurrence;
using domain::calendar::series;

constexpr std::array<const char*, 5> zones_used{"America/Chicago", "Europe/Madrid", "America/Phoenix", "Asia/Kolkata",
                                                "America/Bogota"};
constexpr std::size_t facilitators = 8;
constexpr std::array<const char*, 7> days_used{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string two_digits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

class year_of_people {
 public:
  year_of_people(std::uint64_t seed, std::size_t people) : random_(seed), people_(people) {}

  void around(const occurrence& o, std::size_t series) {
    std::vector<std::size_t> comers(2 + below(4));
    for (std::size_t& person : comers) comes(o, series, person = below(people_));
    if (below(2) == 0) leaves(o, series, comers);
    const std::uint64_t lot = below(100);
    if (lot < 4) add(o.starts_at - 40h, deed_kind::skip, series, o, 0);
    if (lot < 2) add(o.starts_at - 30h, deed_kind::restore, series, o, 0);
    const bool moves = lot >= 4 && lot < 8;
    if (moves) add(o.starts_at - 50h, deed_kind::move, series, o, 0);
    holds(o, series, moves ? o.starts_at + moved_by : o.starts_at);
  }
  std::vector<deed> all(instant end) {
    for (instant day = first_day + 3h; day < end; day += 24h) deeds_.push_back({day, deed_kind::forget, 0, {}, 0});
    std::ranges::stable_sort(deeds_, {}, &deed::at);
    std::erase_if(deeds_, [&](const deed& d) { return d.at < first_day || d.at >= end; });
    return std::move(deeds_);
  }

 private:
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  milliseconds within(std::chrono::minutes longest) {
    return std::chrono::minutes{below(static_cast<std::uint64_t>(longest.count()))};
  }
  void add(instant at, deed_kind kind, std::size_t series, const occurrence& o, std::size_t person) {
    deeds_.push_back({at, kind, series, o.day, person});
  }
  void comes(const occurrence& o, std::size_t series, std::size_t person) {
    const instant kept = o.starts_at - within(6 * 24h);
    add(kept, deed_kind::keep, series, o, person);
    if (below(2) == 0) add(kept + 1min, deed_kind::remind, series, o, person);
  }
  // The first of them, and whoever is offered her place says something soon, or nothing.
  void leaves(const occurrence& o, std::size_t series, const std::vector<std::size_t>& comers) {
    const instant left = o.starts_at - within(3 * 24h);
    add(left, deed_kind::leave, series, o, comers.front());
    for (const std::size_t person : comers) {
      const std::uint64_t lot = below(3);
      if (lot < 2) add(left + within(25min), lot == 0 ? deed_kind::accept : deed_kind::decline, series, o, person);
    }
  }

  // Mostly Kim is early, sometimes late, once in a while it is nearly over, and once nobody can.
  void holds(const occurrence& o, std::size_t series, instant starts) {
    const instant ends = starts + (o.ends_at - o.starts_at);
    const std::uint64_t lot = below(10);
    if (lot == 0) return;
    const instant nearly_over = ends - 3min;
    const instant early = starts - 1min - within(14min), late = starts + within(20min);
    add(lot == 1 ? nearly_over : lot < 4 ? late : early, deed_kind::open, series, o, 0);
    if (below(8) == 0) add(starts + 30min, deed_kind::close, series, o, 0);
    if (below(8) == 0) add(ends - 10min, deed_kind::extend, series, o, 0);
  }

  std::mt19937_64 random_;
  const std::size_t people_;
  std::vector<deed> deeds_;
};

}  // namespace

std::string series_name(std::size_t n) { return "series" + two_digits(n); }
std::string person_name(std::size_t n) { return "person" + std::to_string(n); }

std::string address_of(std::size_t person) {
  return (person % 7 == 0 ? "gone" : "mother") + std::to_string(person) + "@example.org";
}

series planned_series(std::size_t n) {
  series s;
  s.id = series_id{series_name(n)};
  s.topic = topic_id{"topic"};
  s.title = "Evening";
  s.language = n % 2 == 0 ? "en" : "es";
  s.zone = zones_used.at(n % zones_used.size());
  const auto day = domain::calendar::local_day_of("2028-01-03").value() + std::chrono::days{n % days_used.size()};
  s.start = day + std::chrono::hours{16 + n % 7} + std::chrono::minutes{(n % 4) * 15};
  s.minutes = 60 + static_cast<std::uint32_t>(n % 3) * 15;
  s.rule = std::string("FREQ=WEEKLY;BYDAY=") + days_used.at(n % days_used.size());
  s.places = 1 + static_cast<std::uint32_t>(n % 3);
  s.facilitator = person_id{"facilitator" + std::to_string(n % facilitators)};
  s.version = 1;
  s.changed_at = first_day;
  s.kept_through = first_day;
  return s;
}

std::vector<deed> deeds_of(std::uint64_t seed, std::size_t series, std::size_t people, instant end,
                           const domain::calendar::zone_rules& zones) {
  year_of_people year(seed, people);
  for (std::size_t n = 0; n < series; ++n) {
    const auto meetings =
        domain::calendar::occurrences_in(planned_series(n), {first_day, end}, 400, zones, domain::calendar::holidays{});
    for (const occurrence& o : meetings.found) year.around(o, n);
  }
  return year.all(end);
}

}  // namespace nightlight::year
