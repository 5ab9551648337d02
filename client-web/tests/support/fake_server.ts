// A server small enough to trust, inside the test: one room, an ordered log, deduplication by id. Every frame in either
// direction waits in a queue until the test lets it pass, and any connection can be cut at any point.
import { create, fromBinary, toBinary, type MessageInitShape } from "@bufbuild/protobuf";
import {
  ClientFrameSchema,
  ServerFrameSchema,
  type ClientFrame,
} from "../../src/protocol/generated/nightlight/wire/v1/chat_pb";
import type { Submit } from "../../src/protocol/generated/nightlight/wire/v1/command_pb";
import { EventSchema, type Event } from "../../src/protocol/generated/nightlight/wire/v1/event_pb";
import { MessageSchema, PersonSchema, Phase, Role } from "../../src/protocol/generated/nightlight/wire/v1/room_pb";
import type { NoticeSchema } from "../../src/protocol/generated/nightlight/wire/v1/notice_pb";
import type { Socket, SocketEvents } from "../../src/room/driver";

type Reply = NonNullable<MessageInitShape<typeof ServerFrameSchema>["body"]>;

export interface LobbyTold {
  phase?: Phase;
  startsAtMs?: bigint;
  begun?: boolean;
  team?: { name: string; role: Role }[];
  words?: string;
}

export interface Line {
  member: number;
  name: string;
  joined: boolean;
  open: boolean;
  toServer: Uint8Array[];
  toClient: Uint8Array[];
  events: SocketEvents;
}

export const room = "circle";
export const reading = "Someone on the team is reading your words first.";
const epoch = "e1";

export class FakeServer {
  readonly log: Event[] = [];
  readonly lines: Line[] = [];
  readonly acks = new Map<string, bigint>(); // command id → number, as the store has them
  // What to refuse the next words with, once each.
  readonly refusals: { code: string; words: string; retryAfterMs: bigint }[] = [];
  // Say is held while this is on; what waits, and the talk of two, are told again at each join.
  holding = false;
  readonly held = new Map<number, { member: number; text: string }>();
  side: { member: number; staff: number; said: { author: number; text: string }[] } | null = null;
  // Every command but say, in the order they were kept.
  readonly asked: Submit["command"][] = [];
  private holds_ = 0;
  private readonly acknowledgedHolds_ = new Map<string, number>();
  // Who is new waits in the lobby while this is on; what it tells is `lobby`, with her own name in it.
  lobby: LobbyTold | null = null;
  readonly renamed = new Map<number, string>();
  readonly admitted = new Set<number>();
  joinRefusal: { code: string; words: string; retryAfterMs: bigint } | null = null;

  connect(member: number, name: string, events: SocketEvents): Socket {
    const line: Line = { member, name, joined: false, open: true, toServer: [], toClient: [], events };
    this.lines.push(line);
    return {
      send: (bytes) => {
        if (line.open) line.toServer.push(bytes);
      },
      close: () => this.forget(line),
    };
  }

  cut(line: Line, code = 1006): void {
    if (!line.open) return;
    this.forget(line);
    line.events.closed(code);
  }

  forget(line: Line): void {
    line.open = false;
    const at = this.lines.indexOf(line);
    if (at >= 0) this.lines.splice(at, 1);
  }

  // Lets one frame through, to the server if `inward`; false when there was none.
  pass(line: Line, inward: boolean): boolean {
    const bytes = (inward ? line.toServer : line.toClient).shift();
    if (bytes === undefined) return false;
    if (inward) this.heard(line, fromBinary(ClientFrameSchema, bytes));
    else line.events.received(bytes.slice().buffer);
    return true;
  }

  settle(): void {
    let moved = true;
    while (moved) {
      moved = false;
      for (const line of [...this.lines]) {
        while (line.open && (this.pass(line, true) || this.pass(line, false))) moved = true;
      }
    }
  }

  say(line: Line, body: Reply): void {
    line.toClient.push(toBinary(ServerFrameSchema, create(ServerFrameSchema, { body })));
  }

  append(body: NonNullable<MessageInitShape<typeof EventSchema>["body"]>): Event {
    const event = create(EventSchema, { room, number: BigInt(this.log.length + 1), atMs: 1n, body });
    this.log.push(event);
    for (const line of this.lines) if (line.joined) this.say(line, { case: "event", value: event });
    return event;
  }

  private heard(line: Line, { body }: ClientFrame): void {
    switch (body.case) {
      case "hello":
        this.say(line, { case: "welcome", value: { name: line.name, role: Role.MEMBER, limits: { bodyCodePointsMax: 2_000 } } });
        return;
      case "join":
        this.join(line, body.value.resume === undefined ? null : Number(body.value.resume.after));
        return;
      case "submit":
        this.submit(line, body.value);
        return;
      case "ping":
        this.say(line, { case: "pong", value: { nonce: body.value.nonce } });
        return;
      default:
        return;
    }
  }

  private join(line: Line, after: number | null): void {
    if (this.joinRefusal !== null) {
      this.say(line, { case: "refusal", value: { room, ...this.joinRefusal } });
      return;
    }
    if (this.lobby !== null && !this.admitted.has(line.member)) {
      this.tellLobby(line);
      return;
    }
    const head = BigInt(this.log.length);
    this.say(line, { case: "joined", value: { room, epoch, member: line.member, head, resumed: after !== null } });
    if (after === null) this.snapshot(line);
    else for (const event of this.log.slice(after)) this.say(line, { case: "event", value: event });
    for (const [hold, { member, text }] of this.held) {
      if (member === line.member) this.notify(line.member, { case: "yourWordsAreRead", value: { hold, text, words: reading } });
    }
    if (this.side?.member === line.member) this.notify(line.member, { case: "sideRoom", value: this.side });
    this.say(line, { case: "presence", value: { room, complete: true, here: [line.member], total: 1 } });
    line.joined = true;
  }

  private tellLobby(line: Line): void {
    const name = this.renamed.get(line.member) ?? line.name;
    this.say(line, { case: "lobby", value: { room, title: "Circle", name, ...this.lobby } });
  }

  // The lobby changes for whoever is in it.
  changeLobby(part: LobbyTold): void {
    this.lobby = { ...this.lobby, ...part };
    for (const line of this.lines) if (!line.joined && !this.admitted.has(line.member)) this.tellLobby(line);
  }

  admit(member: number): void {
    this.admitted.add(member);
    for (const line of this.lines) if (line.member === member && !line.joined) this.join(line, null);
  }

  notify(member: number, body: NonNullable<MessageInitShape<typeof NoticeSchema>["body"]>): void {
    for (const line of this.lines) if (line.member === member) this.say(line, { case: "notice", value: { room, body } });
  }

  release(hold: number): void {
    const waiting = this.held.get(hold);
    if (waiting === undefined) throw new Error(`nothing waits as ${hold}`);
    this.held.delete(hold);
    const { number } = this.append({ case: "said", value: { author: waiting.member, text: waiting.text } });
    this.notify(waiting.member, { case: "yourWordsWereReleased", value: { hold, number } });
  }

  decline(hold: number, words: string, reason: string): void {
    const waiting = this.held.get(hold);
    if (waiting === undefined) throw new Error(`nothing waits as ${hold}`);
    this.held.delete(hold);
    this.notify(waiting.member, { case: "yourWordsWereDeclined", value: { hold, words, reason } });
  }

  private snapshot(line: Line): void {
    const messages = this.log.flatMap(({ number, atMs, body }) =>
      body.case === "said" ? [create(MessageSchema, { number, atMs, author: body.value.author, text: body.value.text })] : [],
    );
    const people = [create(PersonSchema, { member: line.member, name: line.name, role: Role.MEMBER, present: true })];
    this.say(line, {
      case: "snapshot",
      value: { room, epoch, through: BigInt(this.log.length), phase: Phase.OPEN, title: "Circle", messages, people },
    });
  }

  private submit(line: Line, { id, command }: Submit): void {
    const before = this.acks.get(id);
    if (before !== undefined) {
      const hold = this.acknowledgedHolds_.get(id) ?? 0;
      this.say(line, { case: "ack", value: { room, id, epoch, number: before, hold } });
      return;
    }
    const refusal = this.refusals.shift();
    if (refusal !== undefined) {
      this.say(line, { case: "refusal", value: { room, id, ...refusal } });
      return;
    }
    if (command.case !== "say") {
      this.acks.set(id, 0n);
      this.asked.push(command);
      this.heed(line, command);
      this.say(line, { case: "ack", value: { room, id, epoch } });
      return;
    }
    if (this.holding) {
      const hold = ++this.holds_;
      this.acks.set(id, 0n);
      this.acknowledgedHolds_.set(id, hold);
      this.held.set(hold, { member: line.member, text: command.value.text });
      this.notify(line.member, { case: "yourWordsAreRead", value: { hold, text: command.value.text, words: reading } });
      this.say(line, { case: "ack", value: { room, id, epoch, hold } });
      return;
    }
    const number = BigInt(this.log.length + 1);
    this.acks.set(id, number);
    this.say(line, { case: "ack", value: { room, id, epoch, number } });
    this.append({ case: "said", value: { author: line.member, text: command.value.text, replyTo: command.value.replyTo } });
  }

  // What the room does about a command that is not words.
  private heed(line: Line, command: Submit["command"]): void {
    if (command.case === "editHeld") {
      const { hold, text } = command.value;
      if (text === "") this.decline(hold, "", "");
      else {
        this.held.set(hold, { member: line.member, text });
        this.notify(line.member, { case: "yourWordsAreRead", value: { hold, text, words: reading } });
      }
    }
    if (command.case === "saySide" && this.side !== null) {
      const said = { member: line.member, author: line.member, text: command.value.text };
      this.side.said.push(said);
      this.notify(line.member, { case: "sideSaid", value: said });
    }
    if (command.case === "leaveSide") this.endSide();
    if (command.case === "changeName") {
      this.renamed.set(line.member, command.value.name);
      this.tellLobby(line);
    }
  }

  openSide(member: number, staff: number): void {
    this.side = { member, staff, said: [] };
    this.notify(member, { case: "sideRoom", value: { ...this.side, words: "Just the two of you." } });
  }

  endSide(): void {
    const side = this.side;
    this.side = null;
    if (side !== null) this.notify(side.member, { case: "sideClosed", value: { member: side.member } });
  }
}
