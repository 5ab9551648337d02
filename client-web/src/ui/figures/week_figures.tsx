// A week in words: what came of its meetings, what called the team and how long that waited.
import { amountWords } from "../../figures/amounts";
import { factsOf } from "../../figures/facts";
import { dayWords } from "../../i18n/calendar_words";
import { useFiguresWords } from "../../i18n/figures_words";
import { useSpeech } from "../../i18n/words";
import type { WeekFigures } from "../../protocol/generated/nightlight/api/v1/figures_pb";

export function WeekCard({ week }: { week: WeekFigures }) {
  const f = useFiguresWords();
  const { language } = useSpeech();
  const facts = [...factsOf(week.figures, f), { name: f.climbed, words: amountWords(week.climbed, f) }];
  return (
    <details class="week-figures">
      <summary>
        {f.week(dayWords(week.monday, language, true))} · {f.meetings(week.meetings)}
      </summary>
      <dl>
        {facts.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
