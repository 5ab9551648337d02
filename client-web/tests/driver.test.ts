import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { Phase } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { statusOf } from "../src/room/status";
import { FakeServer } from "./support/fake_server";
import { Phone, TestWorld } from "./support/test_world";

let server: FakeServer;
let time: TestWorld;
let ana: Phone;

beforeEach(() => {
  server = new FakeServer();
  time = new TestWorld();
  ana = new Phone(server, time, 1, "Ana");
});

const calm = () => time.calm(server);

test("words are said, acknowledged and shown once", () => {
  calm();
  ana.say("hello");
  expect(ana.driver.state.outbox).toHaveLength(1);
  calm();
  expect(ana.words).toEqual(["hello"]);
  expect(ana.driver.state.outbox).toEqual([]);
  expect(ana.unsent).toEqual([]);
});

test("words written before the connection is there go out when it is", () => {
  ana.say("first");
  ana.say("second");
  calm();
  expect(ana.words).toEqual(["first", "second"]);
});

test("words whose acknowledgement was lost are said once", () => {
  calm();
  ana.say("hello");
  const line = ana.line;
  if (line === undefined) throw new Error("not connected");
  server.pass(line, true); // it is kept
  server.cut(line); // and nobody tells her
  time.pass(1_000);
  calm();
  expect(ana.words).toEqual(["hello"]);
  expect(server.log).toHaveLength(1);
  expect(ana.unsent).toEqual([]);
});

test("words survive a reload before they were acknowledged, under the same id", () => {
  calm();
  ana.say("hello");
  const line = ana.line;
  if (line === undefined) throw new Error("not connected");
  server.pass(line, true);
  ana.reload();
  calm();
  expect(server.log).toHaveLength(1);
  expect(ana.words).toEqual(["hello"]);
  expect(ana.unsent).toEqual([]);
});

test("slow mode delays words and keeps them", () => {
  calm();
  server.refusals.push({ code: "slow_mode_active", words: "A little slower.", retryAfterMs: 30_000n });
  ana.say("hello");
  calm();
  expect(ana.driver.state.outbox[0]?.state).toMatchObject({ at: "waiting", words: "A little slower." });
  expect(ana.unsent).toHaveLength(1);
  for (let second = 0; second < 30; second += 1) {
    time.pass(1_000);
    server.settle();
  }
  calm();
  expect(ana.words).toEqual(["hello"]);
});

test("a paused room takes the words as soon as it is open again", () => {
  calm();
  server.refusals.push({ code: "room_paused", words: "", retryAfterMs: 600_000n });
  ana.say("hello");
  calm();
  expect(ana.words).toEqual([]);
  server.append({ case: "phaseChanged", value: { phase: Phase.PAUSED, cause: "staff_absent" } });
  calm();
  expect(statusOf(ana.driver.state, true)).toBe("paused_staff_absent");
  server.append({ case: "phaseChanged", value: { phase: Phase.OPEN } });
  calm();
  expect(ana.words).toEqual(["hello"]);
});

test("a refusal stays beside her words until she decides", () => {
  calm();
  server.refusals.push({ code: "body_refused", words: "Please leave the phone number out.", retryAfterMs: 0n });
  ana.say("call me");
  ana.say("or not");
  calm();
  expect(ana.words).toEqual(["or not"]);
  const refused = ana.driver.state.outbox[0];
  expect(refused?.state).toMatchObject({ at: "refused", words: "Please leave the phone number out." });
  ana.driver.input({ is: "retry", id: refused?.id ?? "" });
  calm();
  expect(ana.words).toEqual(["or not", "call me"]);
});

test("a door that says not yet is knocked at again; one that says no is not", () => {
  server.joinRefusal = { code: "waiting_for_staff", words: "Soon.", retryAfterMs: 0n };
  calm();
  expect(statusOf(ana.driver.state, true)).toBe("waiting_for_staff");
  server.joinRefusal = { code: "removed", words: "Not tonight.", retryAfterMs: 0n };
  time.pass(5_000);
  calm();
  expect(ana.driver.state.link.at).toBe("turned_away");
  expect(ana.driver.state.turnedAway?.words).toBe("Not tonight.");
  server.joinRefusal = null;
  time.pass(600_000);
  calm();
  expect(ana.driver.state.link.at).toBe("turned_away");
  ana.driver.input({ is: "again" });
  calm();
  expect(ana.driver.state.link.at).toBe("live");
});

test("a missing number is noticed and fetched", () => {
  calm();
  server.append({ case: "said", value: { author: 2, text: "one" } });
  ana.line?.toClient.pop();
  server.append({ case: "said", value: { author: 2, text: "two" } });
  calm();
  time.pass(1_000);
  calm();
  expect(ana.words).toEqual(["one", "two"]);
});

test("a mute ends by itself on her screen", () => {
  calm();
  const line = ana.line;
  if (line === undefined) throw new Error("not connected");
  server.say(line, { case: "notice", value: { body: { case: "youAreMuted", value: { untilMs: BigInt(time.nowMs + 5_000), words: "Rest a little." } } } });
  calm();
  expect(ana.driver.state.muted?.words).toBe("Rest a little.");
  time.pass(5_000);
  expect(ana.driver.state.muted).toBeNull();
});

test("someone who is removed has the server's words, and does not come back by herself", () => {
  calm();
  const line = ana.line;
  if (line === undefined) throw new Error("not connected");
  server.say(line, { case: "notice", value: { body: { case: "youWereRemoved", value: { words: "Not tonight." } } } });
  calm();
  time.pass(600_000);
  expect(ana.driver.state.link).toEqual({ at: "over", why: "removed" });
  expect(ana.driver.state.removed?.words).toBe("Not tonight.");
  expect(server.lines).toEqual([]);
});

test("when the server forgot her she is told so, not left connecting", async () => {
  calm();
  ana.placeGone = true;
  ana.refuseOpenings(10);
  if (ana.line !== undefined) server.cut(ana.line);
  for (let second = 0; second < 5; second += 1) {
    time.pass(1_000);
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(ana.driver.state.link).toEqual({ at: "over", why: "sign_in" });
});

describe("whatever is cut, whenever", () => {
  const steps = fc.array(
    fc.record({
      who: fc.nat({ max: 1 }),
      deed: fc.constantFrom("say", "say", "in", "in", "out", "out", "out", "cut", "reload", "wait"),
    }),
    { maxLength: 120 },
  );

  test("every word is said once, each one's in her order, and all see the same", () => {
    fc.assert(
      fc.property(steps, (script) => {
        server = new FakeServer();
        time = new TestWorld();
        const phones = [new Phone(server, time, 1, "Ana"), new Phone(server, time, 2, "Bea")];
        const said: string[][] = [[], []];
        for (const { who, deed } of script) {
          const phone = phones[who];
          const line = phone?.line;
          if (phone === undefined) continue;
          if (deed === "say") {
            const text = `${phone.member}:${said[who]?.length}`;
            said[who]?.push(text);
            phone.say(text);
          }
          if (deed === "in" && line !== undefined) server.pass(line, true);
          if (deed === "out" && line !== undefined) server.pass(line, false);
          if (deed === "cut" && line !== undefined) server.cut(line);
          if (deed === "reload") phone.reload();
          time.pass(deed === "wait" ? 700 : 2);
        }
        for (let turn = 0; turn < 40; turn += 1) {
          time.pass(2_000);
          calm();
        }
        const kept = server.log.map(({ body }) => (body.case === "said" ? body.value.text : ""));
        phones.forEach((phone, who) => {
          expect(kept.filter((text) => text.startsWith(`${phone.member}:`))).toEqual(said[who]);
          expect(phone.words).toEqual(kept);
          expect(phone.driver.state.outbox).toEqual([]);
          expect(phone.unsent).toEqual([]);
        });
      }),
      { numRuns: 500 },
    );
  });
});
