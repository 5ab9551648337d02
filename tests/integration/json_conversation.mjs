// Two mothers and a moderator hold a conversation over nightlight.v1.json, as protocol/README.md tells it, and lose
// their connections in the middle: by themselves, or with --interrupted when the server is ended at the line that asks.
//   node tests/integration/json_conversation.mjs var/demo-links.json [--interrupted]
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';

class Person extends EventEmitter {
  frames = [];
  unanswered = new Map(); // id → submit
  async enter(link) {
    const { port, hash } = new URL(link);
    const call = async (method, body) => (await fetch(`http://127.0.0.1:${port}/nightlight.api.v1.SessionService/${method}`,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
    const who = { invitation: hash.slice(hash.lastIndexOf('/') + 1), language: 'en' };
    const { suggestedName: name, guidelines: { version } } = await call('Look', who);
    const { token, room } = await call('Enter', { ...who, name, guidelinesVersion: version, keeping: 'KEEPING_BEARER' });
    Object.assign(this, { port, token, room }).connect();
    return this.next((f) => f.snapshot).then(() => this);
  }
  connect() {
    this.socket = new WebSocket(`ws://127.0.0.1:${this.port}/chat`,
      { protocols: ['nightlight.v1.json'], headers: { authorization: `Bearer ${this.token}` } });
    this.socket.onopen = () => {
      this.send({ hello: { language: 'en' } });
      this.send({ join: { room: this.room, resume: this.epoch && { epoch: this.epoch, after: String(this.last) } } });
    };
    this.socket.onmessage = ({ data }) => this.heard(JSON.parse(data));
    this.socket.onclose = ({ code }) => {
      assert.ok(code < 4400, `closed with ${code}`);
      this.emit('lost');
      setTimeout(() => this.connect(), 100);
    };
  }
  heard(frame) {
    const { joined, snapshot, event, ack, refusal } = frame;
    if (joined) { // resumed, unless this is the first time; what was not answered is sent again
      assert.equal(joined.resumed ?? false, this.epoch !== undefined, joined.resetReason);
      Object.assign(this, { epoch: joined.epoch, member: joined.member });
      for (const submit of this.unanswered.values()) this.send({ submit });
    }
    if (snapshot) this.last = Number(snapshot.through);
    if (event) assert.equal(Number(event.position ?? event.number), ++this.last, 'each number once, in order');
    if (refusal?.code === 'waiting_for_staff') { // the moderator is on her way back too
      return setTimeout(() => this.send({ submit: this.unanswered.get(refusal.id) }), Number(refusal.retryAfterMs));
    }
    this.unanswered.delete((ack ?? refusal)?.id);
    this.frames.push(frame);
    this.emit('frame');
  }
  send(frame) { if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame)); }
  async next(wanted) { let f; while (!(f = this.frames.find(wanted))) await once(this, 'frame'); return f; }
  async submit(command, id = crypto.randomUUID()) { // → the ack, or the refusal
    this.unanswered.set(id, { room: this.room, id, ...command });
    this.send({ submit: this.unanswered.get(id) });
    return this.next((f) => (f.ack ?? f.refusal)?.id === id).then(({ ack, refusal }) => ack ?? refusal);
  }
}
const { mother, mother2, moderator } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const people = await Promise.all([mother, mother2, moderator].map((link) => new Person().enter(link)));
const [ana, bea, mod] = people;
const allHear = (wanted) => Promise.all(people.map((p) => p.next(wanted)));
const greeting = await ana.submit({ say: { text: 'Is anyone else up?' } });
const reply = await bea.submit({ say: { text: 'Yes. You are doing it all wrong.', replyTo: greeting.number } });
await ana.submit({ react: { number: reply.number, reaction: 'REACTION_HUG' } });
await mod.submit({ muteMember: { member: bea.member, seconds: 600, reason: 'unkind words' } });
await mod.submit({ retractMessage: { number: reply.number, reason: 'unkind words' } });
await allHear((f) => f.event?.retracted?.numbers.includes(reply.number));
console.log('now end the server and start it again');
if (process.argv[3] !== '--interrupted') for (const { socket } of people) socket.close();
await Promise.all(people.map((p) => once(p, 'lost')));
const kept = ana.submit({ say: { text: 'Are you still there?' } }); // nobody hears it before she is back
await allHear((f) => f.joined?.resumed);
assert.equal((await bea.submit({ say: { text: 'It was not that bad.' } })).code, 'muted');
await mod.submit({ unmuteMember: { member: bea.member } });
await bea.submit({ say: { text: 'Sorry. I am tired.', replyTo: (await kept).number } });
await allHear((f) => f.event?.said?.text === 'Sorry. I am tired.');
for (const p of people) assert.equal(p.frames.filter((f) => f.event?.said?.text === 'Are you still there?').length, 1);
process.exit(console.log('a conversation of three, interrupted and resumed'));
