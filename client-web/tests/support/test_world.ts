// A world with its own time, for a driver under test.
import { Driver, type World } from "../../src/room/driver";
import type { Outbox } from "../../src/room/outbox";
import { Role } from "../../src/protocol/generated/nightlight/wire/v1/room_pb";
import { room, type FakeServer, type Line } from "./fake_server";

export class TestWorld {
  nowMs = 0;
  private timers_: { atMs: number; act: () => void }[] = [];

  after(ms: number, act: () => void): () => void {
    const timer = { atMs: this.nowMs + ms, act };
    this.timers_.push(timer);
    return () => {
      this.timers_ = this.timers_.filter((one) => one !== timer);
    };
  }

  pass(ms: number): void {
    const until = this.nowMs + ms;
    for (;;) {
      const next = this.timers_.filter((timer) => timer.atMs <= until).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.timers_ = this.timers_.filter((timer) => timer !== next);
      this.nowMs = next.atMs;
      next.act();
    }
    this.nowMs = until;
  }

  // Until everything that was on its way has come.
  calm(server: FakeServer): void {
    for (let turn = 0; turn < 20; turn += 1) {
      this.pass(5);
      server.settle();
    }
  }
}

// Someone with a phone: a driver, and what her tab keeps across a reload.
export class Phone {
  unsent: Outbox = [];
  placeGone = false;
  private ids_ = 0;
  private refusing_ = 0;
  driver: Driver;

  constructor(
    private readonly server_: FakeServer,
    private readonly time_: TestWorld,
    readonly member: number,
    private readonly name_: string,
  ) {
    this.driver = this.turnOn();
  }

  // The page is gone and loaded again: only what the tab kept is left.
  reload(): void {
    const line = this.line;
    if (line !== undefined) this.server_.forget(line);
    this.driver = this.turnOn();
  }

  get line(): Line | undefined {
    return this.server_.lines.find((line) => line.member === this.member);
  }

  // The next openings fail, as with a server that is down.
  refuseOpenings(count: number): void {
    this.refusing_ = count;
  }

  say(text: string): void {
    this.driver.do({ is: "say", text, replyTo: 0 });
  }

  get words(): string[] {
    return (this.driver.state.view?.messages ?? []).map((message) => message.text);
  }

  private turnOn(): Driver {
    const driver: Driver = new Driver(this.world(() => driver), {
      room,
      role: Role.MEMBER,
      name: this.name_,
      listening: false,
      unsent: this.unsent,
    });
    driver.start();
    return driver;
  }

  private world(current: () => Driver): World {
    return {
      connect: (events) => {
        if (this.refusing_ > 0) {
          this.refusing_ -= 1;
          this.time_.after(1, () => events.closed(1006));
          return { send: () => undefined, close: () => undefined };
        }
        const socket = this.server_.connect(this.member, this.name_, events);
        this.time_.after(1, () => events.opened());
        return socket;
      },
      nowMs: () => this.time_.nowMs,
      chance: () => 0.5,
      newId: () => `${this.member}-${++this.ids_}`,
      after: (ms, act) => this.time_.after(ms, () => {
        if (current() === this.driver) act();
      }),
      hello: () => ({ pageHalf: "half", language: "en" }),
      keep: (outbox) => {
        this.unsent = outbox;
      },
      placeGone: () => Promise.resolve(this.placeGone),
    };
  }
}
