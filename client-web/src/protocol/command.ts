// What this client can ask of a room, in plain values that survive JSON, so that unsent words can be kept across a
// reload. frames.ts turns them into protobuf.
import type { Reaction } from "./generated/nightlight/wire/v1/room_pb";
import type { StaffCommand } from "./staff_command";

export type { StaffCommand };

export type Command =
  | { is: "say"; text: string; replyTo: number }
  | { is: "react"; number: number; reaction: Reaction; withdraw: boolean }
  | { is: "retractOwn"; number: number }
  | { is: "setListening"; listening: boolean }
  | { is: "leave" }
  | { is: "saySide"; member: number; text: string } // member: whose side room, for staff; 0 for her own
  | StaffCommand;
