// Meetings: rules in zones, on the nights when clocks change, with days that were moved, skipped and added, against
// rrule for the days and the JavaScript engine's own zones for the moments.
import assert from "node:assert/strict";
import { test } from "node:test";

import { askOurs } from "../support/ours.mjs";
import { localTimesByRrule, momentOf } from "../support/others.mjs";

const zones = ["America/Chicago", "Europe/Madrid", "America/Phoenix", "Asia/Kolkata"];
const hour = 3_600_000;

// Both nights of 2026 and 2027 in both places that change their clocks, and the days around them.
const nights = ["2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30", "2027-03-12", "2027-03-26"];
const times = ["00:30", "01:30", "02:00", "02:30", "03:00", "20:00"];

const cases = [];
for (const zone of zones) {
  for (const night of nights) {
    for (const time of times) {
      cases.push({ zone, start: `${night}T${time}`, rule: "FREQ=DAILY;COUNT=6", changes: "" });
    }
  }
  for (const start of ["2026-01-06T20:00", "2026-02-24T02:30", "2028-02-29T20:00"]) {
    const rule = start.startsWith("2028") ? "FREQ=YEARLY" : "FREQ=WEEKLY;BYDAY=TU";
    cases.push({ zone, start, rule, changes: "" });
  }
}
for (const zone of zones) {
  const start = "2026-03-03T20:00";
  const rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=10";
  cases.push(
    { zone, start, rule, changes: "skip=2026-03-10" },
    { zone, start, rule, changes: "holiday=2026-03-17" },
    { zone, start, rule, changes: "move=2026-03-24>2026-03-25T19:00" },
    { zone, start, rule, changes: "move=2026-03-24>2026-05-30T19:00" },
    { zone, start, rule, changes: "extra=2026-04-04>2026-04-04T10:00" },
    { zone, start, rule, changes: "skip=2026-03-03 move=2026-03-31>2026-03-29T02:30 extra=2026-03-08>2026-03-08T02:30" },
  );
}

function expected({ zone, start, rule, changes, from, to }) {
  const meetings = new Map(localTimesByRrule(start, rule, 400).map((local) => [local.slice(0, 10), local]));
  for (const change of changes.split(" ").filter(Boolean)) {
    const [, verb, day, at] = /^(\w+)=([^>]+)>?(.*)$/.exec(change);
    if (verb === "skip" || verb === "holiday") meetings.delete(day);
    else meetings.set(day, at);
  }
  return [...meetings]
    .map(([day, local]) => ({ day, start: local, at: momentOf(zone, local) }))
    .filter(({ at }) => from <= at && at < to)
    .sort((a, b) => a.at - b.at)
    .slice(0, 50);
}

for (const [i, c] of cases.entries()) {
  c.name = `${i}: ${c.zone} ${c.start} ${c.rule} ${c.changes}`;
  c.from = Date.parse(c.start + ":00Z") - 48 * hour;
  c.to = c.from + (c.start.startsWith("2028") ? 20 : 1) * 366 * 24 * hour;
}
const ours = askOurs(
  cases.map((c) => ["series", c.name, c.start, c.rule, 50, c.zone, c.from, c.to, c.changes]));

for (const c of cases) {
  test(c.name, () => {
    assert.deepEqual(ours.get(c.name).meetings, expected(c));
    assert.ok(ours.get(c.name).meetings.length > 0);
  });
}

test("a span has its first moment and not its last", () => {
  const first = momentOf("America/Chicago", "2026-03-03T20:00");
  const rows = [[first, first + 1, 1], [first + 1, first + 2 * hour, 0], [first - 1, first, 0]];
  const answers = askOurs(rows.map(([from, to], i) =>
    ["series", `span ${i}`, "2026-03-03T20:00", "FREQ=WEEKLY", 9, "America/Chicago", from, to, ""]));
  for (const [i, [, , count]] of rows.entries()) assert.equal(answers.get(`span ${i}`).meetings.length, count);
});
