// The shell around the pure conversation: it owns the socket, the one timer and the storage, and does what each step
// asks for. Everything it needs from the world comes in through `World`, so tests bring their own.
import { verdictOf } from "../protocol/close_codes";
import type { Command } from "../protocol/command";
import { decode, encode, type Outgoing } from "../protocol/frames";
import { begin, nextTickMs, step, type Action, type Conversation, type Input } from "./conversation";
import type { ServerFrame } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import type { Role } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { worthKeeping, type Outbox } from "./outbox";

export interface Socket {
  send(bytes: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export interface SocketEvents {
  opened(): void;
  received(bytes: ArrayBuffer): void;
  closed(code: number): void;
}

export interface World {
  connect(events: SocketEvents): Socket;
  nowMs(): number;
  chance(): number;
  newId(): string;
  after(ms: number, act: () => void): () => void; // returns how to cancel
  hello(): { pageHalf: string; language: string };
  keep(outbox: Outbox): void;
  // Asks the service whether her place is still there; answers only when it surely is not.
  placeGone(): Promise<boolean>;
}

const typing_every_ms = 3_000;
const soonest_ms = 20;
const protocol_error = 1002;

export class Driver {
  private state_: Conversation;
  private socket_: Socket | null = null;
  private generation_ = 0; // events of an abandoned socket are not ours
  private cancelTimer_: (() => void) | null = null;
  private readonly listeners_ = new Set<() => void>();
  private lastTypingMs_ = -Infinity;

  constructor(
    private readonly world_: World,
    who: { room: string; role: Role; name: string; listening: boolean; unsent: Outbox },
    // Listens along: staff's tools make more of a frame than the conversation does.
    private readonly hear_: (frame: ServerFrame) => void = () => undefined,
  ) {
    this.state_ = begin(who.room, who.role, who.name, who.listening, who.unsent);
  }

  get state(): Conversation {
    return this.state_;
  }

  subscribe(listener: () => void): () => void {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  }

  start(): void {
    this.input({ is: "start" });
  }

  stop(): void {
    this.input({ is: "stop" });
  }

  do(command: Command): string {
    const id = this.world_.newId();
    this.input({ is: "do", id, command });
    return id;
  }

  typing(): void {
    const nowMs = this.world_.nowMs();
    if (nowMs - this.lastTypingMs_ < typing_every_ms) return;
    this.lastTypingMs_ = nowMs;
    this.input({ is: "typing" });
  }

  // A new language for the server's words needs a new hello; the conversation resumes where it was.
  greetAgain(): void {
    this.input({ is: "greet_again" });
  }

  input(input: Input): void {
    const before = this.state_;
    const at = { nowMs: this.world_.nowMs(), chance: this.world_.chance() };
    const { conversation, actions } = step(before, input, at);
    this.state_ = conversation;
    if (conversation.outbox !== before.outbox) this.world_.keep(worthKeeping(conversation.outbox));
    for (const action of actions) this.act(action);
    this.setTimer();
    if (conversation !== before) for (const listener of this.listeners_) listener();
  }

  private act(action: Action): void {
    switch (action.do) {
      case "open":
        this.connect();
        return;
      case "shut":
        this.abandon();
        return;
      case "hello":
        this.send({ is: "hello", ...this.world_.hello() });
        return;
      case "check_place":
        void this.world_.placeGone().then((gone) => {
          if (gone) this.input({ is: "place_gone" });
        });
        return;
      case "send":
        this.send(action.frame);
    }
  }

  private send(frame: Outgoing): void {
    this.socket_?.send(encode(frame));
  }

  private connect(): void {
    this.abandon();
    const generation = this.generation_;
    const ours = () => generation === this.generation_;
    this.socket_ = this.world_.connect({
      opened: () => {
        if (ours()) this.input({ is: "opened" });
      },
      received: (bytes) => {
        if (ours()) this.received(bytes);
      },
      closed: (code) => {
        if (!ours()) return;
        this.socket_ = null;
        this.input({ is: "closed", verdict: verdictOf(code) });
      },
    });
  }

  private received(bytes: ArrayBuffer): void {
    let frame;
    try {
      frame = decode(bytes);
    } catch {
      this.abandon();
      this.input({ is: "closed", verdict: verdictOf(protocol_error) });
      return;
    }
    this.hear_(frame);
    this.input({ is: "frame", frame });
  }

  private abandon(): void {
    this.generation_ += 1;
    this.socket_?.close();
    this.socket_ = null;
  }

  private setTimer(): void {
    this.cancelTimer_?.();
    const moment = nextTickMs(this.state_);
    this.cancelTimer_ =
      moment === null
        ? null
        : this.world_.after(Math.max(soonest_ms, moment - this.world_.nowMs()), () => this.input({ is: "tick" }));
  }
}
