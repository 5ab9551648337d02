// What two other libraries and the JavaScript engine's own time zones say.
import ICAL from "ical.js";
import rrule from "rrule";

const asText = (date) => date.toISOString().slice(0, 16);

/** rrule knows no zones here: local times are written as if they were UTC. */
export function localTimesByRrule(start, rule, most) {
  const options = rrule.RRule.parseString(rule.replace(/UNTIL=(\d{8}T\d{6})/, "UNTIL=$1Z"));
  options.dtstart = new Date(start + ":00Z");
  const found = [];
  new rrule.RRule(options).all((date, i) => {
    if (i < most) found.push(asText(date));
    return i + 1 < most;
  });
  return found;
}

export function localTimesByIcalJs(start, rule, most) {
  const walk = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(start + ":00"));
  const found = [];
  for (let next = walk.next(); next && found.length < most; next = walk.next()) found.push(next.toString().slice(0, 16));
  return found;
}

const formats = new Map();

/** What clocks of a zone show, as if it were UTC, in milliseconds. */
export function shown(zone, ms) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric", second: "numeric",
    }));
  }
  const part = Object.fromEntries(formats.get(zone).formatToParts(ms).map((p) => [p.type, Number(p.value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** The moment of a local time: the first of two; in a gap, with the offset before it. */
export function momentOf(zone, local) {
  const asUtc = Date.parse(local + ":00Z");
  const hour = 3_600_000;
  const offsets = [asUtc - 26 * hour, asUtc + 26 * hour].map((ms) => shown(zone, ms) - ms);
  const fitting = offsets.map((offset) => asUtc - offset).filter((ms) => shown(zone, ms) === asUtc);
  return fitting.length > 0 ? Math.min(...fitting) : asUtc - offsets[0];
}
