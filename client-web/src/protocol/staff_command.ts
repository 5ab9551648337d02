// What the team can ask of a room, in plain values, and how each is written down.
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { SubmitSchema } from "./generated/nightlight/wire/v1/command_pb";
import type { AlertOutcome, HoldMode } from "./generated/nightlight/wire/v1/room_pb";

// Whoever has the floor may pass it too. 0: to nobody, until it is given again.
export type GiveFloor = { is: "giveFloor"; member: number };

// Whose turn it is when she asks: hers to pass, and the team's to hand on.
export type PassTurn = { is: "passTurn"; member: number };

export type StaffCommand =
  | { is: "muteMember"; member: number; seconds: number; reason: string }
  | { is: "unmuteMember"; member: number }
  | { is: "removeMember"; member: number; seconds: number; reason: string; mayReturn: boolean }
  | { is: "warnMember"; member: number; reason: string }
  | { is: "readmitMember"; member: number }
  | { is: "banMember"; member: number; seconds: number; reason: string }
  | { is: "retractMessage"; number: number; reason: string }
  | { is: "retractAllOf"; member: number; reason: string }
  | { is: "retractRange"; first: number; last: number; reason: string }
  | { is: "hideMessage"; number: number }
  | { is: "showMessage"; number: number }
  | { is: "releaseHeld"; holds: number[] }
  | { is: "declineHeld"; holds: number[]; reason: string }
  | { is: "askRephrase"; hold: number; reason: string }
  | GiveFloor
  | PassTurn
  | { is: "pinPrompt"; text: string } // without words: what is pinned is taken down
  | { is: "startRound"; question: string }
  | { is: "endRound" }
  | { is: "startPoll"; question: string; answers: string[] }
  | { is: "endPoll"; poll: number } // told to the circle then
  | { is: "setSlowMode"; seconds: number }
  | { is: "setDoor"; locked: boolean }
  | { is: "setHold"; mode: HoldMode; first: number }
  | { is: "setListeningDefault"; on: boolean }
  | { is: "setHandsRequired"; on: boolean }
  | { is: "setInvitations"; closed: boolean }
  | { is: "setLockdown"; on: boolean }
  | { is: "openSide"; member: number }
  | { is: "closeSide"; member: number }
  | { is: "sayBackstage"; text: string }
  | { is: "notePerson"; member: number; text: string }
  | { is: "askCover" }
  | { is: "handOver"; text: string }
  | { is: "takeOver" }
  | { is: "claimAlert"; alert: number }
  | { is: "handAlert"; alert: number; to: number }
  | { is: "closeAlert"; alert: number; outcome: AlertOutcome; note: string }
  | { is: "breakGlass"; reason: string; minutes: number }
  | { is: "setLobby"; on: boolean }
  | { is: "admitWaiting"; waiting: number }
  | { is: "admitAll" }
  | { is: "openSecond" } // a second room beside this one
  | { is: "askOver"; members: number[] }
  | { is: "callBack" }
  | { is: "extendMeeting"; minutes: number }
  | { is: "openRoom" }
  | { is: "pauseRoom" }
  | { is: "resumeRoom" }
  | { is: "closeRoom" };

export type WireCommand = NonNullable<MessageInitShape<typeof SubmitSchema>["command"]>;

export function staffCommandOf(command: StaffCommand): WireCommand {
  switch (command.is) {
    case "retractMessage":
      return { case: "retractMessage", value: { number: BigInt(command.number), reason: command.reason } };
    case "retractRange": {
      const { first, last, reason } = command;
      return { case: "retractRange", value: { first: BigInt(first), last: BigInt(last), reason } };
    }
    case "hideMessage":
    case "showMessage":
      return { case: command.is, value: { number: BigInt(command.number) } };
    case "endPoll":
      return { case: "endPoll", value: { poll: BigInt(command.poll) } };
    default: {
      // Everything else is on the wire what it is here, field for field; a test holds that against the generated code.
      const { is, ...value } = command;
      return { case: is, value } as WireCommand;
    }
  }
}
