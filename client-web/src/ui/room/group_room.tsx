// The group's side of the room: how it stands, the log, what is said to her alone, and the place to write.
import type { Command } from "../../protocol/command";
import type { Driver } from "../../room/driver";
import { Phase } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { staffed } from "../../room/conversation";
import { useSpeech } from "../../i18n/words";
import type { Choices } from "../../session/choices";
import { AfterCard } from "./after_card";
import { CheckOut } from "./check_out";
import { BesideBar } from "./beside_bar";
import { BesideLines } from "./beside_lines";
import { Composer, type Draft } from "./composer";
import { Log } from "./log";
import { MeetingLine } from "./meeting_line";
import { PinnedLine } from "./pinned_line";
import { PollLine } from "./poll_line";
import { RoundLine } from "./round_line";
import { ServerWords, UndoBar, Warned, type Undo } from "./note_bars";
import { StatusLine } from "./status_line";

interface Parts {
  driver: Driver;
  admitted: boolean; // from the lobby
  choices: Choices;
  draft: Draft;
  undo: Undo | null;
  onDraft: (draft: Draft) => void;
  onMessage: (number: number) => void;
  onUndone: () => void;
  onSpeak: () => void;
  onExtra: () => void;
  onAppeal: () => void;
  onCalendar: () => void;
  onLeave: () => void;
  onBack: (room: string) => void;
  onRoom: (room: string) => void;
  onDo: (command: Command) => string;
}

export function GroupRoom(parts: Parts) {
  const { driver, choices, draft, undo, onDraft, onMessage, onUndone, onSpeak, onExtra, onAppeal, onDo } = parts;
  const { admitted, onCalendar, onLeave, onBack, onRoom } = parts;
  const { t } = useSpeech();
  const conversation = driver.state;
  const over = conversation.view?.phase === Phase.CLOSED && !staffed(conversation);
  return (
    <>
      <p class="visually-hidden" role="status">
        {admitted ? t.state.live : ""}
      </p>
      <StatusLine conversation={conversation} />
      <MeetingLine view={conversation.view} skewMs={conversation.skewMs} />
      <PinnedLine text={conversation.view?.prompt ?? ""} />
      <Log driver={driver} choices={choices} onOpen={onMessage} onEdit={onDraft} />
      <UndoBar folded={undo} onDone={onUndone} />
      <Warned
        warned={conversation.warned}
        onHeeded={() => driver.input({ is: "warning_heeded" })}
        onAppeal={onAppeal}
      />
      <BesideLines conversation={conversation} onDo={onDo} onBack={onBack} />
      {staffed(conversation) && conversation.view !== null && (
        <BesideBar view={conversation.view} onDo={onDo} onRoom={onRoom} />
      )}
      <ServerWords words={conversation.words} onHeeded={() => driver.input({ is: "heeded" })} />
      <PollLine conversation={conversation} onDo={onDo} />
      <RoundLine conversation={conversation} onDo={onDo} />
      {over ? (
        <AfterCard unsent={draft.text} onCalendar={onCalendar} onLeave={onLeave}>
          <CheckOut conversation={conversation} onDo={onDo} />
        </AfterCard>
      ) : (
        <Composer
          conversation={conversation}
          draft={draft}
          onDraft={onDraft}
          onTyping={() => driver.typing()}
          onSpeak={onSpeak}
          onExtra={onExtra}
          onAppeal={onAppeal}
          onDo={onDo}
          onSend={() => {
            onDo({ is: "say", text: draft.text.trim(), replyTo: draft.replyTo, contentNote: draft.note.trim() });
            onDraft({ text: "", replyTo: 0, note: "" });
          }}
        />
      )}
    </>
  );
}
