// What this client can ask of a room, in plain values that survive JSON, so that unsent words can be kept across a
// reload. frames.ts turns them into protobuf.
import type { Feeling, Leaving, Reaction } from "./generated/nightlight/wire/v1/room_pb";
import type { StaffCommand } from "./staff_command";

export type { StaffCommand };

export type Command =
  | { is: "say"; text: string; replyTo: number; contentNote?: string }
  | { is: "react"; number: number; reaction: Reaction; withdraw: boolean }
  | { is: "retractOwn"; number: number }
  | { is: "setListening"; listening: boolean }
  | { is: "leave" }
  | { is: "editHeld"; hold: number; text: string } // without any words it is taken back
  | { is: "raiseHand"; raised: boolean }
  | { is: "saySide"; member: number; text: string } // member: whose side room; 0: her own
  | { is: "leaveSide" }
  | { is: "changeName"; name: string } // while she waits in the lobby
  | { is: "answerPoll"; poll: number; choice: number } // from 1; 0: she takes her answer back
  | { is: "answerOver"; going: boolean; second: string } // second: the room that she goes to; the server knows it
  | TeamCommand
  | StaffCommand;

// For the team alone: nothing of it is shown in the room.
export type TeamCommand =
  | { is: "tellStaff"; feeling: Feeling }
  | { is: "report"; member: number; number: number; worried: boolean; text: string }
  | { is: "appeal"; text: string }
  | { is: "checkOut"; leaving: Leaving; text: string; firstTime: boolean };

const forTheTeam = new Set<Command["is"]>(["tellStaff", "report", "appeal", "checkOut"]);

// What she can ask before she is let in.
export function isFromTheLobby({ is }: Command): boolean {
  return is === "changeName" || is === "leave";
}

export function isForTheTeam(command: Command): command is TeamCommand {
  return forTheTeam.has(command.is);
}
