// What is hers alone: words that are read first, a talk of two, what she tells the team, and asking again from outside.
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { Feeling } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { FakeServer, reading, type Line } from "./support/fake_server";
import { Phone, TestWorld } from "./support/test_world";

let server: FakeServer;
let time: TestWorld;
let ana: Phone;

beforeEach(() => {
  server = new FakeServer();
  time = new TestWorld();
  ana = new Phone(server, time, 1, "Ana");
  calm();
});

const calm = () => time.calm(server);

function line(): Line {
  if (ana.line === undefined) throw new Error("not connected");
  return ana.line;
}

function cutAndBack(meanwhile: () => void = () => undefined): void {
  server.cut(line());
  meanwhile();
  time.pass(1_000);
  calm();
}

describe("words that are read first", () => {
  beforeEach(() => {
    server.holding = true;
    ana.say("hello");
    calm();
  });

  test("leave the outbox without a number and stand as being read", () => {
    expect(ana.driver.state.outbox).toEqual([]);
    expect(ana.unsent).toEqual([]);
    expect(ana.words).toEqual([]);
    expect(ana.driver.state.holds).toMatchObject([{ hold: 1, text: "hello", at: "reading", words: reading }]);
  });

  test("do not stop the next ones from waiting too", () => {
    ana.say("and more");
    calm();
    expect(ana.driver.state.holds.map(({ text }) => text)).toEqual(["hello", "and more"]);
  });

  test("are in the room once they are released, and nowhere else", () => {
    server.release(1);
    calm();
    expect(ana.words).toEqual(["hello"]);
    expect(ana.driver.state.holds).toEqual([]);
  });

  test("stay hers when they are declined, until she puts them away", () => {
    server.decline(1, "This one was not shown.", "names a child");
    calm();
    expect(ana.driver.state.holds).toMatchObject([{ at: "declined", text: "hello", words: "This one was not shown.", reason: "names a child" }]);
    ana.driver.input({ is: "hold_put_away", hold: 1 });
    expect(ana.driver.state.holds).toEqual([]);
  });

  test("come back with the reason when she is asked to say them another way, and wait again once she has", () => {
    server.notify(1, { case: "pleaseRephrase", value: { hold: 1, text: "hello", reason: "a name", words: "Another way?" } });
    calm();
    expect(ana.driver.state.holds).toMatchObject([{ at: "rephrase", text: "hello", reason: "a name", words: "Another way?" }]);
    ana.driver.do({ is: "editHeld", hold: 1, text: "hi" });
    calm();
    expect(server.held.get(1)?.text).toBe("hi");
    expect(ana.driver.state.holds).toMatchObject([{ at: "reading", text: "hi", words: reading, reason: "" }]);
  });

  test("that she takes back are not declined in front of her", () => {
    ana.driver.do({ is: "editHeld", hold: 1, text: "" });
    calm();
    expect(server.held.size).toBe(0);
    expect(ana.driver.state.holds).toEqual([]);
  });

  test("that do not fit are hers to change again, with the server's words", () => {
    server.refusals.push({ code: "body_too_long", words: "That is too long.", retryAfterMs: 0n });
    ana.driver.do({ is: "editHeld", hold: 1, text: "much too long" });
    calm();
    expect(ana.driver.state.holds).toMatchObject([{ at: "rephrase", text: "much too long", words: "That is too long." }]);
  });

  test("still wait after a reload", () => {
    ana.reload();
    calm();
    expect(ana.driver.state.holds).toMatchObject([{ hold: 1, text: "hello", at: "reading" }]);
  });

  test("that were released while she was away are only in the room", () => {
    cutAndBack(() => server.release(1));
    expect(ana.words).toEqual(["hello"]);
    expect(ana.driver.state.holds).toEqual([]);
  });

  test("that were declined while she was away are still hers", () => {
    cutAndBack(() => server.decline(1, "", ""));
    expect(ana.driver.state.holds).toMatchObject([{ at: "declined", text: "hello", sure: true }]);
  });

  test("go with her when she is asked to leave, and stay hers to copy", () => {
    server.notify(1, { case: "youWereRemoved", value: { words: "For now.", reason: "a calmer moment" } });
    calm();
    expect(ana.driver.state.holds).toMatchObject([{ at: "declined", text: "hello" }]);
  });
});

test("words whose acknowledgement as waiting was lost are sent again and wait once", () => {
  server.holding = true;
  ana.say("hello");
  const here = line();
  server.pass(here, true);
  server.cut(here);
  time.pass(1_000);
  calm();
  expect(server.held.size).toBe(1);
  expect(ana.driver.state.outbox).toEqual([]);
  expect(ana.driver.state.holds).toHaveLength(1);
});

test("whatever is cut, and whenever they are released, her words are said once and nothing is left waiting", () => {
  const deeds = fc.constantFrom("say", "say", "in", "in", "out", "out", "cut", "reload", "hold", "release", "wait");
  fc.assert(
    fc.property(fc.array(deeds, { maxLength: 80 }), (script) => {
      server = new FakeServer();
      time = new TestWorld();
      ana = new Phone(server, time, 1, "Ana");
      const said: string[] = [];
      for (const deed of script) {
        const here = ana.line;
        if (deed === "say") {
          said.push(`words ${said.length}`);
          ana.say(`words ${said.length - 1}`);
        }
        if (deed === "hold") server.holding = !server.holding;
        if (deed === "release") for (const hold of [...server.held.keys()].slice(0, 1)) server.release(hold);
        if (deed === "in" && here !== undefined) server.pass(here, true);
        if (deed === "out" && here !== undefined) server.pass(here, false);
        if (deed === "cut" && here !== undefined) server.cut(here);
        if (deed === "reload") ana.reload();
        time.pass(deed === "wait" ? 700 : 2);
      }
      const rest = () => {
        for (let turn = 0; turn < 10; turn += 1) {
          time.pass(2_000);
          calm();
        }
      };
      rest();
      for (const hold of [...server.held.keys()]) server.release(hold);
      rest();
      const kept = server.log.map(({ body }) => (body.case === "said" ? body.value.text : ""));
      expect([...kept].sort()).toEqual([...said].sort());
      expect(ana.words).toEqual(kept);
      expect([ana.driver.state.outbox, ana.driver.state.holds, ana.unsent]).toEqual([[], [], []]);
    }),
    { numRuns: 300 },
  );
});

describe("a talk of two", () => {
  beforeEach(() => {
    server.openSide(1, 9);
    calm();
  });
  const talk = () => ana.driver.state.sides[0];

  test("opens with the server's words and holds both people's", () => {
    server.notify(1, { case: "sideSaid", value: { member: 1, author: 9, text: "how are you?" } });
    ana.driver.do({ is: "saySide", member: 0, text: "tired" });
    calm();
    expect(talk()).toMatchObject({ member: 1, staff: 9, words: "Just the two of you.", over: false });
    expect(talk()?.lines.map(({ text }) => text)).toEqual(["how are you?", "tired"]);
    expect(ana.driver.state.outbox).toEqual([]);
  });

  test("never reaches the group, and the group's words keep coming", () => {
    ana.driver.do({ is: "saySide", member: 0, text: "just for you" });
    server.append({ case: "said", value: { author: 2, text: "in the group" } });
    calm();
    expect(ana.words).toEqual(["in the group"]);
    expect(server.log).toHaveLength(1);
  });

  test("is the same after a cut, and after a reload", () => {
    ana.driver.do({ is: "saySide", member: 0, text: "tired" });
    calm();
    cutAndBack();
    expect(talk()?.lines.map(({ text }) => text)).toEqual(["tired"]);
    ana.reload();
    calm();
    expect(talk()?.lines.map(({ text }) => text)).toEqual(["tired"]);
  });

  test("keeps her words through a reload before they were acknowledged", () => {
    ana.driver.do({ is: "saySide", member: 0, text: "tired" });
    ana.reload();
    calm();
    expect(server.side?.said.map(({ text }) => text)).toEqual(["tired"]);
  });

  test("that ends stays on her screen until she goes back", () => {
    server.endSide();
    calm();
    expect(talk()?.over).toBe(true);
    ana.driver.input({ is: "side_left" });
    expect(talk()).toBeUndefined();
  });

  test("that ended while she was away is over too", () => {
    cutAndBack(() => server.endSide());
    expect(talk()?.over).toBe(true);
  });

  test("is left at once, with what she had still to say in it, even without a connection", () => {
    server.cut(line());
    ana.driver.do({ is: "saySide", member: 0, text: "never mind" });
    ana.driver.do({ is: "leaveSide" });
    expect(talk()).toBeUndefined();
    time.pass(1_000);
    calm();
    expect(talk()).toBeUndefined();
    expect(server.side).toBeNull();
    expect(server.asked.map((command) => command.case)).toEqual(["leaveSide"]);
  });

  test("that was over already is left without a word about it", () => {
    server.refusals.push({ code: "side_room_unknown", words: "That side room is over.", retryAfterMs: 0n });
    ana.driver.do({ is: "leaveSide" });
    calm();
    expect(ana.driver.state.words).toBe("");
  });
});

describe("what she tells the team", () => {
  test("is kept, answered once, and shown nowhere", () => {
    const id = ana.driver.do({ is: "report", member: 2, number: 5, worried: true, text: "please look" });
    expect(ana.driver.state.told).toBeNull();
    calm();
    expect(ana.driver.state.told).toEqual({ id, words: "" });
    expect(server.asked).toMatchObject([{ case: "report", value: { member: 2, number: 5n, worried: true, text: "please look" } }]);
    expect([ana.words, ana.driver.state.lines, ana.driver.state.words, ana.unsent]).toEqual([[], [], "", []]);
  });

  test("survives a reload before it was acknowledged, and is told once", () => {
    ana.driver.do({ is: "report", member: 2, number: 0, worried: false, text: "" });
    server.pass(line(), true);
    ana.reload();
    calm();
    expect(server.asked).toHaveLength(1);
    expect(ana.unsent).toEqual([]);
  });

  test("that is refused says why", () => {
    server.refusals.push({ code: "too_many_reports", words: "The team has your reports.", retryAfterMs: 60_000n });
    const id = ana.driver.do({ is: "report", member: 2, number: 0, worried: false, text: "" });
    calm();
    expect(ana.driver.state.told).toEqual({ id, words: "The team has your reports." });
    ana.driver.input({ is: "heeded" });
    expect([ana.driver.state.told, ana.driver.state.words]).toEqual([null, ""]);
  });

  test("can be how she is, in one tap", () => {
    const id = ana.driver.do({ is: "tellStaff", feeling: Feeling.PLEASE_WRITE });
    calm();
    expect(ana.driver.state.told).toEqual({ id, words: "" });
  });
});

test("a note from the team stands until she puts it away, also after a cut", () => {
  server.notify(1, { case: "youWereWarned", value: { words: "A note, just for you.", reason: "unkind words" } });
  calm();
  cutAndBack();
  expect(ana.driver.state.warned).toEqual({ words: "A note, just for you.", reason: "unkind words" });
  ana.driver.input({ is: "warning_heeded" });
  expect(ana.driver.state.warned).toBeNull();
});

describe("someone who is outside", () => {
  const appeal = { is: "appeal" as const, text: "I was misread" };
  const remove = (mayReturn = false) => {
    server.notify(1, { case: "youWereRemoved", value: { words: "For now.", reason: "a calmer moment", mayReturn } });
    calm();
  };

  test("can ask another moderator to look, without coming in", () => {
    remove();
    expect(server.lines).toEqual([]);
    const id = ana.driver.do(appeal);
    calm();
    expect(server.asked).toMatchObject([{ case: "appeal", value: { text: "I was misread" } }]);
    expect(ana.driver.state.told).toEqual({ id, words: "" });
    expect(ana.driver.state.link).toEqual({ at: "over", why: "removed" });
    expect(server.lines).toEqual([]);
  });

  test("asks once, whatever is cut meanwhile", () => {
    remove();
    ana.refuseOpenings(2);
    ana.driver.do(appeal);
    time.pass(2_500);
    const here = line();
    while (server.pass(here, true) || server.pass(here, false)) if (server.asked.length > 0) break;
    server.cut(here);
    time.pass(2_000);
    calm();
    expect(server.asked).toHaveLength(1);
    expect(ana.driver.state.told?.words).toBe("");
    expect(ana.driver.state.removed?.words).toBe("For now.");
  });

  test("asks from a door that stayed shut too, and after a reload", () => {
    server.joinRefusal = { code: "removed", words: "Not right now.", retryAfterMs: 900_000n };
    ana.reload();
    calm();
    expect(ana.driver.state.turnedAway).toMatchObject({ code: "removed", untilMs: expect.any(Number) as number });
    ana.driver.do(appeal);
    ana.reload();
    calm();
    expect(server.asked).toHaveLength(1);
    expect(ana.driver.state.link.at).toBe("turned_away");
  });

  test("hears why it was not taken", () => {
    remove();
    server.refusals.push({ code: "nothing_to_appeal", words: "Nothing is in force.", retryAfterMs: 0n });
    const id = ana.driver.do(appeal);
    calm();
    expect(ana.driver.state.told).toEqual({ id, words: "Nothing is in force." });
    expect(ana.driver.state.link).toEqual({ at: "over", why: "removed" });
  });

  test("comes back when she is ready, if she may", () => {
    remove(true);
    expect(ana.driver.state.removed).toMatchObject({ mayReturn: true, reason: "a calmer moment" });
    ana.driver.input({ is: "again" });
    calm();
    expect(ana.driver.state.link.at).toBe("live");
    expect(ana.driver.state.removed).toBeNull();
  });
});
