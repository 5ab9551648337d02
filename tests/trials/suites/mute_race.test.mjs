// One person writes from twenty connections at once while the facilitator mutes her (P4): in the facilitator's stream
// nothing of hers stands above the mute, and every one of her commands was answered, truly.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { awaited, openLine } from "../support/line.mjs";
import { seeded, seed_of_run } from "../support/random.mjs";
import { loadedServer } from "../support/server.mjs";

const races = 100;
const connections = 20;
const rounds = 50;
let server;

before(async () => {
  server = await loadedServer(races, 1);
  await server.start();
});
after(() => server?.end());

// Resolves to the line once it has joined; every frame goes to `heard`.
async function join(seat, heard) {
  const joined = awaited("a join");
  const line = openLine({
    port: server.port,
    seat,
    heard: (frame) => {
      if (frame.joined) joined.found(frame.joined.member);
      heard(frame);
    },
  });
  return { line, member: await joined.promise };
}

function somethingOf(kind, id, opener) {
  if (kind === 0) return { react: { number: opener, reaction: "REACTION_HUG", withdraw: id % 2 === 0 } };
  return { say: { text: `words ${id}`, ...(kind === 1 && { replyTo: opener }) } };
}

for (let race = 0; race < races; ++race) {
  const seed = seed_of_run + race;
  test(`a mute among 1,000 commands of one person is a point in time (seed ${seed})`, async (t) => {
    const random = seeded(seed);
    const of_room = server.seats.filter(({ room }) => room === server.seats[race * 2].room);
    const events = [];
    const muted = awaited("the mute's ack");
    const opened = awaited("the opening words");
    const facilitator = await join(of_room.find((s) => s.role !== "member"), ({ event, ack }) => {
      if (event) events.push(event);
      if (ack?.id === "mute") muted.found(Number(ack.position));
      if (ack?.id === "opener") opened.found(ack.number);
    });
    facilitator.line.submit("opener", { say: { text: "Who is awake?" } });
    const opener = await opened.promise;

    const answers = new Map();
    const all_answered = awaited("an answer to every command");
    const answered = (id, answer) => {
      answers.set(id, answer);
      if (answers.size === connections * rounds) all_answered.found();
    };
    const hers = await Promise.all(
      Array.from({ length: connections }, () =>
        join(of_room.find((s) => s.role === "member"), ({ ack, refusal }) => {
          if (ack) answered(ack.id, Number(ack.number ?? 0));
          if (refusal) answered(refusal.id, refusal.code);
        }),
      ),
    );
    const { member } = hers[0];
    const mute_round = random.below(rounds);
    for (let round = 0; round < rounds; ++round) {
      for (const [i, { line }] of hers.entries()) {
        const id = round * connections + i;
        line.submit(String(id), somethingOf(random.below(4), id, opener));
      }
      if (round === mute_round) facilitator.line.submit("mute", { muteMember: { member, seconds: 0, reason: "a trial" } });
      await new Promise((next) => setImmediate(next));
    }
    const mute = await muted.promise;
    await all_answered.promise;
    const barrier = awaited("everything up to a last word");
    facilitator.line.submit("opener.2", { say: { text: "Good night." } });
    const look = setInterval(() => events.at(-1)?.said?.text === "Good night." && barrier.found(), 5);
    await barrier.promise.finally(() => clearInterval(look));

    const of_her = events.filter((e) => (e.said?.author ?? e.reacted?.member) === member);
    assert.equal(events.find((e) => e.memberMuted)?.position, String(mute));
    assert.deepEqual(of_her.filter((e) => Number(e.position) > mute), [], "she spoke above her mute");
    const refusals = [...answers.values()].filter((a) => typeof a === "string");
    const kept = [...answers.values()].filter((a) => typeof a === "number" && a > 0);
    assert.deepEqual([...new Set(refusals)].filter((code) => code !== "muted"), []);
    assert.deepEqual(kept.sort((a, b) => a - b), of_her.map((e) => Number(e.number)), "acks and events differ");
    for (const { line } of [facilitator, ...hers]) line.close();
    t.diagnostic(`${of_her.length} stand below the mute, ${refusals.length} were refused`);
  });
}
