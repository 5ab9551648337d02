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

for (const [name, start, rule] of named.filter(([name]) => !notForIcalJs.has(name))) {
  test(`${name}, asked of ical.js`, () => {
    assert.deepEqual(ours.get(name).local, localTimesByIcalJs(start, rule, most));
  });
}
