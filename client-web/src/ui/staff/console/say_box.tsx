// One line to write, to the circle, to one person, or to the team. Words that were refused come back into it.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { SendIcon } from "../../icons";

interface Parts {
  label: string;
  id?: string;
  max: number;
  back: string; // refused words; "" for none
  begun?: string; // what was written here before
  onWrite?: (text: string) => void;
  onSend: (text: string) => void;
  children?: ComponentChildren; // what stands before the field
}

export function SayBox({ label, id, max, back, begun = "", onWrite, onSend, children }: Parts) {
  const c = useConsoleWords();
  const [text, setText] = useState(begun);
  const write = (next: string) => {
    setText(next);
    onWrite?.(next);
  };
  useEffect(() => {
    if (back !== "") setText((now) => (now === "" ? back : now));
  }, [back]);
  const empty = text.trim() === "" || [...text].length > max;
  return (
    <form
      class="say-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (empty) return;
        onSend(text.trim());
        write("");
      }}
    >
      {children}
      <input
        {...(id === undefined ? {} : { id })}
        value={text}
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        enterkeyhint="send"
        onInput={(event) => write(event.currentTarget.value)}
      />
      <button type="submit" class="send" aria-label={c.room.send} aria-disabled={empty}>
        <SendIcon />
      </button>
    </form>
  );
}
