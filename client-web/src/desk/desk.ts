// A moderator's desk: the rooms she has open, each on a connection of its own (one that drops takes no other with it, and
// each resumes by itself), what she asked of them, how it ended, and what can be undone for a few seconds.
import { AlertLevel, Role } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { ServerFrame } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import type { Command } from "../protocol/command";
import { Driver, type World } from "../room/driver";
import { passesByItself } from "../room/outbox";
import { undoOf, type Order } from "./actions";
import { empty_desk_state, heard, raisedBy, type DeskState } from "./desk_room";
import type { QueueRoom } from "./queue";

export interface DeskRoom {
  readonly room: string;
  readonly title: string;
  readonly driver: Driver;
  state: DeskState;
}

export interface Undo {
  readonly orders: readonly Order[];
  readonly done: Order;
  readonly untilMs: number;
}

export interface Refused {
  readonly about: string; // the item, person or sheet she acted on
  readonly code: string;
  readonly words: string;
  readonly command: Command;
  readonly back: string; // what she wrote and the room did not take: hers to change
}

interface Asked {
  readonly about: string;
  readonly room: string;
  readonly command: Command;
  readonly undo: Order | null;
  readonly regretted: boolean; // taken back before the server had answered
}

export const undo_ms = 8_000;
// These the connection tries again by itself.
const pressed = new Set(["busy", "too_fast", "store_unavailable"]);

export class Desk {
  private readonly rooms_ = new Map<string, DeskRoom>();
  private readonly asked_ = new Map<string, Asked>();
  private readonly listeners_ = new Set<() => void>();
  private refused_: Refused | null = null;
  private undo_: Undo | null = null;

  constructor(
    private readonly worldOf_: (room: string) => World,
    private readonly who_: { role: Role; name: string },
    private readonly onRaised_: (level: AlertLevel) => void = () => undefined,
  ) {}

  get rooms(): readonly DeskRoom[] {
    return [...this.rooms_.values()];
  }

  get refused(): Refused | null {
    return this.refused_;
  }

  get isAdmin(): boolean {
    return this.who_.role === Role.ADMIN;
  }

  room(name: string): DeskRoom | undefined {
    return this.rooms_.get(name);
  }

  get queueRooms(): QueueRoom[] {
    return this.rooms.flatMap(({ room, driver, state }) =>
      state.staff === null ? [] : [{ room, me: driver.state.me, staff: state.staff }],
    );
  }

  subscribe(listener: () => void): () => void {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  }

  comeInto(room: string, title: string): void {
    if (this.rooms_.has(room)) return;
    const who = { room, role: this.who_.role, name: this.who_.name, listening: false, unsent: [] };
    const driver: Driver = new Driver(this.worldOf_(room), who, (frame) => this.hear(room, frame));
    this.rooms_.set(room, { room, title, driver, state: empty_desk_state });
    driver.subscribe(() => this.tell());
    driver.start();
    this.tell();
  }

  putAway(room: string): void {
    this.rooms_.get(room)?.driver.stop();
    this.rooms_.delete(room);
    for (const [id, asked] of this.asked_) if (asked.room === room) this.asked_.delete(id);
    this.tell();
  }

  stop(): void {
    for (const { driver } of this.rooms) driver.stop();
  }

  // As with one driver: the machine woke up, or the server shall speak another language.
  input(wake: { is: "wake" }): void {
    for (const { driver } of this.rooms) driver.input(wake);
  }

  greetAgain(): void {
    for (const { driver } of this.rooms) driver.greetAgain();
  }

  // `about` names what she acted on, so that a refusal stands beside it.
  ask(orders: readonly Order[], about: string): void {
    this.refused_ = null;
    for (const order of orders) this.do(order.room, order.command, about, undoOf(order));
    this.tell();
  }

  say(room: string, command: Command, about: string): void {
    this.refused_ = null;
    this.do(room, command, about, null);
  }

  breakGlass(room: string, reason: string, minutes: number): void {
    const command: Command = { is: "breakGlass", reason, minutes };
    const id = this.worldOf_(room).newId();
    this.refused_ = null;
    this.asked_.set(id, { about: `glass/${room}`, room, command, undo: null, regretted: false });
    this.rooms_.get(room)?.driver.input({ is: "at_the_door", id, command });
  }

  undoable(nowMs: number): Undo | null {
    return this.undo_ !== null && nowMs < this.undo_.untilMs ? this.undo_ : null;
  }

  // What the server has not answered yet.
  get unanswered(): readonly Order[] {
    return [...this.asked_.values()].map(({ room, command }) => ({ room, command }) as Order);
  }

  // What she did last, answered or not. What is still on its way may have arrived: it is undone once the server has said
  // yes to it, and there is nothing to undo when it says no.
  takeBack(nowMs: number): void {
    const newest = [...this.asked_].filter(([, asked]) => asked.undo !== null && !asked.regretted).at(-1);
    if (newest !== undefined) {
      const [id, asked] = newest;
      this.asked_.set(id, { ...asked, regretted: true });
      this.tell();
      return;
    }
    const undo = this.undoable(nowMs);
    this.undo_ = null;
    for (const { room, command } of undo?.orders ?? []) this.do(room, command, `undo/${room}`, null);
    this.tell();
  }

  heed(): void {
    this.refused_ = null;
    this.tell();
  }

  private do(room: string, command: Command, about: string, undo: Order | null): void {
    const desk = this.rooms_.get(room);
    if (desk === undefined) return;
    const id = this.worldOf_(room).newId();
    this.asked_.set(id, { about, room, command, undo, regretted: false });
    desk.driver.input({ is: "do", id, command });
  }

  private hear(room: string, frame: ServerFrame): void {
    const desk = this.rooms_.get(room);
    if (desk === undefined) return;
    const level = raisedBy(desk.state, frame);
    desk.state = heard(desk.state, frame);
    if (frame.body.case === "ack") this.kept(frame.body.value.id, this.worldOf_(room).nowMs());
    if (frame.body.case === "refusal") this.refusal(frame.body.value);
    if (level !== AlertLevel.UNSPECIFIED) this.onRaised_(level);
  }

  private kept(id: string, nowMs: number): void {
    const asked = this.asked_.get(id);
    this.asked_.delete(id);
    if (asked === undefined || asked.undo === null) return;
    if (asked.regretted) {
      this.do(asked.undo.room, asked.undo.command, `undo/${asked.room}`, null);
      return;
    }
    const done = { room: asked.room, command: asked.command } as Order;
    this.undo_ = { orders: [asked.undo], done, untilMs: nowMs + undo_ms };
  }

  private refusal({ id, code, words }: { id: string; code: string; words: string }): void {
    const asked = this.asked_.get(id);
    if (asked === undefined || pressed.has(code)) return;
    this.asked_.delete(id);
    const { about, room, command } = asked;
    const waits = (command.is === "say" || command.is === "saySide") && passesByItself(code); // it goes out by itself
    if (!waits) this.rooms_.get(room)?.driver.input({ is: "drop", id });
    const back = !waits && "text" in command ? command.text : "";
    this.refused_ = { about, code, words, command, back };
  }

  private tell(): void {
    for (const listener of this.listeners_) listener();
  }
}
