// Words with the parts that a rule heard set apart.
import type { Span } from "../../../room/staff_view";

export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  return <>{piecesOf(text, spans).map(({ words, heard }) => (heard ? <mark>{words}</mark> : words))}</>;
}

export function piecesOf(text: string, spans: readonly Span[]): { words: string; heard: boolean }[] {
  const pieces: { words: string; heard: boolean }[] = [];
  let done = 0;
  for (const { begin, end } of [...spans].sort((a, b) => a.begin - b.begin)) {
    const from = Math.max(begin, done);
    if (from >= end) continue;
    if (from > done) pieces.push({ words: text.slice(done, from), heard: false });
    pieces.push({ words: text.slice(from, end), heard: true });
    done = end;
  }
  if (done < text.length) pieces.push({ words: text.slice(done), heard: false });
  return pieces;
}
