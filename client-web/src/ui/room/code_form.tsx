// What the facilitator hands out, typed once: large letters, nothing that a keyboard would mend.
import { useId, useState } from "preact/hooks";
import { useSpeech } from "../../i18n/words";

const code_letters_max = 24; // with what may stand between them

export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useSpeech();
  const id = useId();
  const [code, setCode] = useState("");
  const typed = code.trim();
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== "") onCode(typed);
      }}
    >
      <label for={id}>{t.outside.code}</label>
      <input
        id={id}
        value={code}
        maxLength={code_letters_max}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <button type="submit" class="button primary" aria-disabled={typed === ""}>
        {t.outside.codeSend}
      </button>
    </form>
  );
}
