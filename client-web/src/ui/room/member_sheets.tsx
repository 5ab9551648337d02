// The sheets only a member has, over the room: a person, telling the team, an appeal, and what goes with her message.
import type { Command } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import { staffed, type Conversation } from "../../room/conversation";
import { isHidden } from "../../room/folded";
import type { Message, RoomView } from "../../room/view";
import { topicOf } from "../../session/choices";
import type { Draft } from "./composer";
import { ExtraSheet } from "./extra_sheet";
import { nameOf } from "./names";
import type { Undo } from "./note_bars";
import { PersonSheet } from "./person_sheet";
import type { Open } from "./staff_sheets";
import { AppealSheet, TellSheet } from "./tell_sheets";
import type { Reading } from "./use_choices";

interface Parts {
  conversation: Conversation;
  view: RoomView;
  open: Open;
  reading: Reading;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onOpen: (open: Open) => void;
  onDo: (command: Command) => string;
  onFolded: (member: number) => void;
  onHeeded: () => void;
  onClose: () => void;
}

export function MemberSheets(parts: Parts) {
  const { conversation, view, open, reading, draft, onDraft, onOpen, onDo, onFolded, onHeeded, onClose } = parts;
  const answered = () => {
    onHeeded();
    onClose();
  };
  switch (open.is) {
    case "person":
      return (
        <PersonSheet
          key={`person-${open.member}`}
          view={view}
          member={open.member}
          reading={reading}
          onTell={(worried) => onOpen({ is: "tell", about: { member: open.member, number: 0, worried } })}
          onHidden={() => onFolded(open.member)}
          onClose={onClose}
        />
      );
    case "tell":
      return <TellSheet key="tell" conversation={conversation} about={open.about} onDo={onDo} onClose={answered} />;
    case "appeal":
      return <AppealSheet key="appeal" conversation={conversation} onDo={onDo} onClose={answered} />;
    case "extra":
    case "reading":
      return (
        <ExtraSheet
          key="extra"
          view={view}
          note={open.is === "reading" ? null : draft.note}
          reading={staffed(conversation) ? null : reading}
          onNote={(note) => onDraft({ ...draft, note })}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}

// What she has just folded, in words, and the way back; null when it was the way back.
export function useFolded(view: RoomView | null, { choices, change }: Reading) {
  const { t } = useSpeech();
  const back = () => change(choices);
  return {
    person(member: number): Undo | null {
      if (view === null || isHidden(member, view, choices)) return null;
      return { words: t.fold.hidden(nameOf(view, member, t)), undo: back };
    },
    topic({ contentNote }: Message): Undo | null {
      if (choices.topics.includes(topicOf(contentNote))) return null;
      return { words: t.fold.topicMuted(contentNote), undo: back };
    },
  };
}
