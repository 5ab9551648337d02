// Rules alone: libical, as we use it, against rrule and ical.js.
import assert from "node:assert/strict";
import { test } from "node:test";

import { askOurs } from "../support/ours.mjs";
import { localTimesByIcalJs, localTimesByRrule } from "../support/others.mjs";
import { examples, leapDays, notForIcalJs, randomRules } from "../support/rules.mjs";

const most = 60;
const named = [...examples, ...leapDays];
const random = randomRules(260, 20261125);
const ours = askOurs([...named, ...random].map(([name, start, rule]) => ["rule", name, start, rule, most]));

for (const [name, start, rule] of [...named, ...random]) {
  test(name, () => {
    const { local } = ours.get(name);
    assert.deepEqual(local, localTimesByRrule(start, rule, most), "rrule says otherwise");
    assert.ok(local.length > 0);
  });
}

// The same rules asked from a time in the middle on, which must not change what they name.
const later = new Map(random.map(([name, start, rule]) => [name, localTimesByRrule(start, rule, most)])
  .filter(([, all]) => all.length > 4).map(([name, all]) => [name, all.slice(all.length >> 1)]));
const fromTheMiddle = askOurs(random.filter(([name]) => later.has(name)).flatMap(([name, start, rule]) => {
  const all = later.get(name);
  const day = all[0].slice(0, 10);
  return [["rule", name, start, rule, all.length, all[0]], ["rule", `${name}, at midnight`, start, rule, all.length, `${day}T00:00`]];
}));

test(`${later.size} rules name the same days when they are asked from the middle on`, () => {
  for (const [name, all] of later) {
    assert.deepEqual(fromTheMiddle.get(name).local, all, name);
    assert.deepEqual(fromTheMiddle.get(`${name}, at midnight`).local, all, name);
  }
});

for (const [name, start, rule] of named.filter(([name]) => !notForIcalJs.has(name))) {
  test(`${name}, asked of ical.js`, () => {
    assert.deepEqual(ours.get(name).local, localTimesByIcalJs(start, rule, most));
  });
}
