// Mail about what a mother keeps, from the real server to a mail server of the test's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";

import { dayAhead, evening, weeklySeries } from "../support/evening.mjs";
import { header, mailSink, parts } from "../support/mail_sink.mjs";

const by_mail = { hourBefore: true, dayBefore: true, language: "en" };

test("a mail that her evening is off reaches her, brings her back, and its link stops the mails", async (t) => {
  const sink = await mailSink(t);
  const { server, base, as } = await evening(t, {
    NIGHTLIGHT_PAGING_SMTP_HOST: "127.0.0.1", NIGHTLIGHT_PAGING_SMTP_PORT: String(sink.port),
    NIGHTLIGHT_PAGING_SMTP_SECURITY: "none", NIGHTLIGHT_PAGING_MAIL_FROM: "evening@example.org",
    NIGHTLIGHT_PAGING_PUBLIC_ADDRESS: "https://circle.example.org",
  });
  const [kim, ana] = ["facilitator", "mother"].map((who) => as(who));
  const { made } = await weeklySeries(kim, { rrule: "FREQ=DAILY;COUNT=8" });
  const of = (etag, ahead) => ({ series: made.series.id, etag, date: dayAhead(ahead) });
  const { comeBack } = await ana.keepPlace(of("", 2));
  await ana.keepPlace(of("", 3));
  await ana.setReminders({ address: "ana@example.net", reminders: by_mail });
  assert.equal((await ana.getReminders({})).reminders.hourBefore, true);

  // Killed between: what was said yes to is there.
  await server.kill();
  await server.start();
  await kim.skipDate(of("1", 2));
  const mail = await sink.mail(0);
  assert.equal(mail.to, "ana@example.net");
  assert.match(header(mail, "Subject"), /^Cancelled: \w+ \d+ \w+, 8 pm$/);
  assert.match(header(mail, "Message-ID"), /^<[0-9a-f]{32}@example\.org>$/);
  assert.equal(header(mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
  assert.doesNotMatch(mail.text, /Newborn|nights|circle of|mother|support|pregnan/i);
  const [plain, html] = parts(mail);
  for (const body of [plain, html]) assert.match(body, new RegExp(`https://circle\\.example\\.org/#/back/${comeBack}`));

  const session = await fetch(`${base}/nightlight.api.v1.SessionService/ComeBack`, {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ link: comeBack, keeping: "KEEPING_BEARER" }),
  });
  const { token, name } = await session.json();
  assert.equal(name, "Ana");
  const listed = await fetch(`${base}/nightlight.api.v1.CalendarService/ListMeetings`, {
    method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ series: made.series.id }),
  });
  const { meetings } = await listed.json();
  assert.deepEqual(meetings.map((m) => m.mine), ["MINE_KEPT", "MINE_KEPT", ...meetings.slice(2).map(() => undefined)]);

  const link = /^<https:\/\/circle\.example\.org(\/stop\/[\w-]{22})>$/.exec(header(mail, "List-Unsubscribe"))[1];
  const page = await fetch(base + link);
  assert.match(await page.text(), /<button>Stop the e-mails<\/button>/);
  assert.notEqual((await ana.getReminders({})).reminders, undefined, "looking stops nothing");
  const stopped = await fetch(base + link, {
    method: "POST", body: "List-Unsubscribe=One-Click",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  assert.equal(stopped.status, 200);
  assert.equal((await ana.getReminders({})).reminders, undefined);
  await kim.skipDate(of("2", 3));
  assert.equal(sink.mails.length, 1);
});

test("without a mail server there are no reminders", async (t) => {
  const { as } = await evening(t);
  const { made } = await weeklySeries(as("facilitator"));
  await as("mother").keepPlace({ series: made.series.id, date: dayAhead(2) });
  assert.equal((await as("mother").getReminders({})).available, false);
  await assert.rejects(as("mother").setReminders({ address: "ana@example.net", reminders: by_mail }), (reason) => {
    assert.equal(ConnectError.from(reason).code, Code.FailedPrecondition);
    return true;
  });
});
