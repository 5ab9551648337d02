// A reminder for who wants one, in words that give nothing away, and the link that brings her back. Both are hers to leave.
import { useEffect, useRef, useState } from "preact/hooks";
import { refusedBy } from "../../calendar/refused";
import { address_max, missingIn, wishOf, type Wish } from "../../calendar/reminding";
import { ownZone } from "../../calendar/zones";
import { subjectWords, useCalendarWords } from "../../i18n/calendar_words";
import { useSpeech } from "../../i18n/words";
import { Wording, type GetRemindersResponse } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import type { Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { Sheet } from "../sheet";
import { WayBack } from "./way_back";

interface Parts {
  meeting: Meeting;
  onSignedOut: () => void;
  onDone: (words: string) => void;
  onClose: () => void;
}

export function ReminderSheet({ meeting, onSignedOut, onDone, onClose }: Parts) {
  const c = useCalendarWords();
  const { t } = useSpeech();
  const [known, setKnown] = useState<GetRemindersResponse | null>(null);
  const [failure, setFailure] = useState("");
  const fail = (error: unknown) => {
    if (isSignedOut(error)) {
      onSignedOut();
      return;
    }
    const { words, fields } = refusedBy(error, wordsOf(error, t.unreachable));
    setFailure(Object.values(fields)[0] ?? words);
  };
  useEffect(() => {
    calendar.getReminders({}).then(setKnown, fail);
  }, []);
  const done = (words: string) => {
    onDone(words);
    onClose();
  };
  return (
    <Sheet title={c.reminder.title} onClose={onClose}>
      {known?.available === false && <p>{c.reminder.unavailable}</p>}
      <p class="gentle" role="alert">
        {failure}
      </p>
      {known?.available === true && (
        <ReminderForm
          meeting={meeting}
          known={known}
          onSaid={setFailure}
          onFailed={fail}
          onSent={() => done(c.reminder.done)}
          onStopped={() => done(c.reminder.stopped)}
        />
      )}
      <WayBack />
    </Sheet>
  );
}

interface FormParts {
  meeting: Meeting;
  known: GetRemindersResponse;
  onSaid: (words: string) => void;
  onFailed: (error: unknown) => void;
  onSent: () => void;
  onStopped: () => void;
}

function ReminderForm({ meeting, known, onSaid, onFailed, onSent, onStopped }: FormParts) {
  const c = useCalendarWords();
  const { language } = useSpeech();
  const [wish, setWish] = useState(() => wishOf(known.reminders));
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const before = known.reminders !== undefined;

  const ask = (asked: Promise<unknown>, then: () => void) => {
    setBusy(true);
    onSaid("");
    void asked.then(then, onFailed).finally(() => setBusy(false));
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingIn(wish, before);
    if (missing !== null) {
      onSaid(missing === "address" ? c.reminder.addressNeeded : c.reminder.whenNeeded);
      if (missing === "address") field.current?.focus();
      return;
    }
    const { address, ...chosen } = wish;
    const reminders = { ...chosen, language, zone: ownZone() };
    ask(calendar.setReminders({ address: address.trim(), reminders }), onSent);
  };

  return (
    <form class="stack" noValidate onSubmit={send}>
      <p class="soft">{c.reminder.intro}</p>
      <label class="field">
        <span>{c.reminder.address}</span>
        <input
          ref={field}
          type="email"
          inputMode="email"
          name="email"
          autocomplete="email"
          maxLength={address_max}
          value={wish.address}
          aria-describedby="address-hint"
          onInput={(event) => setWish({ ...wish, address: event.currentTarget.value })}
        />
      </label>
      <p id="address-hint" class="soft hint">
        {before ? c.reminder.addressKept : c.reminder.addressHint}
      </p>
      <Wordings meeting={meeting} wish={wish} onWish={setWish} />
      <Times wish={wish} onWish={setWish} />
      <button type="submit" class="button primary" aria-disabled={busy}>
        {before ? c.reminder.save : c.reminder.submit}
      </button>
      {before && (
        <button
          type="button"
          class="button quiet"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) ask(calendar.stopReminders({}), onStopped);
          }}
        >
          {c.reminder.stop}
        </button>
      )}
    </form>
  );
}

interface WishParts {
  wish: Wish;
  onWish: (wish: Wish) => void;
}

// Each choice shows the line that would stand on her locked phone.
function Wordings({ meeting, wish, onWish }: WishParts & { meeting: Meeting }) {
  const c = useCalendarWords();
  const { language } = useSpeech();
  const choices = [
    { wording: Wording.NEUTRAL, words: c.reminder.neutral },
    { wording: Wording.TITLE, words: c.reminder.named },
  ];
  return (
    <fieldset class="stack">
      <legend>{c.reminder.wording}</legend>
      {choices.map(({ wording, words }) => (
        <button
          key={wording}
          type="button"
          class="button quiet wording"
          aria-pressed={wish.wording === wording}
          onClick={() => onWish({ ...wish, wording })}
        >
          {words}
          <span class="soft hint" dir="auto">
            “{subjectWords(meeting, wording, ownZone(), language)}”
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function Times({ wish, onWish }: WishParts) {
  const c = useCalendarWords();
  return (
    <fieldset class="stack">
      <legend>{c.reminder.when}</legend>
      <label class="tick">
        <input
          type="checkbox"
          checked={wish.hourBefore}
          onChange={(event) => onWish({ ...wish, hourBefore: event.currentTarget.checked })}
        />
        <span>{c.reminder.hour}</span>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={wish.dayBefore}
          onChange={(event) => onWish({ ...wish, dayBefore: event.currentTarget.checked })}
        />
        <span>{c.reminder.day}</span>
      </label>
    </fieldset>
  );
}
