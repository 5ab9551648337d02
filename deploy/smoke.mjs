// Two invented people talk with each other over the JSON subprotocol, as protocol/README.md tells it: what the
// quickstart tries the server with. A facilitator sits with them, because a room without staff is paused.
//   node deploy/smoke.mjs demo-links.json
import { readFileSync } from 'node:fs';

const links = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const patience = setTimeout(() => stop('no answer within ten seconds'), 10_000);

function stop(why) {
  console.error(`smoke: ${why}`);
  process.exit(1);
}

async function call(base, method, body) {
  const answer = await fetch(`${base}/nightlight.api.v1.SessionService/${method}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  if (!answer.ok) stop(`${method}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

// Comes in by a demo link and joins its room; `next` waits for the first frame that `wanted` picks something from.
async function person(link) {
  const { port, hash } = new URL(link);
  const here = `127.0.0.1:${port}`;
  const invitation = hash.slice(hash.lastIndexOf('/') + 1);
  const { suggestedName: name, guidelines } = await call(`http://${here}`, 'Look', { invitation, language: 'en' });
  const { token, room } = await call(`http://${here}`, 'Enter', {
    invitation, name, guidelinesVersion: guidelines.version, language: 'en', keeping: 'KEEPING_BEARER',
  });
  const socket = new WebSocket(`ws://${here}/chat`, {
    protocols: ['nightlight.v1.json'], headers: { authorization: `Bearer ${token}` },
  });
  const seen = [];
  const waiting = [];
  socket.onmessage = ({ data }) => {
    seen.push(JSON.parse(data));
    for (const look of [...waiting]) look();
  };
  socket.onclose = ({ code }) => stop(`${name}'s connection closed with ${code}`);
  const next = (wanted) => new Promise((found) => {
    const look = () => {
      const frame = seen.find(wanted);
      if (!frame) return;
      waiting.splice(waiting.indexOf(look), 1);
      found(frame);
    };
    waiting.push(look);
    look();
  });
  const send = (frame) => socket.send(JSON.stringify(frame));
  const submit = (command) => {
    const id = crypto.randomUUID();
    send({ submit: { room, id, ...command } });
    return next((f) => (f.refusal?.id === id ? stop(`${name}: ${f.refusal.code}`) : f.ack?.id === id));
  };
  await new Promise((open) => { socket.onopen = open; });
  send({ hello: { language: 'en' } });
  await next((f) => f.welcome);
  send({ join: { room } });
  await next((f) => (f.refusal ? stop(`${name}: ${f.refusal.code}`) : f.joined));
  await next((f) => f.snapshot);
  return { name, submit, hears: (text) => next((f) => f.event?.said?.text === text) };
}

const facilitator = await person(links.facilitator);
const [one, other] = [await person(links.mother), await person(links.mother2)];
for (const [speaker, hearer, text] of [[one, other, 'Is anyone else up?'], [other, one, 'Yes. You are not alone.']]) {
  await Promise.all([speaker.submit({ say: { text } }), hearer.hears(text), facilitator.hears(text)]);
  console.log(`${speaker.name}: ${text}`);
}
clearTimeout(patience);
console.log('smoke: two people talked, and both were heard');
process.exit(0);
