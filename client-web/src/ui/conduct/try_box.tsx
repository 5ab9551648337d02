// The test box: a sentence, and at once what the rules would find in it, marked, by which rule and with which action.
import { named } from "../../conduct/draft";
import { foundIn, strongest, type Found } from "../../conduct/tried";
import type { Entry } from "../../conduct/rules_text";
import { useConductWords } from "../../i18n/conduct_words";
import { Marked } from "../staff/console/marked";
import type { Tried } from "./use_try";

interface Parts {
  sample: string;
  tried: Tried;
  entries: readonly Entry[];
  onType: (sample: string) => void;
}

export function TryBox({ sample, tried, entries, onType }: Parts) {
  const w = useConductWords();
  const found = foundIn(tried.sample, tried.matches, named(entries));
  const shown = sample.trim() !== "" && tried.sample.trim() !== "";
  return (
    <section class="card try-box" aria-label={w.try.title}>
      <h2>{w.try.title}</h2>
      <label class="field">
        <span>{w.try.label}</span>
        <textarea rows={2} maxLength={2_000} value={sample} onInput={(event) => onType(event.currentTarget.value)} />
      </label>
      <p class="soft hint">{w.try.hint}</p>
      <p class="try-result" role="status">
        {shown && resultOf(tried, found, w)}
      </p>
      {shown && found.length > 0 && (
        <>
          {strongest(found) === "hold" && <p class="soft">{w.try.ifOff}</p>}
          <p class="tried" dir="auto">
            <Marked text={tried.sample} spans={found} />
          </p>
          <Findings found={found} />
        </>
      )}
    </section>
  );
}

function resultOf(tried: Tried, found: readonly Found[], w: ReturnType<typeof useConductWords>): string {
  if (tried.failed) return w.try.late;
  return tried.mistakes.length > 0 ? w.try.wrongRules : w.try.result[strongest(found)];
}

function Findings({ found }: { found: readonly Found[] }) {
  const w = useConductWords();
  return (
    <ul class="plain findings" aria-label={w.try.found}>
      {found.map(({ words, rule, action, whose, begin }) => (
        <li key={`${begin}/${rule}`}>
          <mark dir="auto">{words}</mark> <strong>{rule}</strong> · {w.try.whose[whose]}
          <br />
          <span class="soft">{w.action[action]}</span>
        </li>
      ))}
    </ul>
  );
}
