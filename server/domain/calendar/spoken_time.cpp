#include "domain/calendar/spoken_time.hpp"

#include <array>

#include "domain/text/padded.hpp"

namespace nightlight::domain::calendar {
namespace {

using namespace std::chrono;

struct words {
  std::array<std::string_view, 7> weekdays;
  std::array<std::string_view, 12> months;
  std::string_view tomorrow;
};

constexpr words english{{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
                        {"January", "February", "March", "April", "May", "June", "July", "August", "September",
                         "October", "November", "December"},
                        "tomorrow"};
constexpr words spanish{{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
                        {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
                         "octubre", "noviembre", "diciembre"},
                        "mañana"};

const words& words_in(std::string_view language) { return language == "es" ? spanish : english; }

}  // namespace

std::string spoken_clock(local_time t, std::string_view language) {
  constexpr std::int64_t noon = 12;
  const hh_mm_ss clock(time_of_day(t));
  const std::int64_t hour = clock.hours().count();
  const std::string minutes = padded(clock.minutes().count(), 2);
  if (language == "es") return padded(hour, 2) + ":" + minutes;
  std::string said = std::to_string(hour % noon == 0 ? noon : hour % noon);
  if (minutes != "00") said += ":" + minutes;
  return said + (hour < noon ? " am" : " pm");
}

std::string spoken_day(local_day day, std::string_view language) {
  const words& say = words_in(language);
  const year_month_day date(day);
  const std::string_view name = say.weekdays.at(weekday(day).c_encoding());
  const std::string_view month = say.months.at(static_cast<unsigned>(date.month()) - 1);
  const std::string_view of = language == "es" ? " de " : " ";
  std::string said(name);
  said += " " + std::to_string(static_cast<unsigned>(date.day()));
  said += of;
  return said.append(month);
}

std::string spoken_from(local_day today, local_time t, std::string_view language) {
  const std::string clock = spoken_clock(t, language);
  if (day_of(t) == today) return clock;
  if (day_of(t) == today + days{1}) return std::string(words_in(language).tomorrow) + ", " + clock;
  return spoken_day(day_of(t), language) + ", " + clock;
}

}  // namespace nightlight::domain::calendar
