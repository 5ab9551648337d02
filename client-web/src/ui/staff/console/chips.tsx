// A few choices side by side, the one that holds pressed in.
import type { ComponentChildren } from "preact";

export function Choice({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="chips">{children}</div>
    </fieldset>
  );
}

export function Chip({ on, onPick, children }: { on: boolean; onPick: () => void; children: string }) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={onPick}>
      {children}
    </button>
  );
}
