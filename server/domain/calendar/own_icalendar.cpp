#include "domain/calendar/own_icalendar.hpp"

#include "domain/calendar/icalendar_writer.hpp"

namespace nightlight::domain::calendar {
namespace {

std::string_view part_words(const own_event& e, bool spanish) {
  if (e.asked_for_cover) return spanish ? "pediste que alguien te cubra" : "you asked for cover";
  if (e.part == seat::lead) return spanish ? "la llevas tú" : "you lead";
  return spanish ? "ayudas tú" : "you help";
}

std::string_view status_of(const own_event& e) {
  if (e.on.cancelled) return "CANCELLED";
  return e.asked_for_cover ? "TENTATIVE" : "CONFIRMED";
}

void write(icalendar_writer& out, const own_feed& f, const own_event& e, instant now) {
  std::string summary = e.on.title;
  summary.append(" (").append(part_words(e, f.language == "es")).append(")");
  out.line("BEGIN:VEVENT");
  out.line("UID", e.on.of.value + "." + to_text(e.on.day) + ".own@" + f.host);
  out.line("DTSTAMP", utc(now));
  out.line("SEQUENCE", std::to_string(e.version - 1));
  out.line("STATUS", status_of(e));
  out.line("DTSTART", utc(e.on.starts_at));
  out.line("DTEND", utc(e.on.ends_at));
  out.text("SUMMARY", summary);
  out.line("TRANSP:OPAQUE");
  out.line("CLASS:PRIVATE");
  out.line("END:VEVENT");
}

}  // namespace

std::string own_icalendar(const own_feed& f, instant now) {
  icalendar_writer out("-//Nightlight//Own dates//EN", f.name);
  for (const own_event& e : f.all) write(out, f, e, now);
  return out.end();
}

}  // namespace nightlight::domain::calendar
