// Lock-down stands apart and takes a deliberate gesture: hold for a second, or with a keyboard press it and confirm.
import { useEffect, useRef, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";

const hold_ms = 1_000;

export function LockdownButton({ onSure, asked }: { onSure: () => void; asked: boolean }) {
  const c = useConsoleWords();
  const [holding, setHolding] = useState(false);
  const [sure, setSure] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const yes = useRef<HTMLButtonElement>(null);

  const release = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHolding(false);
  };
  useEffect(() => release, []);
  useEffect(() => yes.current?.focus(), [sure]); // after the sheet around it has opened

  if (sure) {
    return (
      <div class="stack" role="group" aria-label={c.lockdown.sure}>
        <p>{c.lockdown.sure}</p>
        <button type="button" ref={yes} class="button warn" onClick={onSure}>
          {c.lockdown.yes}
        </button>
        <button type="button" class="button quiet" onClick={() => setSure(false)}>
          {c.letBe}
        </button>
      </div>
    );
  }
  return (
    <button
      type="button"
      class={holding ? "button warn hold holding" : "button warn hold"}
      onPointerDown={() => {
        setHolding(true);
        timer.current = setTimeout(() => {
          release();
          onSure();
        }, hold_ms);
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        if (event.detail === 0) setSure(true); // a keyboard or a screen reader cannot hold
      }}
    >
      {holding ? c.lockdown.holding : c.lockdown.hold}
    </button>
  );
}
