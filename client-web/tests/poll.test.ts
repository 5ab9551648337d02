import { create } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import type { Command } from "../src/protocol/command";
import { NoticeSchema } from "../src/protocol/generated/nightlight/wire/v1/notice_pb";
import { EventSchema, WordClass } from "../src/protocol/generated/nightlight/wire/v1/event_pb";
import { begin } from "../src/room/conversation";
import { withLine } from "../src/room/lines";
import { noticed } from "../src/room/notices";
import * as box from "../src/room/outbox";
import { answer_max, askedFrom, canAsk, chosenIn, question_max } from "../src/room/poll";

const poll = { number: 7, question: "Tonight?", answers: ["Sleep", "Work"], answered: 0 };
const fresh = begin("circle", 1, "Ana", false, []);
const told = (number: number, choice: number) =>
  noticed(fresh, create(NoticeSchema, { body: { case: "yourAnswer", value: { poll: BigInt(number), choice } } }));
const tap = (choice: number): Command => ({ is: "answerPoll", poll: 7, choice });

describe("what she has chosen", () => {
  test("is nothing at first", () => expect(chosenIn(fresh, poll)).toBe(0));
  test("is what the server says", () => expect(chosenIn(told(7, 2), poll)).toBe(2));
  test("is nothing when she chose it for another question", () => expect(chosenIn(told(3, 2), poll)).toBe(0));
  test("is her newest tap while that is on its way", () => {
    const outbox = box.added(box.added([], "a", tap(1)), "b", tap(0));
    expect(chosenIn({ ...told(7, 2), outbox }, poll)).toBe(0);
  });
  test("is what the server says again when her tap was refused", () => {
    const sent = box.added([], "a", tap(1));
    const outbox = box.refused(sent, "a", { code: "poll_over", words: "", retryAfterMs: 0 }, 0);
    expect(chosenIn({ ...told(7, 2), outbox }, poll)).toBe(2);
  });
});

describe("a question can be asked", () => {
  const can = (question: string, lines: string) => canAsk(askedFrom(question, lines));
  test("with two to five answers, one a line, empty lines left out", () => {
    expect([can("Q", "a\n\n b \n"), can("Q", "a\nb\nc\nd\ne"), can("Q", "a"), can("Q", "a\nb\nc\nd\ne\nf")]).toEqual([true, true, false, false]);
  });
  test("up to its lengths, counted as people count", () => {
    expect(can("🌙".repeat(question_max), `${"á".repeat(answer_max)}\nb`)).toBe(true);
    expect([can("q".repeat(question_max + 1), "a\nb"), can("Q", `${"a".repeat(answer_max + 1)}\nb`)]).toEqual([false, false]);
  });
  test("with words, and with answers that differ", () => expect([can("  ", "a\nb"), can("Q", "a\na")]).toEqual([false, false]));
});

describe("the line about the answers", () => {
  const event = (body: object) => create(EventSchema, { number: 9n, body: body as never });
  const over = event({ case: "pollEnded", value: { counts: [2, 1] } });
  const at = { place: 9, after: 0, poll };
  test("names the question that was open", () => {
    expect(withLine([], over, at)[0]?.body).toEqual({ is: "answers", question: "Tonight?", answers: ["Sleep", "Work"], counts: [2, 1] });
  });
  test("is left out where nobody knows of a question", () => expect(withLine([], over, { ...at, poll: null })).toEqual([]));
  test("goes with the words of the meeting, and not with the team's", () => {
    const purged = (words: WordClass) => event({ case: "wordsPurged", value: { through: 9n, words } });
    const lines = withLine([], over, at);
    expect(withLine(lines, purged(WordClass.REPORT), at)).toHaveLength(2);
    expect(withLine(lines, purged(WordClass.TALK), at).map(({ body }) => body.is)).toEqual(["purged"]);
  });
});
