#include "domain/calendar/own_icalendar.hpp"

#include "domain/calendar/icalendar.hpp"

namespace nightlight::domain::calendar {
namespace {

std::string utc(instant at) {
  return to_compact(local_time{std::chrono::floor<std::chrono::seconds>(at.time_since_epoch())}) + "Z";
}

std::string_view part_words(const own_event& e, bool spanish) {
  if (e.asked_for_cover) return spanish ? "pediste que alguien te cubra" : "you asked for cover";
  if (e.part == seat::lead) return spanish ? "la llevas tú" : "you lead";
  return spanish ? "ayudas tú" : "you help";
}

std::string_view status_of(const own_event& e) {
  if (e.on.cancelled) return "CANCELLED";
  return e.asked_for_cover ? "TENTATIVE" : "CONFIRMED";
}

std::string event(const own_feed& f, const own_event& e, instant now) {
  const auto line = [](std::string_view name, std::string_view value) {
    return content_line(std::string(name) + ":" + std::string(value));
  };
  std::string summary = e.on.title;
  summary.append(" (").append(part_words(e, f.language == "es")).append(")");
  std::string out = content_line("BEGIN:VEVENT");
  out += line("UID", e.on.of.value + "." + to_text(e.on.day) + ".own@" + f.host);
  out += line("DTSTAMP", utc(now));
  out += line("SEQUENCE", std::to_string(e.version - 1));
  out += line("STATUS", status_of(e));
  out += line("DTSTART", utc(e.on.starts_at));
  out += line("DTEND", utc(e.on.ends_at));
  out += line("SUMMARY", escaped(summary));
  out += content_line("TRANSP:OPAQUE");
  out += content_line("CLASS:PRIVATE");
  return out + content_line("END:VEVENT");
}

}  // namespace

std::string own_icalendar(const own_feed& f, instant now) {
  std::string out;
  for (const std::string_view head : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nightlight//Own dates//EN",
                                      "CALSCALE:GREGORIAN", "METHOD:PUBLISH"}) {
    out += content_line(head);
  }
  out += content_line("X-WR-CALNAME:" + escaped(f.name));
  out += content_line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  for (const own_event& e : f.all) out += event(f, e, now);
  return out + content_line("END:VCALENDAR");
}

}  // namespace nightlight::domain::calendar
