// What the team does for somebody, and what somebody asks of the team, is nobody else's to notice: the bytes that the
// other members are sent are the same with it and without it. Two evenings of the same words are laid beside each other,
// frame by frame. Only the room's id and title, the epoch and times are made equal first, without changing a length.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadedServer } from "../support/server.mjs";
import { Witness } from "../support/witness.mjs";

const names = ["kim", "ana", "bea", "cleo", "dora"]; // kim is the team; dora never says a word
const red = "i am going to kill myself tonight";

const say = (text) => ({ say: { text } });
const memberOf = (who) => who.frames.find((f) => f.joined).joined.member;
const isSaid = (text) => (f) => f.event?.said?.text === text;
const kept = async (answer) => assert.equal((await answer).code, undefined);

// One evening in a room; `meanwhile` happens in the middle of it, after a message of ana's. Resolves to its people by name, and a newcomer's look.
async function evening(server, seats, meanwhile) {
  const people = {};
  const everyone = () => Object.values(people);
  for (const [place, name] of names.entries()) {
    const earlier = everyone();
    people[name] = new Witness({ port: server.port, seat: seats[place], name });
    await people[name].sees("who is here", (f) => f.presence?.complete);
    const { member } = people[name].frames.find((f) => f.joined).joined;
    await Promise.all(earlier.map((who) => who.sees(`${name} come`, (f) => f.presence?.here?.includes(member))));
  }
  const says = async (name, text) => {
    const { number } = await people[name].asks(say(text));
    await Promise.all(everyone().map((who) => who.sees(text, isSaid(text))));
    return number;
  };
  const welcome = await says("kim", "Welcome. You may just listen.");
  const hers = await says("ana", "first night out of the hospital");
  await kept(people.bea.asks({ react: { number: welcome, reaction: "REACTION_HUG" } }));
  await meanwhile(people, says, hers);
  await says("bea", "same here, and no sleep");
  await says("cleo", "we are all up then");
  people.newcomer = new Witness({ port: server.port, seat: seats.at(-1), name: "newcomer" });
  await people.newcomer.sees("who is here", (f) => f.presence?.complete);
  for (const who of everyone()) who.close();
  return people;
}

const hold = (mode) => ({ setHold: { mode: `HOLD_MODE_${mode}` } });

// Ana writes while everything is read first; what becomes of it is `decided`.
async function held({ kim, ana }, decided) {
  await kept(kim.asks(hold("EVERYTHING")));
  const { hold: number } = await ana.asks(say("words that wait"));
  assert.ok(number > 0, "her words wait");
  await kept(kim.asks(hold("OFF")));
  if (decided) await kept(kim.asks({ [decided]: { holds: [number] } }));
}

const nothing = () => Promise.resolve();

// `parties` are told about it themselves; `instead` is what the others see of it.
const secrets = [
  {
    what: "a report of what a message said",
    parties: ["bea"],
    does: async ({ kim, ana, bea }, _, number) => {
      await kept(bea.asks({ report: { member: memberOf(ana), number, text: "this frightens me" } }));
      await kim.sees("the report", (f) => f.event?.alertRaised?.alert.kind === "ALERT_KIND_REPORT");
    },
  },
  {
    what: "a worry about a person, taken and closed by the team",
    parties: ["bea"],
    does: async ({ kim, ana, bea }) => {
      await kept(bea.asks({ report: { member: memberOf(ana), worried: true } }));
      await kept(kim.asks({ claimAlert: { alert: 1 } }));
      await kept(kim.asks({ closeAlert: { alert: 1, outcome: "ALERT_OUTCOME_TALKED", note: "she sleeps now" } }));
    },
  },
  {
    what: "a note on a person",
    parties: [],
    does: ({ kim, ana }) => kept(kim.asks({ notePerson: { member: memberOf(ana), text: "three nights awake" } })),
  },
  {
    what: "the team's own talk and a hand-over",
    parties: [],
    does: async ({ kim }) => {
      await kept(kim.asks({ sayBackstage: { text: "look after ana" } }));
      await kept(kim.asks({ handOver: { text: "one alert is open" } }));
    },
  },
  { what: "a message that waits to be read", parties: ["ana"], does: (people) => held(people) },
  { what: "a held message that is declined", parties: ["ana"], does: (people) => held(people, "declineHeld") },
  {
    what: "a held message that is released",
    parties: ["ana"],
    does: (people) => held(people, "releaseHeld"),
    instead: (people, says) => says("ana", "words that wait"),
  },
  {
    what: "the opening of a side room, what is said in it, and its end",
    parties: ["ana"],
    does: async ({ kim, ana }) => {
      await kept(kim.asks({ openSide: { member: memberOf(ana) } }));
      await kept(kim.asks({ saySide: { member: memberOf(ana), text: "how are you, really?" } }));
      await kept(ana.asks({ saySide: { text: "not well" } }));
      await kept(ana.asks({ leaveSide: {} }));
    },
  },
];

const members = [...names.slice(1), "newcomer"];

function theSame(a, b, except = []) {
  for (const name of members.filter((one) => !except.includes(one))) {
    assert.deepEqual(a[name].evening(), b[name].evening(), `${name}'s frames`);
  }
}

const byRoom = (seats) => [...Map.groupBy(seats, ({ room }) => room).values()];

let server, rooms;
before(async () => {
  server = await loadedServer(2 * secrets.length + 3, names.length - 1);
  await server.start();
  rooms = byRoom(server.seats);
});
after(() => server?.end());

test("two evenings on which nothing happens are the same, and one more message is seen", async () => {
  const [one, two, louder] = await Promise.all([
    evening(server, rooms[0], nothing),
    evening(server, rooms[1], nothing),
    evening(server, rooms[2], (people, says) => says("ana", "is anyone there?")),
  ]);
  theSame(one, two);
  for (const name of members) assert.notDeepEqual(one[name].evening(), louder[name].evening(), name);
});

for (const [place, { what, parties, does, instead = nothing }] of secrets.entries()) {
  test(`the other members' frames are the same with and without ${what}`, async (t) => {
    const [without, withIt] = await Promise.all([
      evening(server, rooms[2 * place + 3], instead),
      evening(server, rooms[2 * place + 4], does),
    ]);
    theSame(without, withIt, parties);
    const bytes = members.map((name) => withIt[name].evening().join("").length);
    t.diagnostic(`${bytes.join(" + ")} bytes, of which ${parties.join(", ") || "nobody"} may know`);
  });
}

// The same words on a server that listens for phrases and on one that does not; refused words are heard too.
test("a red message's alert changes no byte for anyone in the circle, its author included", async (t) => {
  const deaf = await loadedServer(1, names.length - 1, '[organisation]\nlexicon_dir = ""\n');
  t.after(() => deaf.end());
  await deaf.start();
  const listening = await loadedServer(1, names.length - 1);
  t.after(() => listening.end());
  await listening.start();
  const worries = async (people, says) => {
    await says("ana", red);
    await kept(people.kim.asks({ muteMember: { member: memberOf(people.bea), seconds: 0, reason: "a trial" } }));
    assert.equal((await people.bea.asks(say(`${red}, bea too`))).code, "muted");
    await kept(people.kim.asks({ unmuteMember: { member: memberOf(people.bea) } }));
  };
  const [off, on] = await Promise.all([deaf, listening].map((one) => evening(one, byRoom(one.seats)[0], worries)));
  const levels = ({ kim }) => kim.frames.flatMap((f) => (f.event?.alertRaised ? [f.event.alertRaised.alert.level] : []));
  assert.deepEqual(levels(off), []);
  assert.equal(levels(on).filter((level) => level === "ALERT_LEVEL_RED").length, 2);
  theSame(off, on);
});
