// What this client can ask of a room, in plain values that survive JSON, so that unsent words can be kept across a
// reload. frames.ts turns them into protobuf.
import type { Reaction } from "./generated/nightlight/wire/v1/room_pb";

export type Command =
  | { is: "say"; text: string; replyTo: number }
  | { is: "react"; number: number; reaction: Reaction; withdraw: boolean }
  | { is: "retractOwn"; number: number }
  | { is: "setListening"; listening: boolean }
  | { is: "leave" }
  | StaffCommand;

export type StaffCommand =
  | { is: "muteMember"; member: number; seconds: number; reason: string }
  | { is: "unmuteMember"; member: number }
  | { is: "removeMember"; member: number; seconds: number; reason: string }
  | { is: "retractMessage"; number: number; reason: string }
  | { is: "retractAllOf"; member: number; reason: string }
  | { is: "setSlowMode"; seconds: number }
  | { is: "setDoor"; locked: boolean }
  | { is: "openRoom" }
  | { is: "pauseRoom" }
  | { is: "resumeRoom" }
  | { is: "closeRoom" };
