// kill -9 at any moment, two hundred times, while everyone talks (P1, P2, P3, P5): what was acknowledged is there once,
// at its number, and nobody ever saw a gap, a repeat or two different things under one number.
//   TRIAL_SEED=N repeats a run's choices, TRIAL_KILLS=N changes how often.
import assert from "node:assert/strict";
import { test } from "node:test";
import { awaited } from "../support/line.mjs";
import { readEverything } from "../support/newcomer.mjs";
import { seeded, seed_of_run } from "../support/random.mjs";
import { Record } from "../support/record.mjs";
import { loadedServer } from "../support/server.mjs";
import { Speaker } from "../support/speaker.mjs";

const kills = Number(process.env.TRIAL_KILLS ?? 200);
const [rooms, members] = [4, 8];
const acks_before_kill_max = 120;
const kill_delay_ms_max = 8; // so that the kill falls between acks too

test(`killed ${kills} times under load, nothing acknowledged is lost, repeated or moved (seed ${seed_of_run})`, async (t) => {
  const random = seeded(seed_of_run);
  const server = await loadedServer(rooms, members);
  t.after(() => server.end());
  const records = new Map(server.seats.map(({ room }) => [room, new Record()]));
  let acks = 0;
  let wanted = null; // {count, enough}
  const onAck = () => ++acks >= (wanted?.count ?? Infinity) && wanted.enough.found();
  const people = server.seats.map(
    (seat, i) => new Speaker({ port: server.port, seat, name: `p${i}`, record: records.get(seat.room), random, onAck }),
  );
  const sound = () => {
    const problems = [...records.values()].flatMap((r) => r.problems);
    assert.deepEqual(problems.slice(0, 10), [], `${problems.length} problems with seed ${seed_of_run}`);
  };

  await server.start();
  let in_flight = 0;
  for (let kill = 0; kill < kills; ++kill) {
    wanted = { count: acks + random.below(acks_before_kill_max), enough: awaited("acks") };
    if (wanted.count === acks) wanted.enough.found();
    const joining = people.map((p) => p.connect());
    await wanted.enough.promise;
    await new Promise((later) => setTimeout(later, random.below(kill_delay_ms_max)));
    in_flight += people.reduce((sum, p) => sum + p.pending.size, 0);
    await server.kill();
    await Promise.all(joining);
    sound();
    await server.start();
  }
  wanted = null;
  await Promise.all(people.map((p) => p.connect()));
  await Promise.all(people.map((p) => p.finish()));

  for (const [room, record] of records) {
    for (const seat of server.seats.filter((s) => s.room === room).slice(0, 2)) {
      const { through, messages } = await readEverything(server.port, seat);
      record.check(`a newcomer as ${seat.role}`, messages);
      const staff = seat.role !== "member";
      const newest = record.newest(staff);
      if (through !== newest) record.wrong(seat.role, `through ${through}, heard up to ${newest}`);
      for (const p of people.filter((p) => p.seat.room === room && p.staff === staff)) {
        if (p.last !== through) record.wrong(p.name, `stopped at ${p.last} of ${through}`);
      }
    }
  }
  for (const p of people) p.disconnect();
  sound();
  const repeats = [...records.values()].reduce((sum, r) => sum + r.repeats, 0);
  const resent = people.reduce((sum, p) => sum + p.resent, 0);
  assert.ok(in_flight > kills, `the kills fell into silence with seed ${seed_of_run}`);
  t.diagnostic(`${kills} kills, ${acks} acks, ${in_flight} in flight when killed, ${resent} resent, ${repeats} answered twice`);
});
