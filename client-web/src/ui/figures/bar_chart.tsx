// Bars beside their names and numbers. The picture says nothing that the words do not, so a reader of the screen is given
// the words alone. What is not certain is hatched: shape, not colour.
import { useId } from "preact/hooks";
import { barsOf, type Told } from "../../figures/amounts";

export interface Row {
  readonly name: string;
  readonly amount: Told;
  readonly words: string;
}

const row_height = 28;
const width = 300;

export function BarChart({ title, rows }: { title: string; rows: readonly Row[] }) {
  const hatch = useId();
  const bars = barsOf(rows.map(({ amount }) => amount));
  return (
    <figure class="bars">
      <figcaption>{title}</figcaption>
      <ul class="plain">
        {rows.map(({ name, words }, index) => (
          <li key={name}>
            <span class="bar-name">{name}</span>
            <svg aria-hidden="true" viewBox={`0 0 ${width} ${row_height}`} preserveAspectRatio="none">
              <pattern id={`${hatch}-${index}`} width="8" height="8" patternUnits="userSpaceOnUse">
                <path d="M0 8 L8 0" class="hatch" />
              </pattern>
              <rect class="sure" x="0" y="6" height="16" width={bars[index]!.sure * width} />
              <rect
                x={bars[index]!.sure * width}
                y="6"
                height="16"
                width={(bars[index]!.perhaps - bars[index]!.sure) * width}
                fill={`url(#${hatch}-${index})`}
              />
            </svg>
            <span class="bar-words">{words}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
