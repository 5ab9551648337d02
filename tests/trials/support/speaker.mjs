// Somebody who never stops talking: a few commands in flight, each sent again with its id until it is acknowledged, and
// a resume after every lost connection. Staff among them also lock and unlock the door, which members must not notice.
import { awaited, openLine } from "./line.mjs";

const in_flight_max = 3;
const pause_ms_max = 100;
const retry_ms = 20; // sooner than the server asks for: the trial is short of time, not of patience
const passing = new Set(["waiting_for_staff", "room_paused", "busy", "store_unavailable"]);

export class Speaker {
  pending = new Map(); // id → command
  last = null; // the newest number in her own numbering; null before the first snapshot
  resent = 0;
  #line = null;
  #epoch = "";
  #speaking = true;
  #next = 1;
  #door_locked = false;
  #answered_last = null;
  #quiet = null;

  constructor({ port, seat, name, record, random, onAck }) {
    Object.assign(this, { port, seat, name, record, random, onAck });
    this.staff = seat.role !== "member";
  }

  connect() {
    const joined = awaited(`${this.name} joins`);
    const line = openLine({
      port: this.port,
      seat: this.seat,
      resume: this.last === null ? undefined : { epoch: this.#epoch, after: String(this.last) },
      heard: (frame) => this.#heard(frame, joined, line),
      closed: () => {
        if (this.#line === line) this.#line = null;
        joined.found();
      },
    });
    return joined.promise;
  }

  // Says nothing new; settles when everything she said is acknowledged.
  finish() {
    this.#speaking = false;
    this.#quiet = awaited(`${this.name}'s last words`);
    this.#quietened();
    return this.#quiet.promise;
  }

  disconnect() {
    this.#line?.close();
  }

  #heard(frame, joined, line) {
    if (frame.joined) this.#joined(frame.joined);
    if (frame.snapshot) this.#snapshot(frame.snapshot);
    if (frame.event) this.#event(frame.event);
    if (frame.ack) this.#acked(frame.ack);
    if (frame.refusal) this.#refused(frame.refusal);
    if (frame.joined) {
      this.#line = line;
      this.#sayAgain();
      joined.found();
    }
  }

  #joined({ epoch, resumed, resetReason }) {
    if (this.last !== null && (!resumed || epoch !== this.#epoch)) this.#wrong(`not resumed: ${resetReason}`);
    this.#epoch = epoch;
  }

  #snapshot({ through }) {
    if (this.last !== null) this.#wrong("a snapshot after a resume");
    this.last = Number(through);
  }

  #event(event) {
    const number = Number(this.staff ? event.position : event.number);
    if (number !== this.last + 1) this.#wrong(`after ${this.last} came ${number}`);
    this.last = number;
    if (!this.staff && event.position) this.#wrong("a member was told a position");
    this.record.happened(this.name, event);
  }

  #acked(ack) {
    if (ack.epoch !== this.#epoch) this.#wrong(`an ack of epoch ${ack.epoch}`);
    this.record.answered(this.name, ack);
    const command = this.pending.get(ack.id);
    if (!command) return;
    this.pending.delete(ack.id);
    this.#answered_last = [ack.id, command];
    this.onAck();
    this.#quietened();
    setTimeout(() => this.#sayMore(), this.random.below(pause_ms_max));
  }

  #refused({ id, code }) {
    if (!passing.has(code)) return this.#wrong(`${id} refused: ${code}`);
    setTimeout(() => this.pending.has(id) && this.#line?.submit(id, this.pending.get(id)), retry_ms);
  }

  // What was not acknowledged, and one that was: its answer must be the same.
  #sayAgain() {
    this.resent += this.pending.size;
    for (const [id, command] of this.pending) this.#line.submit(id, command);
    if (this.#answered_last) this.#line.submit(...this.#answered_last);
    this.#sayMore();
  }

  #sayMore() {
    while (this.#line && this.#speaking && this.pending.size < in_flight_max) {
      const id = `${this.name}.${this.#next++}`;
      const command = this.#something(id);
      this.pending.set(id, command);
      this.#line.submit(id, command);
    }
  }

  #something(id) {
    const door_waits = [...this.pending.values()].some((c) => c.setDoor);
    if (this.staff && !door_waits && this.random.below(2) === 0) {
      this.#door_locked = !this.#door_locked;
      return { setDoor: { locked: this.#door_locked } };
    }
    const text = `${id} ${"and so on ".repeat(this.random.below(30))}`.trim();
    this.record.words.set(id, text);
    return { say: { text } };
  }

  #quietened() {
    if (this.pending.size === 0) this.#quiet?.found();
  }

  #wrong(what) {
    this.record.wrong(this.name, what);
  }
}
