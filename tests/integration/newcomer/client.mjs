// A Nightlight client written from protocol/README.md alone, with protobufjs and ws: the .proto files are read when it
// starts, the chat is nightlight.v1 in protobuf bytes, everything else is application/proto.
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import WebSocket from 'ws';

const protocol = fileURLToPath(new URL('../../../protocol/', import.meta.url));
const types = new protobuf.Root();
types.resolvePath = (_, path) => protocol + path;
types.loadSync(['nightlight/wire/v1/chat.proto', 'nightlight/api/v1/session.proto', 'nightlight/api/v1/room.proto']);
const ClientFrame = types.lookupType('nightlight.wire.v1.ClientFrame');
const ServerFrame = types.lookupType('nightlight.wire.v1.ServerFrame');

const bytes = (type, fields) => type.encode(type.fromObject(fields)).finish();
// What a frame says, in plain objects: enum names, 64-bit numbers as JavaScript numbers.
const plain = (message) => message.$type.toObject(message, { enums: String, longs: Number, oneofs: true, defaults: true });

// One call of §1. `service` is Session or Room.
export async function call(base, service, method, request, token) {
  const described = types.lookupService(`nightlight.api.v1.${service}Service`).methods[method];
  const answer = await fetch(`${base}/nightlight.api.v1.${service}Service/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/proto', ...(token && { authorization: `Bearer ${token}` }) },
    body: bytes(types.lookupType(described.resolve().resolvedRequestType.fullName), request),
  });
  if (!answer.ok) {
    const { code, message } = await answer.json();
    const reason = answer.headers.get('nightlight-reason');
    throw Object.assign(new Error(`${method}: ${message}`), { status: answer.status, code, reason });
  }
  return plain(described.resolvedResponseType.decode(new Uint8Array(await answer.arrayBuffer())));
}

export class Client {
  static async enter(link, suggested) {
    const { origin, hash } = new URL(link);
    const base = origin.replace(/\/\/[^:]*/, '//127.0.0.1'); // demo links have host names of their own
    const invitation = hash.replace('#/enter/', '');
    const look = await call(base, 'Session', 'Look', { invitation, language: 'en' });
    const entry = await call(base, 'Session', 'Enter', {
      invitation,
      name: suggested ?? look.suggestedName,
      guidelinesVersion: look.guidelines.version,
      language: 'en',
      keeping: 'KEEPING_BEARER',
    });
    return Object.assign(new Client(), { base, look, ...entry });
  }

  epoch = '';
  last = 0; // the newest number applied
  frames = []; // what came since the last connect
  #waiting = new Set();

  // Resolves when she has joined and her snapshot, or everything she missed, is there.
  async connect() {
    this.frames = [];
    this.socket = new WebSocket(`${this.base.replace('http', 'ws')}/chat`, ['nightlight.v1'], {
      headers: { authorization: `Bearer ${this.token}` },
      perMessageDeflate: false,
    });
    this.socket.on('message', (data) => this.#heard(plain(ServerFrame.decode(data))));
    this.gone = new Promise((closed) => this.socket.on('close', closed));
    await new Promise((open, failed) => this.socket.on('open', open).on('error', failed));
    this.#send({ hello: { language: 'en' } });
    await this.next((f) => f.welcome);
    const resume = this.epoch ? { epoch: this.epoch, after: this.last } : undefined;
    this.#send({ join: { room: this.room, resume } });
    const { joined } = await this.next((f) => f.joined);
    Object.assign(this, { epoch: joined.epoch, member: joined.member });
    if (joined.resumed) await this.next(() => this.last >= joined.head);
    else await this.next((f) => f.snapshot);
    return joined;
  }

  async disconnect() {
    this.socket.terminate();
    await this.gone;
  }

  // The ack; a refusal is thrown.
  async submit(command, id = randomUUID()) {
    const already = this.frames.length;
    this.#send({ submit: { room: this.room, id, ...command } });
    const answer = await this.next((f, i) => i >= already && (f.ack ?? f.refusal)?.id === id);
    if (answer.refusal) throw Object.assign(new Error(answer.refusal.words), { code: answer.refusal.code });
    return answer.ack;
  }

  // The first frame of this connection, come or yet to come, that is wanted.
  next(wanted) {
    return new Promise((found) => {
      const look = () => {
        const frame = this.frames.find(wanted);
        if (!frame) return;
        this.#waiting.delete(look);
        found(frame);
      };
      this.#waiting.add(look);
      look();
    });
  }

  get said() {
    return this.frames.filter((f) => f.event?.said).map(({ event }) => ({ number: event.number, text: event.said.text }));
  }

  #send(frame) {
    this.socket.send(bytes(ClientFrame, frame));
  }

  #heard(frame) {
    if (frame.snapshot) this.last = frame.snapshot.through;
    if (frame.event) {
      const number = frame.event.position || frame.event.number;
      if (number !== this.last + 1) throw new Error(`after ${this.last} came ${number}`);
      this.last = number;
    }
    this.frames.push(frame);
    for (const look of [...this.#waiting]) look();
  }
}
