// One message: who, when, what, whom it answers, and the reactions it got. A tap opens what can be done with it. What
// she wants folded shows why, and opens with a tap.
import { useState } from "preact/hooks";
import { clockTime, useSpeech, type Words } from "../../i18n/words";
import { foldOf, type Fold } from "../../room/folded";
import { isStaff, messageAt, type Message, type RoomView } from "../../room/view";
import type { Choices } from "../../session/choices";
import { MoreIcon, ReactionIcon } from "../icons";
import { nameOf, nameOrYou } from "./names";

interface Parts {
  message: Message;
  view: RoomView;
  me: number;
  choices: Choices;
  continues: boolean;
  muted: boolean;
  onOpen: () => void;
}

export function MessageItem({ message, view, me, choices, continues, muted, onOpen }: Parts) {
  const { language, t } = useSpeech();
  const [opened, setOpened] = useState(false);
  const folded = opened ? null : foldOf(message, view, me, choices);
  const words = !message.retracted && !(message.hidden && message.text === "");
  const mine = message.author === me;
  const author = view.people.get(message.author);
  const badge = author !== undefined && isStaff(author.role) ? t.room.staffBadge[author.role] : undefined;
  const name = nameOf(view, message.author, t);

  return (
    <li
      class={`message ${mine ? "mine" : ""} ${continues ? "continues" : ""}`}
      tabIndex={-1}
      data-number={message.number}
      data-author={message.author}
    >
      {!continues && (
        <p class="who">
          <span class="name">{mine ? `${name} (${t.room.you})` : name}</span>
          {badge !== undefined && <span class="badge">{badge}</span>}
          {muted && <span class="badge warn">{t.room.mutedBadge}</span>}
          <time dateTime={new Date(message.atMs).toISOString()}>{clockTime(message.atMs, language)}</time>
        </p>
      )}
      {folded !== null ? (
        <Folded fold={folded} name={name} note={message.contentNote} onShow={() => setOpened(true)} />
      ) : (
        <div class="bubble-row">
          <div class="bubble" onClick={words ? onOpen : undefined}>
            {message.replyTo !== 0 && <Quote number={message.replyTo} view={view} me={me} choices={choices} />}
            {message.contentNote !== "" && <p class="note">{t.fold.touches(message.contentNote)}</p>}
            {words ? (
              <p class="words" dir="auto">
                {message.text}
              </p>
            ) : (
              <p class="tombstone">{goneWords(message, t)}</p>
            )}
          </div>
          {words && (
            <button type="button" class="more" aria-haspopup="dialog" aria-label={t.room.actions(name)} onClick={onOpen}>
              <MoreIcon />
            </button>
          )}
        </div>
      )}
      <Reactions message={message} view={view} me={me} />
    </li>
  );
}

function goneWords({ retracted, retractionReason }: Message, t: Words): string {
  if (!retracted) return t.held.hidden;
  return retractionReason === "" ? t.room.gone : t.room.goneReason(retractionReason);
}

interface FoldedParts {
  fold: Exclude<Fold, null>;
  name: string;
  note: string;
  onShow: () => void;
}

function Folded({ fold, name, note, onShow }: FoldedParts) {
  const { t } = useSpeech();
  return (
    <button type="button" class="folded" data-folded={fold} onClick={onShow}>
      <span class="soft">{fold === "person" ? t.fold.person(name) : t.fold.touches(note)}</span>
      <span>{t.fold.show}</span>
    </button>
  );
}

function Quote({ number, view, me, choices }: Pick<Parts, "view" | "me" | "choices"> & { number: number }) {
  const { t } = useSpeech();
  const answered = messageAt(view, number);
  if (answered === undefined) return <p class="quote">{t.room.replyEarlier}</p>;
  return (
    <p class="quote">
      <span class="name">{t.room.answering(nameOrYou(view, answered.author, me, t))}</span>{" "}
      <span dir="auto">{quoted(answered, foldOf(answered, view, me, choices) !== null, t)}</span>
    </p>
  );
}

function quoted({ retracted, hidden, text }: Message, folded: boolean, t: Words): string {
  if (retracted) return t.room.replyGone;
  if (hidden && text === "") return t.held.hidden;
  return folded ? t.fold.quote : text;
}

function Reactions({ message, view, me }: { message: Message; view: RoomView; me: number }) {
  const { t } = useSpeech();
  if (message.reactions.length === 0) return null;
  return (
    <ul class="plain reactions">
      {message.reactions.map(({ reaction, members }) => {
        const first = members.includes(me) ? me : (members[0] ?? 0);
        const who = t.room.and(nameOrYou(view, first, me, t), members.length - 1);
        return (
          <li key={reaction} data-reaction={reaction}>
            <ReactionIcon reaction={reaction} />
            <span class="visually-hidden">{t.reactions[reaction]}: </span>
            {who}
          </li>
        );
      })}
    </ul>
  );
}
