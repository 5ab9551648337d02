import { create, fromBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { beside_words } from "../src/i18n/beside_words";
import { encode } from "../src/protocol/frames";
import { ClientFrameSchema, ServerFrameSchema } from "../src/protocol/generated/nightlight/wire/v1/chat_pb";
import { EventSchema, type Event } from "../src/protocol/generated/nightlight/wire/v1/event_pb";
import { NoticeSchema } from "../src/protocol/generated/nightlight/wire/v1/notice_pb";
import { PersonSchema, Phase } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { alone, besideAfter } from "../src/room/beside";
import { begin, type Conversation } from "../src/room/conversation";
import { emptyView, fold } from "../src/room/fold";
import { noticed } from "../src/room/notices";
import * as box from "../src/room/outbox";
import { outsideView } from "../src/room/outside";
import { receive } from "../src/room/receive";

const at = { nowMs: 1_000, chance: 0 };
const fresh = begin("tuesday", 1, "Ana", false, []);
const event = (body: NonNullable<MessageInitShape<typeof EventSchema>["body"]>): Event => create(EventSchema, { body });
const asks = (second: string) =>
  create(NoticeSchema, { body: { case: "youAreAskedOver", value: { second, words: "Come over." } } });
const visits = (called: boolean) =>
  create(NoticeSchema, { body: { case: "youAreVisiting", value: { first: "tuesday", called, words: "Stay a while." } } });
const kept = (id: string) => create(ServerFrameSchema, { body: { case: "ack", value: { id } } });

describe("what the team knows of a second room", () => {
  const after = (...events: Event[]) => events.reduce(besideAfter, alone);
  const filling = event({ case: "fillingUp", value: { speaking: 8 } });
  const opened = event({ case: "secondOpened", value: { room: "tuesday.2" } });
  const asked = (member: number) => event({ case: "askedOver", value: { member } });
  const answered = (member: number, going: boolean) => event({ case: "overAnswered", value: { member, going } });

  test("is that it fills up, until one is opened", () => {
    expect(after(filling).filling).toBe(true);
    expect(after(filling, opened)).toMatchObject({ filling: false, second: "tuesday.2" });
  });
  test("is who is asked, who has gone, and who is back", () => {
    const gone = after(opened, asked(2), asked(3), answered(2, true), answered(3, false));
    expect(gone).toMatchObject({ asked: [], over: [2] });
    const back = event({ case: "memberJoined", value: { person: create(PersonSchema, { member: 2 }) } });
    expect(besideAfter(gone, back).over).toEqual([]);
  });
  test("is nobody once it is closed, called back, or she has left", () => {
    const closed = event({ case: "secondClosed", value: {} });
    expect(after(opened, asked(2), answered(2, true), asked(3), closed)).toEqual(alone);
    expect(after(opened, asked(2), event({ case: "calledBack", value: {} })).asked).toEqual([]);
    expect(after(opened, asked(2), event({ case: "memberLeft", value: { member: 2 } })).asked).toEqual([]);
    const over = event({ case: "phaseChanged", value: { phase: Phase.CLOSED } });
    expect(after(opened, asked(2), over)).toEqual(alone);
  });
  test("stands in the view, and nothing else of it changes", () => {
    const view = emptyView("tuesday", "e");
    expect(fold(view, opened, true)).toEqual({ ...view, beside: { ...alone, second: "tuesday.2" } });
  });
});

describe("she is asked over", () => {
  const asked = noticed(fresh, asks("tuesday.2"));
  test("with the room she would go to, and asked no more", () => {
    expect(asked.asked).toEqual({ second: "tuesday.2", words: "Come over." });
    expect(noticed(asked, asks("")).asked).toBeNull();
  });
  test("and goes once the server has kept her yes, also when it has asked no more meanwhile", () => {
    const going = { is: "answerOver", going: true, second: "tuesday.2" } as const;
    const sent: Conversation = { ...noticed(asked, asks("")), outbox: box.added([], "a", going) };
    const { conversation } = receive(sent, kept("a"), at);
    expect(conversation.movedTo).toBe("tuesday.2");
  });
  test("and stays where she is with a no", () => {
    const { body } = fromBinary(ClientFrameSchema, encode({ is: "submit", room: "r", id: "i", command: { is: "answerOver", going: false, second: "x" } }));
    expect(body.case === "submit" && body.value.command).toMatchObject({ case: "answerOver", value: { going: false } });
  });
});

test("in the second room she reads how to go back, and that she is called", () => {
  expect(noticed(fresh, visits(false)).visit).toEqual({ first: "tuesday", called: false, words: "Stay a while." });
  expect(noticed(fresh, visits(true)).visit?.called).toBe(true);
});

test("a full room beside which a seat is kept is not knocked at again", () => {
  const joining: Conversation = { ...fresh, link: { at: "joining", attempt: 0, untilMs: 0 } as Conversation["link"] };
  const refusal = (secondRoom: string) => {
    const made = create(ServerFrameSchema, { body: { case: "refusal", value: { code: "room_full", words: "Full.", retryAfterMs: 60_000n, secondRoom } } });
    return receive(joining, made, at);
  };
  expect(refusal("").tell).toEqual({ is: "not_yet", retryMs: 60_000 });
  expect(refusal("tuesday.2").tell).toEqual({ is: "turned_away" });
  const { conversation } = refusal("tuesday.2");
  expect(outsideView({ ...conversation, link: { at: "turned_away" } })?.second).toBe("tuesday.2");
});

test("both languages say all of it, in short sentences", () => {
  const said = ({ asked, over, ...words }: (typeof beside_words)["en"]) => [...Object.values(words), asked("Ana"), over("Ana")];
  expect(Object.keys(beside_words.es)).toEqual(Object.keys(beside_words.en));
  for (const text of [...said(beside_words.en), ...said(beside_words.es)]) {
    for (const sentence of text.split(/[.:]/)) expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(15);
  }
});
