// One message: who, when, what, whom it answers, and the reactions it got. A tap opens what can be done with it.
import { clockTime, useSpeech } from "../../i18n/words";
import { isStaff, messageAt, type Message, type RoomView } from "../../room/view";
import { MoreIcon, ReactionIcon } from "../icons";
import { nameOf, nameOrYou } from "./names";

interface Parts {
  message: Message;
  view: RoomView;
  me: number;
  continues: boolean;
  muted: boolean;
  onOpen: () => void;
}

export function MessageItem({ message, view, me, continues, muted, onOpen }: Parts) {
  const { language, t } = useSpeech();
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
      <div class="bubble-row">
        <div class="bubble" onClick={message.retracted ? undefined : onOpen}>
          {message.replyTo !== 0 && <Quote number={message.replyTo} view={view} me={me} />}
          {message.retracted ? (
            <p class="tombstone">
              {message.retractionReason === "" ? t.room.gone : t.room.goneReason(message.retractionReason)}
            </p>
          ) : (
            <p class="words" dir="auto">
              {message.text}
            </p>
          )}
        </div>
        {!message.retracted && (
          <button type="button" class="more" aria-haspopup="dialog" aria-label={t.room.actions(name)} onClick={onOpen}>
            <MoreIcon />
          </button>
        )}
      </div>
      <Reactions message={message} view={view} me={me} />
    </li>
  );
}

function Quote({ number, view, me }: { number: number; view: RoomView; me: number }) {
  const { t } = useSpeech();
  const answered = messageAt(view, number);
  if (answered === undefined) return <p class="quote">{t.room.replyEarlier}</p>;
  return (
    <p class="quote">
      <span class="name">{t.room.answering(nameOrYou(view, answered.author, me, t))}</span>{" "}
      <span dir="auto">{answered.retracted ? t.room.replyGone : answered.text}</span>
    </p>
  );
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
