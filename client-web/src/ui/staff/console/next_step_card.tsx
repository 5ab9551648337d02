// The card for the volunteer who looks at an alert: closed until she opens it, so that it is never in the way.
import { cardFor } from "../../../desk/card_for";
import { cards_en, type CardWords } from "../../../i18n/cards_en";
import { cards_es } from "../../../i18n/cards_es";
import { useSpeech, type Language } from "../../../i18n/words";
import type { Alert } from "../../../room/staff_view";

const all: Record<Language, CardWords> = { en: cards_en, es: cards_es };

export function NextStepCard({ alert }: { alert: Alert }) {
  const words = all[useSpeech().language];
  const name = cardFor(alert);
  if (name === null) return null;
  const { title, say, next, leave } = words.cards[name];
  return (
    <details class="next-step" key={alert.alert}>
      <summary>
        {words.heading} · {title}
      </summary>
      <Lines heading={words.say} lines={say} />
      <Lines heading={words.next} lines={next} />
      <Lines heading={words.leave} lines={leave} />
      <p class="soft">{words.draft}</p>
    </details>
  );
}

function Lines({ heading, lines }: { heading: string; lines: readonly string[] }) {
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
