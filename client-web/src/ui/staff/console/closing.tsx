// Ending the meeting: a closing card goes out first, in her own words for tonight, and then the room closes. Or it closes
// without any. Both are one press after the words have been read again.
import { useState } from "preact/hooks";
import { useScriptWords } from "../../../i18n/scripts_words";
import { readScripts } from "../../../session/scripts";
import { Chip, Choice } from "./chips";

interface Parts {
  max: number; // code points the room takes
  onEnd: (words: string) => void; // "" for none
  onBack: () => void;
}

export function Closing({ max, onEnd, onBack }: Parts) {
  const s = useScriptWords();
  const [cards] = useState(() => readScripts(s.first).filter(({ kind }) => kind === "closing"));
  const [text, setText] = useState(cards.at(-1)?.text ?? "");
  const fits = text.trim() !== "" && [...text].length <= max;
  return (
    <section class="stack" aria-label={s.closing.title}>
      <h3>{s.closing.title}</h3>
      {cards.length > 1 && (
        <Choice title={s.kind.closing}>
          {cards.map((card) => (
            <Chip key={card.id} on={text === card.text} onPick={() => setText(card.text)}>
              {card.title}
            </Chip>
          ))}
        </Choice>
      )}
      <label class="field">
        <span>{s.closing.words}</span>
        <textarea rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button
        type="button"
        class="button warn"
        aria-disabled={!fits}
        onClick={() => {
          if (fits) onEnd(text.trim());
        }}
      >
        {s.closing.end}
      </button>
      <button type="button" class="button quiet" onClick={() => onEnd("")}>
        {s.closing.without}
      </button>
      <button type="button" class="button quiet" onClick={onBack}>
        {s.closing.back}
      </button>
    </section>
  );
}
