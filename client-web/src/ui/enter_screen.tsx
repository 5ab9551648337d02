// From link to room: a name of her own, the guidelines, and in. The button to go in is always in sight.
import { useEffect, useRef, useState } from "preact/hooks";
import type { EnterResponse, LookResponse } from "../protocol/generated/nightlight/api/v1/session_pb";
import { useSpeech } from "../i18n/words";
import { isStaff } from "../room/view";
import { sessions, wordsOf } from "../session/api";
import { keepGuidelines } from "../session/guidelines";
import { readPlace, type Place } from "../session/place";
import { Screen } from "./screen";

interface Parts {
  secret: string;
  onEntered: (place: Place, onThisPhone: boolean) => void;
  onComeBack: (place: Place) => void;
}

export function EnterScreen({ secret, onEntered, onComeBack }: Parts) {
  const { language, t } = useSpeech();
  const [look, setLook] = useState<LookResponse | null>(null);
  const [failure, setFailure] = useState("");
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let wanted = true;
    setFailure("");
    sessions.look({ invitation: secret, language }).then(
      (answer) => {
        if (wanted) setLook(answer);
      },
      (error: unknown) => {
        if (wanted) setFailure(wordsOf(error, t.unreachable));
      },
    );
    return () => {
      wanted = false;
    };
  }, [secret, language, tries]);

  const place = readPlace();
  if (look !== null) return <Agreement secret={secret} look={look} onEntered={onEntered} />;
  return (
    <Screen title={t.enter.welcome}>
      <p role="status">{failure === "" ? t.enter.looking : failure}</p>
      {failure !== "" && (
        <button type="button" class="button" onClick={() => setTries(tries + 1)}>
          {t.tryAgain}
        </button>
      )}
      {failure !== "" && place !== null && (
        <button type="button" class="button quiet" onClick={() => onComeBack(place)}>
          {t.enter.comeBack(place.name)}
        </button>
      )}
    </Screen>
  );
}

function Agreement({ secret, look, onEntered }: { secret: string; look: LookResponse; onEntered: Parts["onEntered"] }) {
  const { language, t } = useSpeech();
  // Whoever is in already keeps her name: she comes from the calendar to another room.
  const [name, setName] = useState(() => look.suggestedName || (readPlace()?.name ?? ""));
  const [listening, setListening] = useState(false);
  const [keep, setKeep] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const staff = isStaff(look.role);

  const enter = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (name.trim() === "") {
      setFailure(t.enter.nameNeeded);
      field.current?.focus();
      return;
    }
    setBusy(true);
    setFailure("");
    const guidelinesVersion = look.guidelines?.version ?? "";
    sessions.enter({ invitation: secret, name: name.trim(), guidelinesVersion, language }).then(
      (answer: EnterResponse) => {
        keepGuidelines(look.guidelines?.items ?? []);
        onEntered({ ...placeOf(answer), listening: listening && !staff }, keep);
      },
      (error: unknown) => {
        setBusy(false);
        setFailure(wordsOf(error, t.unreachable));
        field.current?.focus(); // the words stand beside her name, and most are about it
      },
    );
  };

  return (
    <Screen title={t.enter.welcome} subtitle={[look.organisation, look.roomTitle].filter((one) => one !== "").join(" · ")}>
      <form class="stack" onSubmit={enter}>
        {staff && <p class="gentle">{t.enter.staffAs}</p>}
        <label class="field">
          <span>{t.enter.name}</span>
          <input
            ref={field}
            name="name"
            value={name}
            autocomplete="off"
            autocapitalize="words"
            spellcheck={false}
            maxLength={48}
            aria-describedby="name-hint"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <p id="name-hint" class="soft hint">
          {t.enter.nameHint}
        </p>
        <p class="gentle" role="alert">
          {failure}
        </p>
        <section>
          <h2>{t.enter.guidelines}</h2>
          <ul class="guidelines">
            {(look.guidelines?.items ?? []).map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
        {!staff && (
          <Tick checked={listening} onChange={setListening} label={t.enter.listening} hint={t.enter.listeningHint} />
        )}
        <Tick checked={keep} onChange={setKeep} label={t.enter.keep} hint={t.enter.keepHint} />
        <button type="submit" class="button primary sticky" aria-disabled={busy}>
          {busy ? t.enter.entering : t.enter.agree}
        </button>
      </form>
    </Screen>
  );
}

function placeOf({ token, name, role, room }: EnterResponse): Omit<Place, "listening"> {
  return { pageHalf: token, name, role, room };
}

interface TickParts {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  hint: string;
}

function Tick({ checked, onChange, label, hint }: TickParts) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        <span class="soft hint">{hint}</span>
      </span>
    </label>
  );
}
