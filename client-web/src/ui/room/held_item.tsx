// Her words that a person reads before the group does, where they would stand. Asked to say them another way, she has
// them back in a field beside the reason; declined, they stay hers to copy.
import { useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { useSpeech, type Words } from "../../i18n/words";
import type { Hold } from "../../room/holds";
import { CopyButton } from "./copy_button";

interface Parts {
  held: Hold;
  onDo: (command: Command) => void;
  onPutAway: () => void;
}

export function HeldItem({ held, onDo, onPutAway }: Parts) {
  const { t } = useSpeech();
  const { at, reason, text } = held;
  return (
    <li class="message mine pending held" data-held={at}>
      {at !== "rephrase" && (
        <div class="bubble-row">
          <div class="bubble">
            <p class="words" dir="auto">
              {text}
            </p>
          </div>
        </div>
      )}
      <p class="fate">{held.words === "" ? ourWords(at, t) : held.words}</p>
      {reason !== "" && <p class="fate">{t.held.reason(reason)}</p>}
      {at === "rephrase" && <Rephrase key={text} held={held} onDo={onDo} />}
      {at === "declined" && (
        <div class="choices">
          <CopyButton text={text} />
          <button type="button" class="button quiet" onClick={onPutAway}>
            {t.held.putAway}
          </button>
        </div>
      )}
    </li>
  );
}

function Rephrase({ held: { hold, text }, onDo }: Pick<Parts, "held" | "onDo">) {
  const { t } = useSpeech();
  const [words, setWords] = useState(text);
  const empty = words.trim() === "";
  return (
    <form
      class="rephrase stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) onDo({ is: "editHeld", hold, text: words.trim() });
      }}
    >
      <label class="field">
        <span class="visually-hidden">{t.held.edit}</span>
        <textarea rows={3} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <div class="choices">
        <button type="button" class="button quiet" onClick={() => onDo({ is: "editHeld", hold, text: "" })}>
          {t.held.takeBack}
        </button>
        <button type="submit" class="button primary" aria-disabled={empty}>
          {t.held.send}
        </button>
      </div>
    </form>
  );
}

function ourWords(at: Hold["at"], t: Words): string {
  switch (at) {
    case "reading":
      return t.held.reading;
    case "rephrase":
      return t.held.rephrase;
    case "declined":
      return t.held.declined;
  }
}
