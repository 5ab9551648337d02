// Waiting to be let in: what she is told, her name, being let in on the same line, and lines that drop meanwhile.
import { beforeEach, expect, test } from "vitest";
import { Phase, Role } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { outsideView } from "../src/room/outside";
import { statusOf } from "../src/room/status";
import { FakeServer, type Line } from "./support/fake_server";
import { Phone, TestWorld } from "./support/test_world";

let server: FakeServer;
let time: TestWorld;
let ana: Phone;

const kim = { name: "Kim", role: Role.FACILITATOR };

beforeEach(() => {
  server = new FakeServer();
  server.lobby = { startsAtMs: 900_000n, team: [kim], words: "Soon." };
  time = new TestWorld();
  ana = new Phone(server, time, 1, "Ana");
  calm();
});

const calm = () => time.calm(server);

function line(): Line {
  if (ana.line === undefined) throw new Error("not connected");
  return ana.line;
}

test("she is told when it begins, who of the team is here, and nothing of the circle", () => {
  expect(ana.driver.state.lobby).toEqual({
    title: "Circle", over: false, startsAtMs: 900_000, begun: false, name: "Ana", listening: false,
    team: [{ name: "Kim", role: Role.FACILITATOR }], words: "Soon.",
  });
  expect(ana.driver.state.view).toBeNull();
  expect(statusOf(ana.driver.state, true)).toBe("lobby");
  expect(outsideView(ana.driver.state)).toBeNull();
});

test("the line stays up while she waits, however long", () => {
  const first = line();
  for (let turn = 0; turn < 120; turn += 1) {
    time.pass(5_000);
    calm();
  }
  expect(line()).toBe(first);
  expect(ana.driver.state.link.at).toBe("lobby");
});

test("she is let in on the same line, and the lobby is gone", () => {
  const first = line();
  server.append({ case: "said", value: { author: 9, text: "hello" } });
  server.changeLobby({ begun: true });
  calm();
  expect(ana.driver.state.lobby?.begun).toBe(true);
  server.admit(1);
  calm();
  expect(line()).toBe(first);
  expect(ana.driver.state).toMatchObject({ lobby: null, me: 1, link: { at: "live" } });
  expect(ana.words).toEqual(["hello"]);
  ana.say("thank you");
  calm();
  expect(ana.words).toEqual(["hello", "thank you"]);
});

test("a name that is changed shows as the server has it, once", () => {
  ana.driver.do({ is: "changeName", name: "Luna" });
  calm();
  expect(server.asked).toMatchObject([{ case: "changeName", value: { name: "Luna" } }]);
  expect(ana.driver.state.lobby?.name).toBe("Luna");
  expect(ana.driver.state.outbox).toEqual([]);
  server.admit(1);
  calm();
  expect(server.asked).toHaveLength(1);
});

test("a name that somebody has is refused in the server's words, and she keeps hers", () => {
  server.refusals.push({ code: "name_taken", words: "Somebody has that name.", retryAfterMs: 0n });
  ana.driver.do({ is: "changeName", name: "Bea" });
  calm();
  expect(ana.driver.state.words).toBe("Somebody has that name.");
  expect(ana.driver.state.lobby?.name).toBe("Ana");
  expect(ana.driver.state.outbox).toEqual([]);
});

test("words that wait from before are not sent from the lobby; they go once she is in", () => {
  ana.say("from before");
  calm();
  expect(server.log).toEqual([]);
  server.admit(1);
  calm();
  expect(ana.words).toEqual(["from before"]);
});

test("a line that drops is taken up again, with what she saw still there", () => {
  ana.refuseOpenings(1);
  server.cut(line());
  expect(ana.driver.state.lobby?.title).toBe("Circle");
  expect(statusOf(ana.driver.state, true)).toBe("reconnecting");
  time.pass(3_000);
  calm();
  expect(ana.driver.state.link.at).toBe("lobby");
});

test("let in while the line was down, she comes back into the room", () => {
  server.cut(line());
  server.admitted.add(1);
  time.pass(3_000);
  calm();
  expect(ana.driver.state).toMatchObject({ lobby: null, link: { at: "live" } });
});

test("a meeting that ends before she came in says so", () => {
  server.changeLobby({ phase: Phase.CLOSED });
  calm();
  expect(ana.driver.state.lobby?.over).toBe(true);
});

test("leaving from the lobby is told", () => {
  ana.driver.do({ is: "leave" });
  calm();
  expect(server.asked).toMatchObject([{ case: "leave" }]);
});
