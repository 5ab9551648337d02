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
import type { Socket, SocketEvents } from "../../src/room/driver";

type Reply = NonNullable<MessageInitShape<typeof ServerFrameSchema>["body"]>;

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
const epoch = "e1";

export class FakeServer {
  readonly log: Event[] = [];
  readonly lines: Line[] = [];
  readonly acks = new Map<string, bigint>(); // command id → number, as the store has them
  // What to refuse the next words with, once each.
  readonly refusals: { code: string; words: string; retryAfterMs: bigint }[] = [];
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
    const head = BigInt(this.log.length);
    this.say(line, { case: "joined", value: { room, epoch, member: line.member, head, resumed: after !== null } });
    if (after === null) this.snapshot(line);
    else for (const event of this.log.slice(after)) this.say(line, { case: "event", value: event });
    line.joined = true;
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
      this.say(line, { case: "ack", value: { room, id, epoch, number: before } });
      return;
    }
    if (command.case !== "say") return;
    const refusal = this.refusals.shift();
    if (refusal !== undefined) {
      this.say(line, { case: "refusal", value: { room, id, ...refusal } });
      return;
    }
    const number = BigInt(this.log.length + 1);
    this.acks.set(id, number);
    this.say(line, { case: "ack", value: { room, id, epoch, number } });
    this.append({ case: "said", value: { author: line.member, text: command.value.text, replyTo: command.value.replyTo } });
  }
}
