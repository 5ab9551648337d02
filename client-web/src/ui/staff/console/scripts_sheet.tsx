// A facilitator's cards: a digit or a tap takes one, its words can be changed for tonight, and Enter sends them to the room.
// Changing the card itself is apart from that, so that a slip while sending changes nothing for next week.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { script_kinds, withoutScript, withScript, type Script } from "../../../desk/scripts";
import { useScriptWords } from "../../../i18n/scripts_words";
import { keepScripts, readScripts } from "../../../session/scripts";
import { Sheet } from "../../sheet";
import { Hint } from "./question_panel";
import { ScriptForm } from "./script_form";

interface Parts {
  max: number; // code points the room takes
  onSend: (text: string) => void;
  onPin: (text: string) => void;
  onRound: (question: string) => void;
  onCourse: () => void;
  onPoll: () => void;
  onClose: () => void;
}

type Shown = { is: "list" } | { is: "send"; script: Script } | { is: "edit"; script: Script };

export function ScriptsSheet({ max, onSend, onPin, onRound, onCourse, onPoll, onClose }: Parts) {
  const s = useScriptWords();
  const [scripts, setScripts] = useState(() => readScripts(s.first));
  const [shown, setShown] = useState<Shown>({ is: "list" });
  const [words, setWords] = useState("");
  const list = () => setShown({ is: "list" });
  const keep = (next: readonly Script[]) => {
    keepScripts(next);
    setScripts(next);
    setWords("");
    list();
  };
  const saved = (script: Script) => {
    const next = withScript(scripts, script);
    if (next !== null) keep(next);
    else setWords(script.title.trim() === "" || script.text.trim() === "" ? s.needed : s.full);
  };
  const fresh = () => setShown({ is: "edit", script: { id: crypto.randomUUID(), kind: "prompt", title: "", text: "" } });
  const own = () => setShown({ is: "send", script: { id: "", kind: "prompt", title: "", text: "" } });
  const then = (act: (text: string) => void) => (text: string) => {
    act(text);
    onClose();
  };
  useDigits(shown.is === "list", (place) => {
    const script = scripts[place];
    if (script !== undefined) setShown({ is: "send", script });
  });

  return (
    <Sheet title={s.title} onClose={onClose}>
      <p class="gentle" role="status">
        {words}
      </p>
      {shown.is === "list" && (
        <>
          <p class="soft">{s.intro}</p>
          <Cards
            scripts={scripts}
            onPick={(script) => setShown({ is: "send", script })}
            onChange={(script) => setShown({ is: "edit", script })}
          />
          <button type="button" class="button" onClick={fresh}>
            {s.fresh}
          </button>
          <button type="button" class="button quiet" onClick={own}>
            {s.own}
          </button>
          <button type="button" class="button quiet" onClick={() => then(onRound)("")}>
            {s.round.bare}
          </button>
          <button type="button" class="button quiet" onClick={onPoll}>
            {s.poll.title}
          </button>
          <button type="button" class="button quiet" onClick={onCourse}>
            {s.course.title}
          </button>
          <p class="soft hint">{s.kept}</p>
        </>
      )}
      {shown.is === "send" && (
        <Sending
          script={shown.script}
          max={max}
          onSend={then(onSend)}
          onPin={then(onPin)}
          onRound={then(onRound)}
          onChange={() => setShown({ is: "edit", script: shown.script })}
          onBack={list}
        />
      )}
      {shown.is === "edit" && (
        <ScriptForm
          first={shown.script}
          max={max}
          onSave={saved}
          onRemove={() => keep(withoutScript(scripts, shown.script.id))}
          onBack={() => {
            setWords("");
            list();
          }}
        />
      )}
    </Sheet>
  );
}

interface CardsParts {
  scripts: readonly Script[];
  onPick: (script: Script) => void;
  onChange: (script: Script) => void;
}

function Cards({ scripts, onPick, onChange }: CardsParts) {
  const s = useScriptWords();
  return (
    <>
      {script_kinds
        .filter((kind) => scripts.some((one) => one.kind === kind))
        .map((kind) => (
          <section key={kind}>
            <h3>{s.kind[kind]}</h3>
            <ul class="plain stack">
              {scripts.map((script, place) =>
                script.kind !== kind ? null : (
                  <li key={script.id} class="script">
                    <button type="button" class="button script-pick" onClick={() => onPick(script)}>
                      <strong dir="auto">{script.title}</strong>
                      {place < 9 && <Hint of={String(place + 1)} />}
                      <span class="soft script-text" dir="auto">
                        {script.text}
                      </span>
                    </button>
                    <button type="button" class="button quiet" aria-label={s.changeOf(script.title)} onClick={() => onChange(script)}>
                      ✎
                    </button>
                  </li>
                ),
              )}
            </ul>
          </section>
        ))}
    </>
  );
}

interface SendingParts {
  script: Script;
  max: number;
  onSend: (text: string) => void;
  onPin: (text: string) => void;
  onRound: (question: string) => void;
  onChange: () => void;
  onBack: () => void;
}

function Sending({ script, max, onSend, onPin, onRound, onChange, onBack }: SendingParts) {
  const s = useScriptWords();
  const [text, setText] = useState(script.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const ready = text.trim() !== "" && [...text].length <= max;
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);
  const when = (act: (words: string) => void) => () => {
    if (ready) act(text.trim());
  };
  const send = when(onSend);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="field">
        <span>{s.text}</span>
        <textarea
          ref={field}
          rows={6}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
            if (!sends || !matchMedia("(pointer: fine)").matches) return;
            event.preventDefault();
            send();
          }}
        />
      </label>
      <button type="submit" class="button primary" aria-disabled={!ready}>
        {s.send} <Hint of="↵" />
      </button>
      <button type="button" class="button" aria-disabled={!ready} onClick={when(onPin)}>
        {s.pin.on}
      </button>
      <button type="button" class="button" aria-disabled={!ready} onClick={when(onRound)}>
        {s.round.ask}
      </button>
      {script.id !== "" && (
        <button type="button" class="button quiet" onClick={onChange}>
          {s.change}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onBack}>
        {s.back}
      </button>
    </form>
  );
}

// A digit takes the card with that number, while nothing is being written.
function useDigits(on: boolean, take: (place: number) => void): void {
  const now = useRef(take);
  now.current = take;
  useLayoutEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select") !== null) return;
      event.preventDefault();
      now.current(Number(event.key) - 1);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [on]);
}
