// Comes in, says something, loses the connection and resumes, with a client of another protobuf implementation.
//   node tests/integration/newcomer/newcomer.mjs var/demo-links.json
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { call, Client } from './client.mjs';

const links = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const facilitator = await Client.enter(links.facilitator);
assert.equal((await facilitator.connect()).resumed, false);

const mother = await Client.enter(links.mother, 'Newcomer');
assert.equal(mother.name, 'Newcomer');
assert.equal(mother.role, 'ROLE_MEMBER');
await mother.connect();
const [{ snapshot }] = mother.frames.filter((f) => f.snapshot);
assert.equal(snapshot.title, mother.look.roomTitle);
assert.equal(snapshot.people.find((p) => p.member === mother.member)?.name, 'Newcomer');
const { rooms } = await call(mother.base, 'Room', 'List', {}, mother.token);
assert.deepEqual(rooms.map(({ id }) => id), [mother.room]);

const hello = await mother.submit({ say: { text: 'hello from the kitchen' } }, 'hello-1');
assert.equal(hello.epoch, mother.epoch);
await mother.next((f) => f.event?.number === hello.number && f.event.said.author === mother.member);
await facilitator.next((f) => f.event?.said?.text === 'hello from the kitchen');
await assert.rejects(mother.submit({ say: { text: 'other words' } }, 'hello-1'), { code: 'message_id_reused' });

// A dropped connection with words on their way: sent again under their id, they stand once.
mother.submit({ say: { text: 'one moment' } }, 'moment-1').catch(() => {});
await mother.disconnect();
const missed = [];
for (const text of ['Take your time.', 'We are here.']) missed.push({ text, ack: await facilitator.submit({ say: { text } }) });
assert.equal((await mother.connect()).resumed, true);
for (const { text, ack } of missed) assert.ok(mother.said.some((m) => m.text === text && m.number === ack.number), text);
const moment = await mother.submit({ say: { text: 'one moment' } }, 'moment-1');
assert.deepEqual(await mother.submit({ say: { text: 'one moment' } }, 'moment-1'), moment);
assert.deepEqual(await mother.submit({ say: { text: 'hello from the kitchen' } }, 'hello-1'), hello);
const last = await facilitator.submit({ say: { text: 'Good night.' } });
await mother.next((f) => f.event?.number === last.number);
assert.deepEqual(mother.said.filter((m) => m.text === 'one moment').map((m) => m.number), [moment.number]);
assert.equal(mother.said.filter((m) => m.text === 'hello from the kitchen').length, 0);

// Signed out, she is nobody.
await call(mother.base, 'Session', 'SignOut', {}, mother.token);
assert.equal(await mother.gone, 4401);
await assert.rejects(call(mother.base, 'Session', 'Current', {}, mother.token), { status: 401 });
console.log('a newcomer came in, was heard, and resumed');
process.exit(0);
