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
  { is: "saySide", member: 0, text: "hi" },
  { is: "leaveSide" },
  { is: "muteMember", member: 2, seconds: 300, reason: "" },
  { is: "unmuteMember", member: 2 },
  { is: "removeMember", member: 2, seconds: 0, reason: "" },
  { is: "retractMessage", number: 3, reason: "" },
  { is: "retractAllOf", member: 2, reason: "" },
  { is: "setSlowMode", seconds: 30 },
  { is: "setDoor", locked: true },
  { is: "openRoom" },
  { is: "pauseRoom" },
  { is: "resumeRoom" },
  { is: "closeRoom" },
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
