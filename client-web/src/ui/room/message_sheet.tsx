// What can be done with one message: an answer with or without words, taking one's own words back, and for staff
// what keeps the room safe.
import { useState } from "preact/hooks";
import { Reaction } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import type { Command } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import { messageAt, type Message } from "../../room/view";
import { ReactionIcon } from "../icons";
import { Sheet } from "../sheet";
import type { StaffFocus } from "../staff/person_actions";
import { useStaffTools } from "../staff/lazy";
import { nameOf } from "./names";

const offered = [Reaction.HEART, Reaction.HUG, Reaction.ME_TOO, Reaction.CANDLE, Reaction.CLAP];

interface Parts {
  conversation: Conversation;
  number: number;
  staff: boolean;
  focus: StaffFocus;
  onDo: (command: Command) => void;
  onReply: () => void;
  onClose: () => void;
}

export function MessageSheet({ conversation, number, staff, focus, onDo, onReply, onClose }: Parts) {
  const { t } = useSpeech();
  const tools = useStaffTools(staff);
  const { view, me } = conversation;
  const message = view === null ? undefined : messageAt(view, number);
  if (view === null || message === undefined) return null;
  const mine = message.author === me;
  const act = (command: Command) => {
    onDo(command);
    onClose();
  };

  return (
    <Sheet title={mine ? t.message.yours : t.message.title(nameOf(view, message.author, t))} onClose={onClose}>
      <p class="quote whole" dir="auto">
        {message.retracted ? t.room.gone : message.text}
      </p>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          onReply();
          onClose();
        }}
      >
        {t.message.reply}
      </button>
      <ReactionRow message={message} me={me} onDo={act} />
      {mine && !message.retracted && <TakeBack onSure={() => act({ is: "retractOwn", number })} />}
      {tools !== null && (
        <tools.PersonActions view={view} member={message.author} message={message} focus={focus} onDo={act} />
      )}
    </Sheet>
  );
}

function ReactionRow({ message, me, onDo }: { message: Message; me: number; onDo: (command: Command) => void }) {
  const { t } = useSpeech();
  if (message.retracted) return null;
  return (
    <section>
      <h3>{t.message.react}</h3>
      <div class="reaction-row">
        {offered.map((reaction) => {
          const given = message.reactions.some((entry) => entry.reaction === reaction && entry.members.includes(me));
          const name = t.reactions[reaction] ?? "";
          return (
            <button
              key={reaction}
              type="button"
              class="button quiet react"
              aria-pressed={given}
              onClick={() => onDo({ is: "react", number: message.number, reaction, withdraw: given })}
            >
              <ReactionIcon reaction={reaction} />
              {name}
            </button>
          );
        })}
      </div>
    </section>
  );
}

function TakeBack({ onSure }: { onSure: () => void }) {
  const { t } = useSpeech();
  const [sure, setSure] = useState(false);
  return (
    <button type="button" class="button quiet" onClick={() => (sure ? onSure() : setSure(true))}>
      {sure ? t.message.retractOwnSure : t.message.retractOwn}
    </button>
  );
}
