// The calendar of somebody of the team, by a link of her own, from the real server: strictly by the RFC, and as ical.js
// understands it, which must find the dates she leads and nobody's name.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import ICAL from "ical.js";

import { dayAhead, evening, weeklySeries } from "../support/evening.mjs";
import { events, strictly, value } from "../support/strict.mjs";

const moment = (ms) => new Date(ms).toISOString();

test("her own dates are strictly iCalendar, and ical.js finds in them what the API says she leads", async (t) => {
  const { as, base } = await evening(t);
  const kim = as("facilitator");
  const { made } = await weeklySeries(kim);
  const at = (ahead, etag) => ({ series: made.series.id, etag, date: dayAhead(ahead) });
  await kim.skipDate(at(9, "1"));
  await kim.moveDate({ ...at(16, "2"), start: `${dayAhead(17)}T18:30`, minutes: 45 });
  await kim.askForCover({ series: made.series.id, date: dayAhead(23), words: "the dentist" });
  await as("mother").keepPlace({ series: made.series.id, date: dayAhead(2) });
  const { path } = await kim.makeOwnFeed({ language: "es" });
  const answer = await fetch(base + path);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  assert.equal(answer.headers.get("cache-control"), "private, no-store");
  const text = await answer.text();
  const all = events(strictly(text));
  assert.equal(all.length, 8);
  assert.equal(new Set(all.map((e) => value(e, "UID"))).size, 8);
  assert.deepEqual(all.filter((e) => value(e, "STATUS") === "TENTATIVE").map((e) => value(e, "UID").split(".")[1]), [dayAhead(23)]);
  assert.ok(!/Kim|Noor|dentist/.test(text));

  const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const found = read
    .filter((one) => one.component.getFirstPropertyValue("status") !== "CANCELLED")
    .map((one) => [moment(one.startDate.toUnixTime() * 1000), moment(one.endDate.toUnixTime() * 1000)]);
  const now = Date.now();
  const { meetings } = await kim.listMeetings({
    when: 2, fromMs: BigInt(now), toMs: BigInt(now + 100 * 86_400_000), pageSize: 200,
  });
  const listed = meetings.filter((m) => !m.cancelled).map((m) => [moment(Number(m.startsAtMs)), moment(Number(m.endsAtMs))]);
  assert.deepEqual(found, listed);
  assert.match(read[0].summary, /\(la llevas tú\)$/);
});

test("the link is not in the server's log, and one that was made anew or taken back opens nothing", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "nightlight-log-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const log = join(folder, "log");
  const { as, base } = await evening(t, { NIGHTLIGHT_LOG_LEVEL: "debug", NIGHTLIGHT_LOG_FILE: log });
  const kim = as("facilitator");
  const { path: first } = await kim.makeOwnFeed({});
  assert.equal(events(strictly(await (await fetch(base + first)).text())).length, 0);
  const { path: second } = await kim.makeOwnFeed({});
  assert.equal((await fetch(base + first)).status, 404);
  assert.equal((await fetch(base + second)).status, 200);
  assert.notEqual((await kim.getOwnFeed({})).madeAtMs, 0n);
  await kim.stopOwnFeed({});
  assert.equal((await fetch(base + second)).status, 404);
  await assert.rejects(as("mother").makeOwnFeed({}));
  const said = readFileSync(log, "utf8");
  for (const link of [first, second]) assert.ok(!said.includes(link.split("/").at(-1).slice(0, 8)));
});
