// Who leads when, four weeks ahead: one line a date, those first that somebody is needed on. Whoever cannot come says so
// here, and whoever can takes it.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { nameOf } from "../../calendar/agenda";
import { coverBy, gapOf, mayAsk, mayTake, rotaOf } from "../../calendar/rota";
import { localOf, ownZone } from "../../calendar/zones";
import type { Cover, Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { dayWords, hourWords, otherClock } from "../../i18n/calendar_words";
import { usePlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import "../styles/planner.css";
import { OwnFeed } from "./own_feed";
import { personIn, type Book } from "./team";
import { useRota, type CoverDeed } from "./use_rota";

interface Parts {
  book: Book;
  me: string;
  takes: boolean; // whoever plans may take a date; whoever only helps says that she cannot come
  back: string; // where "back" leads, in words
  onBack: () => void;
  onSignedOut: () => void;
}

export function RotaScreen({ book, me, takes, back, onBack, onSignedOut }: Parts) {
  const p = usePlannerWords();
  const { rota: words } = p;
  const { meetings, said, failure, busy, act } = useRota(onSignedOut);
  const { needed, fine } = rotaOf(meetings ?? [], Date.now());
  const none = needed.length + fine.length === 0 ? words.none : "";
  const lines = (title: string, of: readonly Meeting[]) =>
    of.length > 0 && (
      <section class="rota">
        <h2>{title}</h2>
        <ul class="plain">
          {of.map((meeting) => (
            <Line key={nameOf(meeting)} meeting={meeting} book={book} me={me} takes={takes} busy={busy} onDo={act} />
          ))}
        </ul>
      </section>
    );
  return (
    <Screen title={words.title} subtitle={words.span} staff tools={<BackButton words={back} onBack={onBack} />}>
      <div class="planner">
        <p class="gentle" role="alert">
          {failure}
        </p>
        <p class="soft" role="status">
          {meetings === null ? (failure === "" ? p.loading : "") : said !== "" ? said : none}
        </p>
        {lines(words.needed, needed)}
        {lines(words.fine, fine)}
        <OwnFeed onSignedOut={onSignedOut} />
      </div>
    </Screen>
  );
}

interface LineParts {
  meeting: Meeting;
  book: Book;
  me: string;
  takes: boolean;
  busy: boolean;
  onDo: (deed: CoverDeed) => void;
}

function Line({ meeting, book, me, takes, busy, onDo }: LineParts) {
  const p = usePlannerWords();
  const { rota: words } = p;
  const { language } = useSpeech();
  const own = ownZone();
  const from = Number(meeting.startsAtMs);
  const other = otherClock(from, meeting.zone, own, language);
  const gap = gapOf(meeting);
  const { facilitator, second } = meeting;
  const name = (id: string) => personIn(book, id, p.someone);
  const people = [facilitator !== "" && words.leads(name(facilitator)), second !== "" && words.helps(name(second))];
  return (
    <li class="slot rota-line">
      <span class="slot-time">
        {dayWords(localOf(own, from).slice(0, 10), language, true)}, {hourWords(from, own, language)}
        {other !== "" && <span class="soft"> · {other}</span>}
      </span>
      <span class="slot-title" dir="auto">
        {meeting.title}
      </span>
      <span class="soft">{people.filter((one) => one !== false).join(" · ")}</span>
      {gap !== "" && <span class="gentle">{words.gap[gap]}</span>}
      {meeting.covers.map((cover) => (
        <Asked
          key={cover.seat}
          cover={cover}
          meeting={meeting}
          who={name(cover.askedBy)}
          takes={takes && mayTake(meeting, cover, me)}
          busy={busy}
          onDo={onDo}
        />
      ))}
      {meeting.adminsToldAtMs !== 0n && <span class="soft">{words.told}</span>}
      {mayAsk(meeting, me) && <AskForm meeting={meeting} busy={busy} onDo={onDo} />}
      {coverBy(meeting, me) !== null && (
        <button type="button" class="button" disabled={busy} onClick={() => onDo({ is: "withdraw", meeting })}>
          {words.withdraw}
        </button>
      )}
    </li>
  );
}

interface AskedParts {
  cover: Cover;
  meeting: Meeting;
  who: string;
  takes: boolean;
  busy: boolean;
  onDo: (deed: CoverDeed) => void;
}

function Asked({ cover, meeting, who, takes, busy, onDo }: AskedParts) {
  const { rota: words } = usePlannerWords();
  return (
    <>
      <span class="gentle">{words.cannotCome(who)}</span>
      {cover.words !== "" && <span dir="auto">{cover.words}</span>}
      {takes && (
        <button type="button" class="button primary" disabled={busy} onClick={() => onDo({ is: "take", meeting, cover })}>
          {words.take[cover.seat]}
        </button>
      )}
    </>
  );
}

function AskForm({ meeting, busy, onDo }: { meeting: Meeting; busy: boolean; onDo: (deed: CoverDeed) => void }) {
  const { rota: words } = usePlannerWords();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const line = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => line.current?.focus(), [open]);
  if (!open) {
    return (
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        {words.ask}
      </button>
    );
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setOpen(false);
        onDo({ is: "ask", meeting, words: typed.trim() });
      }}
    >
      <label>
        {words.words}
        <input
          ref={line}
          type="text"
          maxLength={200}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary" disabled={busy}>
        {words.send}
      </button>
    </form>
  );
}
