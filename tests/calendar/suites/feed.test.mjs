// /calendar.ics of the real server: strictly by the RFC, and as ical.js understands it, which must find the meetings that
// the API lists.
import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";

import { dayAhead, evening, weeklySeries } from "../support/evening.mjs";
import { events, strictly, value } from "../support/strict.mjs";

const day = 86_400_000;

async function readFeed(base, path = "/calendar.ics") {
  const answer = await fetch(base + path);
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  return answer.text();
}

/** The meetings of all series in a feed as ical.js finds them: [moment in milliseconds, title], without cancelled ones. */
function asIcalJsReads(text, from, to) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone));
  }
  // Left to itself, ical.js would take the exceptions of every series for those of each.
  const all = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event, { exceptions: [] }));
  const found = [];
  for (const event of all.filter((e) => !e.isRecurrenceException())) {
    for (const e of all) if (e.uid === event.uid && e.isRecurrenceException()) event.relateException(e);
    const walk = event.iterator();
    for (let next = walk.next(); next && next.toUnixTime() * 1000 < to + 8 * day; next = walk.next()) {
      const { item, startDate } = event.getOccurrenceDetails(next);
      const cancelled = item.component.getFirstPropertyValue("status") === "CANCELLED";
      if (!cancelled) found.push([startDate.toUnixTime() * 1000, item.summary]);
    }
  }
  return found.filter(([at]) => from <= at && at < to).sort((a, b) => a[0] - b[0]);
}

async function listed(client, from, to) {
  const { meetings } = await client.listMeetings({ when: 2, fromMs: BigInt(from), toMs: BigInt(to), pageSize: 200 });
  return meetings.filter((m) => !m.cancelled).map((m) => [Number(m.startsAtMs), m.title]);
}

test("the feed is strictly iCalendar, and ical.js finds in it what the API lists", async (t) => {
  const { as, base } = await evening(t);
  const kim = as("facilitator");
  const { made, series } = await weeklySeries(kim, { rrule: `FREQ=WEEKLY;UNTIL=${dayAhead(300).replaceAll("-", "")}` });
  const change = (ahead, etag) => ({ series: made.series.id, etag, date: dayAhead(ahead) });
  await kim.skipDate(change(9, "1"));
  await kim.moveDate({ ...change(16, "2"), start: `${dayAhead(17)}T18:30`, minutes: 45 });
  await kim.addDate({ series: made.series.id, etag: "3", start: `${dayAhead(18)}T10:00` });
  await kim.createSeries({ series: { ...series, zone: "Europe/Madrid", title: "Una noche", language: "es", rrule: "" } });
  await kim.createSeries({ series: { ...series, zone: "Asia/Kolkata", title: "Daily", rrule: "FREQ=DAILY;COUNT=30" } });
  const text = await readFeed(base);
  const calendar = strictly(text);
  assert.equal(events(calendar).length, 5);
  const main = events(calendar).find((e) => value(e, "UID").startsWith(made.series.id) && value(e, "RRULE"));
  assert.equal(value(main, "SEQUENCE"), "3");
  const cancelled = events(calendar).filter((e) => value(e, "STATUS") === "CANCELLED");
  assert.deepEqual(cancelled.map((e) => value(e, "RECURRENCE-ID")), [`${dayAhead(9).replaceAll("-", "")}T200000`]);
  assert.ok(!text.includes("Kim") && !text.includes("Noor"));

  const from = Date.now();
  const to = from + 299 * day;
  assert.deepEqual(asIcalJsReads(text, from, to), await listed(kim, from, to));
});

test("a topic and a series have feeds of their own", async (t) => {
  const { as, base } = await evening(t);
  const { topic, made } = await weeklySeries(as("facilitator"));
  await weeklySeries(as("facilitator"), { title: "Another" });
  for (const path of [`/calendar/topic/${topic.id}.ics`, `/calendar/series/${made.series.id}.ics`]) {
    const calendar = strictly(await readFeed(base, path));
    assert.deepEqual(events(calendar).map((e) => value(e, "UID").split("@")[0]), [made.series.id]);
  }
  assert.equal((await fetch(`${base}/calendar/series/aaaaaaaaaaaa.ics`)).status, 404);
  assert.equal((await fetch(`${base}/calendar.ics`, { method: "POST" })).status, 405);
});

test("an empty calendar is one, and long words in every script are folded between letters", async (t) => {
  const { as, base } = await evening(t);
  assert.equal(events(strictly(await readFeed(base))).length, 0);
  const description = "母".repeat(300) + "\n" + "é".repeat(200) + "\\;, " + "👩‍👧".repeat(20);
  const { made } = await weeklySeries(as("facilitator"), { description });
  const text = await readFeed(base);
  strictly(text);
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  assert.equal(event.getFirstPropertyValue("description"), description);
  assert.equal(event.getFirstPropertyValue("uid").split("@")[0], made.series.id);
});

test("the schedule is JSON for anybody and names nobody", async (t) => {
  const { as, base } = await evening(t);
  await weeklySeries(as("facilitator"));
  const answer = await fetch(`${base}/schedule.json`);
  assert.equal(answer.headers.get("content-type"), "application/json");
  const { topics, meetings } = await answer.json();
  assert.equal(topics[0].title, "Newborn nights");
  assert.equal(meetings.length, 4);
  assert.equal(meetings[0].localStart, `${dayAhead(2)}T20:00`);
  assert.equal(meetings[0].facilitator, undefined);
});
