import { fromBinary } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import type { Command } from "../src/protocol/command";
import { encode } from "../src/protocol/frames";
import { ClientFrameSchema } from "../src/protocol/generated/nightlight/wire/v1/chat_pb";

const commands: Command[] = [
  { is: "say", text: "hola", replyTo: 4 },
  { is: "say", text: "hola", replyTo: 0, contentNote: "loss" },
  { is: "react", number: 2, reaction: 1, withdraw: true },
  { is: "retractOwn", number: 3 },
  { is: "setListening", listening: true },
  { is: "leave" },
  { is: "editHeld", hold: 3, text: "better" },
  { is: "raiseHand", raised: true },
  { is: "tellStaff", feeling: 2 },
  { is: "report", member: 3, number: 12, worried: true, text: "please look" },
  { is: "appeal", text: "I was misread" },
  { is: "checkOut", leaving: 3, text: "a long night", firstTime: true },
  { is: "saySide", member: 0, text: "hi" },
  { is: "leaveSide" },
  { is: "muteMember", member: 2, seconds: 300, reason: "" },
  { is: "unmuteMember", member: 2 },
  { is: "removeMember", member: 2, seconds: 60, reason: "later", mayReturn: true },
  { is: "saySide", member: 2, text: "hola" },
  { is: "warnMember", member: 2, reason: "kindness" },
  { is: "readmitMember", member: 2 },
  { is: "banMember", member: 2, seconds: 86_400, reason: "kindness" },
  { is: "retractRange", first: 2, last: 5, reason: "kindness" },
  { is: "hideMessage", number: 3 },
  { is: "showMessage", number: 3 },
  { is: "releaseHeld", holds: [1, 2] },
  { is: "declineHeld", holds: [1, 2], reason: "kindness" },
  { is: "askRephrase", hold: 1, reason: "kindness" },
  { is: "giveFloor", member: 2 },
  { is: "setHold", mode: 1, first: 2 },
  { is: "setListeningDefault", on: true },
  { is: "setHandsRequired", on: true },
  { is: "setInvitations", closed: true },
  { is: "setLockdown", on: true },
  { is: "openSide", member: 2 },
  { is: "closeSide", member: 2 },
  { is: "sayBackstage", text: "tea?" },
  { is: "notePerson", member: 2, text: "first evening" },
  { is: "askCover" },
  { is: "handOver", text: "all calm" },
  { is: "takeOver" },
  { is: "claimAlert", alert: 1 },
  { is: "handAlert", alert: 1, to: 3 },
  { is: "closeAlert", alert: 1, outcome: 1, note: "talked" },
  { is: "breakGlass", reason: "nobody answers", minutes: 15 },
  { is: "retractMessage", number: 3, reason: "" },
  { is: "retractAllOf", member: 2, reason: "" },
  { is: "setSlowMode", seconds: 30 },
  { is: "setDoor", locked: true },
  { is: "openRoom" },
  { is: "pauseRoom" },
  { is: "resumeRoom" },
  { is: "closeRoom" },
  { is: "openSecond" },
  { is: "askOver", members: [2, 5] },
  { is: "callBack" },
];

test.each(commands.map((command) => [command.is, command] as const))("%s is written as itself", (name, command) => {
  const { body } = fromBinary(ClientFrameSchema, encode({ is: "submit", room: "r", id: "i", command }));
  expect(body.case).toBe("submit");
  if (body.case !== "submit") return;
  expect(body.value.command.case).toBe(name);
  for (const [key, value] of Object.entries(command)) {
    if (key === "is") continue;
    const written = (body.value.command.value as unknown as Record<string, unknown>)[key];
    expect(typeof written === "bigint" ? Number(written) : written).toEqual(value);
  }
});

test("a first join names no resume point, a later one does", () => {
  const join = (resume: { epoch: string; after: number } | null) =>
    fromBinary(ClientFrameSchema, encode({ is: "join", room: "r", listening: false, resume })).body;
  expect(join(null).value).not.toHaveProperty("resume");
  expect(join({ epoch: "e", after: 7 })).toMatchObject({ value: { resume: { epoch: "e", after: 7n } } });
});
