// Asks the server, a moment after the last key, what it would say to this series: what is wrong, what collides. Nothing is
// saved by it.
import { useEffect, useState } from "preact/hooks";
import type { Refused } from "../../calendar/refused";
import { refusedBy } from "../../calendar/refused";
import type { Series, Warning } from "../../protocol/generated/nightlight/api/v1/plan_pb";

const after_last_key_ms = 350;

export interface Checked {
  readonly warnings: readonly Warning[];
  readonly refused: Refused | null;
  readonly busy: boolean;
}

const nothing: Checked = { warnings: [], refused: null, busy: false };

export function useCheck(series: Series | null, ask: (series: Series) => Promise<{ warnings: Warning[] }>): Checked {
  const [checked, setChecked] = useState<Checked>(nothing);
  const text = series === null ? "" : JSON.stringify(series);
  useEffect(() => {
    if (series === null) {
      setChecked(nothing);
      return;
    }
    let wanted = true;
    setChecked((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      ask(series).then(
        ({ warnings }) => {
          if (wanted) setChecked({ warnings, refused: null, busy: false });
        },
        (error: unknown) => {
          // Unreachable while typing is no news; saving will say so.
          if (wanted) setChecked({ warnings: [], refused: refusedBy(error, ""), busy: false });
        },
      );
    }, after_last_key_ms);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return checked;
}
