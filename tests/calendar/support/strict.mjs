// What RFC 5545 says about an iCalendar object that a parser may forgive: the form of its lines, what each component
// must have, and what must go together.
import assert from "node:assert/strict";

const encoder = new TextEncoder();

/** Checks the form of each line and gives them unfolded: [{name, params, value}]. */
export function contentLines(text) {
  assert.ok(text.endsWith("\r\n"), "the last line has an end");
  const raw = text.slice(0, -2).split("\r\n");
  for (const line of raw) {
    assert.ok(!/[\r\n]/.test(line), `a bare line break: ${JSON.stringify(line)}`);
    assert.ok(encoder.encode(line).length <= 75, `longer than 75 octets: ${line}`);
    assert.ok(!/[\x00-\x08\x0a-\x1f\x7f]/.test(line), `a control character: ${JSON.stringify(line)}`);
    assert.ok(!line.includes("\ufffd"), `a letter was cut in two: ${line}`);
    assert.ok(line.length > 0, "an empty line");
  }
  return text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n").map((line) => {
    const form = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line);
    assert.ok(form, `not a content line: ${line}`);
    const params = Object.fromEntries(form[2].split(";").filter(Boolean).map((p) => p.split("=")));
    return { name: form[1], params, value: form[3] };
  });
}

const texts = ["SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME", "TZNAME"];
const once = ["UID", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY", "DURATION", "RECURRENCE-ID", "RRULE"];

/** The tree of components; fails at the first thing that is not as the RFC wants it. */
export function strictly(text) {
  const root = { kind: "", lines: [], parts: [] };
  const open = [root];
  for (const line of contentLines(text)) {
    const here = open.at(-1);
    if (line.name === "BEGIN") {
      const part = { kind: line.value, lines: [], parts: [] };
      here.parts.push(part);
      open.push(part);
    } else if (line.name === "END") {
      assert.equal(line.value, here.kind);
      open.pop();
    } else {
      here.lines.push(line);
    }
  }
  assert.equal(open.length, 1);
  const [calendar] = root.parts;
  assert.equal(root.parts.length, 1);
  assert.equal(calendar.kind, "VCALENDAR");
  assert.deepEqual(calendar.lines.slice(0, 2).map(({ name }) => name).sort(), ["PRODID", "VERSION"]);
  checkZones(calendar);
  checkEvents(calendar);
  return calendar;
}

export const value = (part, name) => part.lines.find((line) => line.name === name)?.value;
export const events = (calendar) => calendar.parts.filter(({ kind }) => kind === "VEVENT");

function checkZones(calendar) {
  for (const zone of calendar.parts.filter(({ kind }) => kind === "VTIMEZONE")) {
    assert.ok(value(zone, "TZID"));
    assert.ok(zone.parts.some(({ kind }) => kind === "STANDARD"));
    for (const change of zone.parts) {
      assert.match(value(change, "DTSTART"), /^\d{8}T\d{6}$/);
      for (const name of ["TZOFFSETFROM", "TZOFFSETTO"]) assert.match(value(change, name), /^[+-]\d{4}(\d\d)?$/);
    }
  }
}

function checkEvents(calendar) {
  const zones = calendar.parts.filter(({ kind }) => kind === "VTIMEZONE").map((zone) => value(zone, "TZID"));
  assert.equal(new Set(zones).size, zones.length);
  const seen = new Set();
  for (const event of events(calendar)) {
    for (const name of once) assert.ok(event.lines.filter((line) => line.name === name).length <= 1, `${name} twice`);
    for (const name of ["UID", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS"]) assert.ok(value(event, name), name);
    assert.match(value(event, "DTSTAMP"), /^\d{8}T\d{6}Z$/);
    assert.match(value(event, "SEQUENCE"), /^\d+$/);
    assert.ok(["CONFIRMED", "CANCELLED", "TENTATIVE"].includes(value(event, "STATUS")));
    for (const { name, params, value: text } of event.lines) {
      if (params.TZID) {
        assert.ok(zones.includes(params.TZID), `${params.TZID} has no VTIMEZONE`);
        assert.match(text, /^\d{8}T\d{6}$/, name);
      }
      if (texts.includes(name)) assert.ok(!/[\\,;]/.test(text.replace(/\\[\\,;nN]/g, "")), `not escaped: ${text}`);
    }
    if (value(event, "RECURRENCE-ID")) assert.equal(value(event, "RRULE"), undefined);
    const name = `${value(event, "UID")} ${value(event, "RECURRENCE-ID") ?? ""}`;
    assert.ok(!seen.has(name), `${name} twice`);
    seen.add(name);
  }
}
