#include "domain/calendar/icalendar.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/calendar/icalendar_writer.hpp"
#include "domain/calendar/occurrences.hpp"
#include "domain/calendar/recurrence.hpp"

namespace nightlight::domain::calendar {
namespace {

constexpr std::size_t line_octets_max = 75;
// Rules without end go on after it, by the last offset: a feed is read again long before.
constexpr std::chrono::days zones_told_ahead{10 * 366};

bool continues_a_letter(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

std::string offset(seconds east) {
  const std::int64_t size = std::abs(east.count());
  std::string out = east.count() < 0 ? "-" : "+";
  const auto two = [&](std::int64_t n) { out += std::to_string(n / 10) + std::to_string(n % 10); };
  two(size / 3600);
  two(size / 60 % 60);
  if (size % 60 != 0) two(size % 60);
  return out;
}

std::string duration(std::uint32_t minutes) { return "PT" + std::to_string(minutes) + "M"; }

void write_zone(icalendar_writer& out, const std::string& zone, instant from, const zone_rules& zones, instant now) {
  out.line("BEGIN:VTIMEZONE");
  out.line("TZID", zone);
  for (const zone_change& change : zones.changes(zone, from, now + zones_told_ahead)) {
    const std::string_view kind = change.daylight ? "DAYLIGHT" : "STANDARD";
    const instant on_clocks_before = change.at + change.offset_before;
    out.line("BEGIN", kind);
    const std::string moment = utc(on_clocks_before);
    out.line("DTSTART", moment.substr(0, moment.size() - 1));
    out.line("TZOFFSETFROM", offset(change.offset_before));
    out.line("TZOFFSETTO", offset(change.offset_after));
    out.text("TZNAME", change.name);
    out.line("END", kind);
  }
  out.line("END:VTIMEZONE");
}

// The rule as others read it: an end is a moment in UTC when the start has a zone.
std::string rule_for_others(const series& s, const zone_rules& zones) {
  const auto rule = recurrence::parse(s.rule);
  if (!rule || !rule->until()) return s.rule;
  const std::size_t at = s.rule.find("UNTIL=") + 6;
  std::string text = s.rule;
  return text.replace(at, 15, utc(zones.resolve(s.zone, *rule->until()).at));
}

class events {
 public:
  events(icalendar_writer& out, const feed& f, const series& s, const zone_rules& zones, const holidays& off)
      : out_(out), feed_(f), s_(s), zones_(zones), off_(off) {
    find_named_days();
  }

  void write() {
    if (is_single()) {
      write_single();
      return;
    }
    begin("CONFIRMED");
    out_.line(in_zone("DTSTART"), to_compact(s_.start));
    out_.line("DURATION", duration(s_.minutes));
    out_.text("SUMMARY", s_.title);
    if (!s_.rule.empty()) out_.line("RRULE", rule_for_others(s_, zones_));
    write_holidays();
    for (const auto& [day, e] : s_.exceptions) {
      if (e.kind == exception_kind::extra) out_.line(in_zone("RDATE"), to_compact(e.start.value_or(usual(day))));
    }
    end();
    for (const auto& [day, e] : s_.exceptions) write_exception(day, e);
  }

 private:
  local_time usual(local_day day) const { return day + time_of_day(s_.start); }
  std::string in_zone(std::string_view name) const { return std::string(name) + ";TZID=" + s_.zone; }

  bool is_single() const {
    const auto added = [](const auto& entry) { return entry.second.kind == exception_kind::extra; };
    return s_.rule.empty() && std::ranges::none_of(s_.exceptions, added);
  }

  // Which of the days that matter here the rule names: one walk for all of them.
  void find_named_days() {
    local_day last = s_.exceptions.empty() ? local_day::min() : s_.exceptions.rbegin()->first;
    if (s_.keeps_holidays && !off_.empty()) last = std::max(last, *off_.rbegin());
    walk(s_, s_.start, [&](local_time t) {
      const local_day day = day_of(t);
      if (day > last) return false;
      if (s_.exceptions.contains(day) || off_.contains(day)) named_.insert(day);
      return true;
    });
  }

  void begin(std::string_view status) {
    out_.line("BEGIN:VEVENT");
    out_.line("UID", s_.id.value + "@" + feed_.host);
    out_.line("DTSTAMP", utc(s_.changed_at));
    out_.line("LAST-MODIFIED", utc(s_.changed_at));
    out_.line("SEQUENCE", std::to_string(s_.version - 1));
    out_.line("STATUS", status);
    const auto topic = std::ranges::find(feed_.topics, s_.topic, &calendar::topic::id);
    if (topic != feed_.topics.end()) out_.text("CATEGORIES", topic->title);
    if (!s_.description.empty()) out_.text("DESCRIPTION", s_.description);
  }

  void end() {
    out_.line("TRANSP:OPAQUE");
    out_.line("CLASS:PUBLIC");
    out_.line("END:VEVENT");
  }

  void write_holidays() {
    if (!s_.keeps_holidays) return;
    for (const local_day day : off_) {
      const bool planned = s_.exceptions.contains(day);
      if (!planned && named_.contains(day)) out_.line(in_zone("EXDATE"), to_compact(usual(day)));
    }
  }

  void write_meeting(local_day day, const exception& e) {
    out_.line(in_zone("DTSTART"), to_compact(e.start.value_or(usual(day))));
    out_.line("DURATION", duration(e.minutes != 0 ? e.minutes : s_.minutes));
    out_.text("SUMMARY", e.title.empty() ? s_.title : e.title);
  }

  void write_single() {
    const local_day day = day_of(s_.start);
    const auto found = s_.exceptions.find(day);
    const exception e = found == s_.exceptions.end() ? exception{} : found->second;
    const bool holiday = found == s_.exceptions.end() && s_.keeps_holidays && off_.contains(day);
    begin(holiday || e.kind == exception_kind::skip ? "CANCELLED" : "CONFIRMED");
    write_meeting(day, e);
    end();
  }

  void write_exception(local_day day, const exception& e) {
    const bool extra = e.kind == exception_kind::extra;
    if (!extra && !named_.contains(day)) return;
    if (extra && e.title.empty() && e.minutes == 0) return;  // its RDATE says it all
    begin(e.kind == exception_kind::skip ? "CANCELLED" : "CONFIRMED");
    out_.line(in_zone("RECURRENCE-ID"), to_compact(extra ? e.start.value_or(usual(day)) : usual(day)));
    write_meeting(day, e);
    end();
  }

  icalendar_writer& out_;
  const feed& feed_;
  const series& s_;
  const zone_rules& zones_;
  const holidays& off_;
  std::set<local_day> named_;
};

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string content_line(std::string_view unfolded) {
  std::string out;
  std::size_t octets = 0;
  for (std::size_t i = 0; i < unfolded.size();) {
    std::size_t end = i + 1;
    while (end < unfolded.size() && continues_a_letter(unfolded[end])) ++end;
    if (octets + (end - i) > line_octets_max) {
      out += "\r\n ";
      octets = 1;
    }
    out += unfolded.substr(i, end - i);
    octets += end - i;
    i = end;
  }
  return out + "\r\n";
}

std::string icalendar(const feed& f, const zone_rules& zones, const holidays& off, instant now) {
  icalendar_writer out("-//Nightlight//Evening calendar//EN", f.name);
  std::map<std::string, instant> first;  // of each zone, when its first series begins
  for (const series& s : f.all) {
    const instant begins = zones.resolve(s.zone, s.start).at - std::chrono::days{1};
    const auto [at, added] = first.emplace(s.zone, begins);
    if (!added) at->second = std::min(at->second, begins);
  }
  for (const auto& [zone, begins] : first) write_zone(out, zone, begins, zones, now);
  for (const series& s : f.all) events(out, f, s, zones, off).write();
  return out.end();
}

}  // namespace nightlight::domain::calendar
