// Bytes to frames and back: the only place that knows how the conversation is written down. Numbers leave here as
// plain numbers (a room would need 285,000 years at a thousand events a second to outgrow them).
import { create, fromBinary, toBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { ClientFrameSchema, ServerFrameSchema, type ServerFrame } from "./generated/nightlight/wire/v1/chat_pb";
import type { Command } from "./command";
import { staffCommandOf, type WireCommand } from "./staff_command";

export const subprotocol = "nightlight.v1";

export type Outgoing =
  | { is: "hello"; pageHalf: string; language: string }
  | { is: "join"; room: string; listening: boolean; resume: { epoch: string; after: number } | null; code?: string }
  | { is: "submit"; room: string; id: string; command: Command }
  | { is: "typing"; room: string }
  | { is: "ping"; nonce: number }
  | { is: "history"; room: string; before: number };

export function encode(frame: Outgoing): Uint8Array<ArrayBuffer> {
  const bytes = toBinary(ClientFrameSchema, create(ClientFrameSchema, { body: bodyOf(frame) }));
  return bytes as Uint8Array<ArrayBuffer>;
}

export function decode(bytes: ArrayBuffer): ServerFrame {
  return fromBinary(ServerFrameSchema, new Uint8Array(bytes));
}

type Body = NonNullable<MessageInitShape<typeof ClientFrameSchema>["body"]>;

function bodyOf(frame: Outgoing): Body {
  switch (frame.is) {
    case "hello":
      return { case: "hello", value: { pageHalf: frame.pageHalf, language: frame.language } };
    case "join": {
      const { room, listening, resume, code = "" } = frame;
      if (resume === null) return { case: "join", value: { room, listening, code } };
      return { case: "join", value: { room, listening, resume: { epoch: resume.epoch, after: BigInt(resume.after) } } };
    }
    case "submit":
      return { case: "submit", value: { room: frame.room, id: frame.id, command: commandOf(frame.command) } };
    case "typing":
      return { case: "typing", value: { room: frame.room } };
    case "ping":
      return { case: "ping", value: { nonce: BigInt(frame.nonce) } };
    case "history":
      return { case: "history", value: { room: frame.room, before: BigInt(frame.before) } };
  }
}

function commandOf(command: Command): WireCommand {
  switch (command.is) {
    case "say":
      return {
        case: "say",
        value: { text: command.text, replyTo: BigInt(command.replyTo), contentNote: command.contentNote ?? "" },
      };
    case "react": {
      const { number, reaction, withdraw } = command;
      return { case: "react", value: { number: BigInt(number), reaction, withdraw } };
    }
    case "retractOwn":
      return { case: "retractOwn", value: { number: BigInt(command.number) } };
    case "setListening":
      return { case: "setListening", value: { listening: command.listening } };
    case "editHeld":
      return { case: "editHeld", value: { hold: command.hold, text: command.text } };
    case "raiseHand":
      return { case: "raiseHand", value: { raised: command.raised } };
    case "saySide":
      return { case: "saySide", value: { member: command.member, text: command.text } };
    case "tellStaff":
      return { case: "tellStaff", value: { feeling: command.feeling } };
    case "report": {
      const { member, number, worried, text } = command;
      return { case: "report", value: { member, number: BigInt(number), worried, text } };
    }
    case "appeal":
      return { case: "appeal", value: { text: command.text } };
    case "checkOut":
      return { case: "checkOut", value: { leaving: command.leaving, text: command.text, firstTime: command.firstTime } };
    case "answerPoll":
      return { case: "answerPoll", value: { poll: BigInt(command.poll), choice: command.choice } };
    case "answerOver":
      return { case: "answerOver", value: { going: command.going } };
    case "changeName":
      return { case: "changeName", value: { name: command.name } };
    case "leave":
    case "leaveSide":
      return { case: command.is, value: {} };
    default:
      return staffCommandOf(command);
  }
}
