// What every iCalendar object of ours is written with: its lines, its moments, and how it begins.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "domain/calendar/icalendar.hpp"

namespace nightlight::domain::calendar {

class icalendar_writer {
 public:
  // `program` made it, and `name` is what the calendar is called.
  icalendar_writer(std::string_view program, std::string_view name) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID", program);
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    text("X-WR-CALNAME", name);
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  }

  void line(std::string_view whole) { out_ += content_line(whole); }
  void line(std::string_view name, std::string_view value) { line(std::string(name) + ":" + std::string(value)); }
  void text(std::string_view name, std::string_view value) { line(name, escaped(value)); }
  std::string end() {
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  std::string out_;
};

inline std::string utc(instant at) {
  return to_compact(local_time{std::chrono::floor<std::chrono::seconds>(at.time_since_epoch())}) + "Z";
}

}  // namespace nightlight::domain::calendar
