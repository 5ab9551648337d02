// A field that grows with what is written in it, and the button that sends it. Used for the group and for a talk of two.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useSpeech } from "../../i18n/words";
import { SendIcon } from "../icons";

interface Parts {
  id: string;
  label: string;
  hint: string;
  text: string;
  max: number; // code points
  maySend?: boolean; // false while it is not her turn: she can write, and send later
  onText: (text: string) => void;
  onSend: () => void;
  children?: ComponentChildren; // what stands before the field
}

const near_the_end = 100;
const rows_max = 5;

export function WriteRow({ id, label, hint, text, max, maySend = true, onText, onSend, children }: Parts) {
  const { t } = useSpeech();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = max - [...text].length;
  const ready = maySend && text.trim() !== "" && left >= 0;

  useLayoutEffect(() => grow(field.current, text), [text]);

  const send = () => {
    if (!ready) return;
    onSend();
    field.current?.focus();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="write-row">
        {children}
        <label class="visually-hidden" for={id}>
          {label}
        </label>
        <textarea
          id={id}
          ref={field}
          rows={1}
          value={text}
          placeholder={hint}
          aria-describedby={`${id}-left`}
          enterkeyhint="send"
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
            if (!sends || !matchMedia("(pointer: fine)").matches) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send" aria-label={t.room.send} aria-disabled={!ready}>
          <SendIcon />
        </button>
      </div>
      <p id={`${id}-left`} class="soft left" role="status">
        {left < near_the_end ? t.room.left(left) : ""}
      </p>
    </form>
  );
}

function grow(area: HTMLTextAreaElement | null, text: string): void {
  if (area === null) return;
  area.rows = 1;
  if (text === "") return; // the hint alone never makes it higher
  const style = getComputedStyle(area);
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
  const lines = Math.round((area.scrollHeight - padding) / Number.parseFloat(style.lineHeight));
  area.rows = Math.max(1, Math.min(rows_max, lines));
}
