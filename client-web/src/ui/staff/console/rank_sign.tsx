// How urgent: a shape of its own, a colour of its own, and the word. Red is a filled diamond, amber a filled triangle.
import type { ComponentChildren } from "preact";
import { useConsoleWords } from "../../../i18n/console_words";
import type { Rank } from "../../../desk/queue";

const shapes: Record<Rank, ComponentChildren> = {
  red: <path d="M12 1l11 11-11 11L1 12z" />,
  amber: <path d="M12 3l10 18H2z" />,
  overdue: <path d="M3 3h18v18H3z" />,
  held: <path class="hollow" d="M4.500 4.500h15v15h-15z" />,
  soft: <circle class="hollow" cx="12" cy="12" r="8" />,
};

export function RankSign({ rank }: { rank: Rank }) {
  const c = useConsoleWords();
  return (
    <span class={`rank-sign rank-${rank}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {shapes[rank]}
      </svg>
      {c.rank[rank]}
    </span>
  );
}
