import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdictOf } from "../src/protocol/close_codes";
import { backoff, deadlineOf, memberPace, outsideOf, stepLink, type Link, type LinkInput } from "../src/room/link";

const at = (nowMs: number, chance = 0.5) => ({ nowMs, chance, pace: memberPace });

function run(inputs: [number, LinkInput][], from: Link = { at: "idle" }): { link: Link; actions: string[] } {
  let link = from;
  let actions: string[] = [];
  for (const [nowMs, input] of inputs) ({ link, actions } = stepLink(link, input, at(nowMs)));
  return { link, actions };
}

const toLive: [number, LinkInput][] = [
  [0, { is: "start" }],
  [10, { is: "opened" }],
  [20, { is: "welcomed" }],
  [30, { is: "joined" }],
];
const live = run(toLive).link;
const closedBy = (code: number, notBeforeMs = 0): LinkInput => ({ is: "closed", verdict: verdictOf(code), notBeforeMs });

test("a connection is opened, greeted and joined in that order", () => {
  expect(run(toLive.slice(0, 1)).actions).toEqual(["open"]);
  expect(run(toLive.slice(0, 2)).actions).toEqual(["hello"]);
  expect(run(toLive.slice(0, 3)).actions).toEqual(["join"]);
  expect(live.at).toBe("live");
});

describe("a close code says what to do", () => {
  test.each([1001, 1006, 1012])("%d reconnects within a second", (code) => {
    const { link } = stepLink(live, closedBy(code), at(1_000));
    expect(link.at).toBe("waiting");
    expect((deadlineOf(link) ?? 0) - 1_000).toBeLessThanOrEqual(1_000);
  });
  test("4408 resumes at once", () => {
    expect(stepLink(live, closedBy(4408), at(1_000)).actions).toEqual(["open"]);
  });
  test("4408 again and again is answered with patience", () => {
    const again = stepLink({ at: "opening", attempt: 3, untilMs: 0 }, closedBy(4408), at(0));
    expect(again.link.at).toBe("waiting");
  });
  test.each([
    [4401, "sign_in"],
    [4403, "never"],
    [4410, "removed"],
  ])("%d does not come back", (code, why) => {
    expect(stepLink(live, closedBy(code), at(0)).link).toEqual({ at: "over", why });
  });
  test.each([4429, 4503, 1013])("%d comes back later", (code) => {
    const { link } = stepLink(live, closedBy(code), at(0));
    expect(deadlineOf(link)).toBeGreaterThanOrEqual(10_000);
  });
  test.each([1002, 1007, 1009, 4400])("%d comes back much later", (code) => {
    expect(deadlineOf(stepLink(live, closedBy(code), at(0)).link)).toBeGreaterThanOrEqual(60_000);
  });
});

test("greeting again in another language, however often, is no failed attempt", () => {
  let link = live;
  for (const nowMs of [100, 200, 300]) {
    const again = stepLink(link, { is: "greet_again" }, at(nowMs));
    expect(again.actions).toEqual(["open"]);
    link = run([[nowMs, { is: "opened" }], [nowMs, { is: "welcomed" }], [nowMs, { is: "joined" }]], again.link).link;
    expect(link).toMatchObject({ at: "live", attempt: 0 });
  }
  expect(stepLink({ at: "turned_away" }, { is: "greet_again" }, at(0)).actions).toEqual([]);
});

describe("in the lobby", () => {
  const lobby = stepLink(run(toLive.slice(0, 3)).link, { is: "lobby" }, at(30)).link;
  test("the line is pinged as in the room, and dropped when nothing comes back", () => {
    expect(lobby.at).toBe("lobby");
    const pinged = stepLink(lobby, { is: "due" }, at(deadlineOf(lobby) ?? 0));
    expect(pinged).toMatchObject({ link: { at: "lobby" }, actions: ["ping"] });
    expect(stepLink(pinged.link, { is: "due" }, at(deadlineOf(pinged.link) ?? 0))).toMatchObject({ link: { at: "waiting" }, actions: ["shut"] });
    expect(stepLink(pinged.link, { is: "heard" }, at(1)).link).toMatchObject({ at: "lobby", pongByMs: null });
  });
  test("she is let in, turned away, or greeted anew in another language", () => {
    expect(stepLink(lobby, { is: "joined" }, at(40)).link.at).toBe("live");
    expect(stepLink(lobby, { is: "turned_away" }, at(40))).toEqual({ link: { at: "turned_away" }, actions: ["shut"] });
    expect(stepLink(lobby, { is: "greet_again" }, at(40)).actions).toEqual(["open"]);
    expect(stepLink(lobby, { is: "wake" }, at(40)).actions).toEqual(["ping"]);
  });
  test("is told of only on the way in", () => {
    expect(stepLink(live, { is: "lobby" }, at(40)).link).toBe(live);
  });
});

test("a drained server is given its time", () => {
  const { link } = stepLink(live, closedBy(1012, 5_000), at(1_000));
  expect(deadlineOf(link)).toBeGreaterThanOrEqual(5_000);
});

test("patience grows to half a minute and is never the same for everyone", () => {
  expect(backoff(0, 0)).toBe(250);
  expect(backoff(0, 0.999)).toBeLessThanOrEqual(500);
  expect(backoff(50, 0.999)).toBeLessThanOrEqual(30_000);
});

test("a silent line is asked, then given up", () => {
  const asked = stepLink(live, { is: "due" }, at(20_030));
  expect(asked.actions).toEqual(["ping"]);
  const heard = stepLink(asked.link, { is: "heard" }, at(20_100));
  expect(deadlineOf(heard.link)).toBe(40_030);
  const silent = stepLink(asked.link, { is: "due" }, at(30_030));
  expect(silent.actions).toEqual(["shut"]);
  expect(silent.link.at).toBe("waiting");
});

test("waking asks at once and waits only a little", () => {
  const woken = stepLink(live, { is: "wake" }, at(1_000));
  expect(woken.actions).toEqual(["ping"]);
  expect(deadlineOf(woken.link)).toBe(5_000);
  expect(stepLink({ at: "waiting", attempt: 4, untilMs: 99_000 }, { is: "wake" }, at(1_000)).actions).toEqual(["open"]);
});

test("a handshake that hangs is given up", () => {
  const opening = run(toLive.slice(0, 1)).link;
  expect(stepLink(opening, { is: "due" }, at(10_000)).actions).toEqual(["shut"]);
});

test("after openings that came to nothing it asks whether the place is still there", () => {
  const { actions } = stepLink({ at: "opening", attempt: 1, untilMs: 0 }, closedBy(1006), at(0));
  expect(actions).toContain("check_place");
});

test("a room that says not yet is asked again on the same connection", () => {
  const joining = run(toLive.slice(0, 3)).link;
  const knocking = stepLink(joining, { is: "not_yet", retryMs: 5_000 }, at(100)).link;
  const again = stepLink(knocking, { is: "due" }, at(5_100));
  expect(again.actions).toEqual(["join"]);
  expect(stepLink(again.link, { is: "joined" }, at(5_200)).link.at).toBe("live");
});

test("a room that says no is asked again only when she says so", () => {
  const joining = run(toLive.slice(0, 3)).link;
  const away = stepLink(joining, { is: "turned_away" }, at(100));
  expect(away.actions).toEqual(["shut"]);
  expect(deadlineOf(away.link)).toBeNull();
  expect(stepLink(away.link, { is: "again" }, at(200)).actions).toEqual(["open"]);
});

test("a missing number resumes", () => {
  expect(stepLink(live, { is: "gap" }, at(50)).actions).toEqual(["shut"]);
});

describe("someone outside with something to ask", () => {
  test.each<Link>([{ at: "over", why: "removed" }, { at: "turned_away" }])("is greeted and joins nothing, from $at", (outside) => {
    const opened = stepLink(outside, { is: "errand" }, at(0));
    expect(opened.actions).toEqual(["open"]);
    const { link, actions } = run([[1, { is: "opened" }], [2, { is: "welcomed" }]], opened.link);
    expect([link.at, actions]).toEqual(["errand", []]);
    expect(stepLink(link, { is: "errand_done" }, at(3))).toEqual({ link: outside, actions: ["shut"] });
  });
  test("tries again after a cut, and is still outside", () => {
    const opened = stepLink({ at: "over", why: "removed" }, { is: "errand" }, at(0)).link;
    const cut = stepLink(opened, closedBy(1006), at(10)).link;
    expect([cut.at, outsideOf(cut)]).toEqual(["waiting", "removed"]);
    const again = stepLink(cut, { is: "due" }, at(5_000));
    expect([again.actions, outsideOf(again.link)]).toEqual([["open"], "removed"]);
  });
  test("has no errand while she is in, signed out or gone", () => {
    for (const link of [live, { at: "over", why: "left" }, { at: "over", why: "sign_in" }] as Link[]) {
      expect(stepLink(link, { is: "errand" }, at(0))).toEqual({ link, actions: [] });
    }
  });
  test("may knock at the door again", () => {
    expect(stepLink({ at: "over", why: "removed" }, { is: "again" }, at(0)).actions).toEqual(["open"]);
  });
});

const anyInput: fc.Arbitrary<LinkInput> = fc.oneof(
  fc.constantFrom<LinkInput[]>(
    { is: "start" }, { is: "opened" }, { is: "welcomed" }, { is: "joined" }, { is: "heard" }, { is: "gap" },
    { is: "wake" }, { is: "again" }, { is: "due" }, { is: "turned_away" }, { is: "not_yet", retryMs: 5_000 },
  ),
  fc.constantFrom<LinkInput[]>({ is: "errand" }, { is: "errand_done" }, { is: "removed" }),
  fc.constantFrom(1000, 1001, 1002, 1006, 1012, 4408, 4429, 4503, 4999).map((code) => closedBy(code)),
);

test("whatever happens, it is live, on its way, turned away or over: never stuck without a deadline", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), anyInput), { maxLength: 60 }), (inputs) => {
      let link: Link = { at: "idle" };
      let nowMs = 0;
      let open = false;
      for (const [passed, input] of inputs) {
        nowMs += passed;
        const next = stepLink(link, input, at(nowMs));
        for (const action of next.actions) {
          if (action === "open") open = true;
          if (action === "shut") open = false;
          if (action === "hello" || action === "join" || action === "ping") expect(open).toBe(true);
        }
        link = next.link;
        if (input.is === "closed") open = link.at === "opening";
        if (link.at !== "idle" && link.at !== "turned_away" && link.at !== "over") expect(deadlineOf(link)).not.toBeNull();
      }
    }),
    { numRuns: 2_000 },
  );
});
