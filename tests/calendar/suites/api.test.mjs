// The calendar's API on the real server, by a Connect client and by a script of curl.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { Code, ConnectError } from "@connectrpc/connect";

import { dayAhead, evening, registry, weeklySeries } from "../support/evening.mjs";

const run = promisify(execFile);

async function refusal(asked) {
  try {
    await asked;
  } catch (reason) {
    return ConnectError.from(reason);
  }
  throw new assert.AssertionError({ message: "was not refused" });
}

for (const binary of [true, false]) {
  test(`a Connect client plans, substitutes, keeps, waits, promotes and cancels (${binary ? "protobuf" : "JSON"})`, async (t) => {
    const { as } = await evening(t);
    const [kim, ana, bea] = ["facilitator", "mother", "mother2"].map((who) => as(who, binary));
    const { made, members } = await weeklySeries(kim);
    assert.equal(made.warnings.length, 0);
    const of = (etag, ahead) => ({ series: made.series.id, etag, date: dayAhead(ahead) });
    const noor = members.find(({ name }) => name === "Noor").id;

    const substituted = await kim.substituteDate({ ...of("1", 9), facilitator: noor });
    assert.equal(substituted.series.etag, "2");

    assert.equal((await ana.keepPlace(of("", 2))).waiting, false);
    assert.equal((await bea.keepPlace(of("", 2))).waiting, true);
    await ana.leavePlace(of("", 2));
    assert.equal((await bea.keepPlace(of("", 2))).waiting, false);
    const { places } = await kim.listPlaces(of("", 2));
    assert.deepEqual(places.map(({ name, waiting }) => [name, waiting]), [["Bea", false]]);

    const { series, warnings } = await kim.skipDate(of("2", 2));
    assert.equal(series.etag, "3");
    assert.equal(warnings[0].count, 1);
    const { meetings } = await bea.listMeetings({ series: made.series.id });
    assert.deepEqual(meetings.map((m) => [m.date, m.cancelled, m.mine]), [[dayAhead(2), true, 1]]);
  });
}

test("wrong fields and stale edits come with details that a Connect client can read", async (t) => {
  const { as } = await evening(t);
  const kim = as("facilitator");
  const { made, series } = await weeklySeries(kim);
  const wrong = await refusal(kim.createSeries({ series: { ...series, zone: "Mars/Base", title: "\u202e" } }));
  assert.equal(wrong.code, Code.InvalidArgument);
  const [violations] = wrong.findDetails(registry.getMessage("nightlight.api.v1.FieldViolations"));
  assert.deepEqual(violations.violations.map(({ field }) => field), ["title", "zone"]);

  const edit = { series: { ...made.series, title: "First" }, scope: 3 };
  await kim.updateSeries(edit);
  const stale = await refusal(kim.updateSeries({ ...edit, series: { ...edit.series, title: "Second" } }));
  assert.equal(stale.code, Code.Aborted);
  const [both] = stale.findDetails(registry.getMessage("nightlight.api.v1.StaleSeries"));
  assert.deepEqual([both.yours.title, both.theirs.title, both.theirs.etag], ["Second", "First", "2"]);

  assert.equal((await refusal(as("mother").createSeries({ series }))).code, Code.PermissionDenied);
});

test("a plan survives the server's death", async (t) => {
  const { as, server } = await evening(t);
  const { made } = await weeklySeries(as("facilitator"));
  await server.kill();
  await server.start();
  const { series } = await as("mother").getSeries({ series: made.series.id });
  assert.equal(series.rrule, "FREQ=WEEKLY;COUNT=8");
});

test("a meeting has one room a quarter of an hour before, through deaths of the server, and she comes in by a link of her own", async (t) => {
  const { as, base, server, tokens } = await evening(t);
  const kim = as("facilitator");
  const ana = as("mother");
  const soon = { zone: "Etc/UTC", start: new Date(Date.now() + 600_000).toISOString().slice(0, 16), rrule: "" };
  const call = async (service, method, token, body) => (await fetch(`${base}/nightlight.api.v1.${service}/${method}`, {
    method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` }, body: JSON.stringify(body),
  })).json();
  const roomOf = async (series) => {
    for (;;) {
      const { meetings } = await kim.listMeetings({ series });
      if (meetings[0].room) return meetings[0].room;
      await new Promise((later) => setTimeout(later, 100));
    }
  };
  const made = [];
  for (const title of ["first circle", "second circle"]) {
    made.push((await weeklySeries(kim, { ...soon, title })).made.series);
    await ana.keepPlace({ series: made.at(-1).id, date: soon.start.slice(0, 10) });
    await server.kill();
    await server.start();
    await roomOf(made.at(-1).id);
  }
  const { rooms } = await call("RoomService", "List", tokens.facilitator, {});
  assert.deepEqual(rooms.map(({ title }) => title).filter((title) => title.endsWith("circle")), ["first circle", "second circle"]);

  const door = await ana.comeIn({ series: made[0].id, date: soon.start.slice(0, 10) });
  const { guidelines } = await call("SessionService", "Look", tokens.mother, { invitation: door.invitation, language: "en" });
  const entered = await call("SessionService", "Enter", tokens.mother, {
    invitation: door.invitation, name: "Ana", guidelinesVersion: guidelines.version, language: "en", keeping: "KEEPING_BEARER",
  });
  assert.equal(entered.room, door.room);
  assert.equal((await refusal(as("mother2").comeIn({ series: made[0].id, date: soon.start.slice(0, 10) }))).code, Code.NotFound);
});

test("a script of curl does the same", async (t) => {
  const { base, tokens } = await evening(t);
  const script = new URL("../evening.sh", import.meta.url).pathname;
  const { stdout } = await run("bash", [script, base, tokens.facilitator, tokens.mother, tokens.mother2, dayAhead(2)]);
  assert.match(stdout, /all done/);
});
