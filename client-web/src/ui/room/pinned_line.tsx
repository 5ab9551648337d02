// What the team has pinned above the talk. She can fold it to one line; a new one stands open. Its paragraph is always there,
// so that a screen reader says a new text once.
import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../../i18n/words";

export function PinnedLine({ text }: { text: string }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(true);
  useEffect(() => setOpen(true), [text]);
  return (
    <div class={text === "" ? "pinned empty" : open ? "pinned" : "pinned short"}>
      <p id="pinned" role="status" dir="auto" {...(text !== "" && open ? { tabIndex: 0 } : {})}>
        {text}
      </p>
      {text !== "" && (
        <button
          type="button"
          class="button quiet"
          aria-expanded={open}
          aria-controls="pinned"
          onClick={() => setOpen(!open)}
        >
          {open ? t.round.fold : t.round.unfold}
        </button>
      )}
    </div>
  );
}
