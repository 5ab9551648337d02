// What is told of a meeting or a week, as names and words in the order they are read: a table's columns, a week's lines.
import type { FiguresWords } from "../i18n/figures_words";
import type { Figures, LevelFigures } from "../protocol/generated/nightlight/api/v1/figures_pb";
import { amountWords, durationWords } from "./amounts";

export interface Fact {
  readonly name: string;
  readonly words: string;
}

export function factsOf(figures: Figures | undefined, f: FiguresWords): Fact[] {
  const counted = (["firstTimers", "unanswered", "lighter", "same", "heavier"] as const).map((one) => ({
    name: f[one],
    words: amountWords(figures?.[one], f),
  }));
  const alerts = (figures?.alerts ?? []).map((one) => ({ name: f.level[one.level] ?? "", words: levelWords(one, f) }));
  return [{ name: f.came, words: amountWords(figures?.attendance, f) }, ...counted, ...alerts];
}

function levelWords({ alerts, medianSeconds, slowestSeconds }: LevelFigures, f: FiguresWords): string {
  const count = amountWords(alerts, f);
  if (medianSeconds === undefined || slowestSeconds === undefined) return count;
  return `${count}, ${f.taken(durationWords(medianSeconds), durationWords(slowestSeconds))}`;
}
