// How the schedule gets on the organisation's own web site: a piece of HTML to copy, and the address for calendars.
import { useState } from "preact/hooks";
import { embedSnippet } from "../../calendar/embed_snippet";
import { useOutsideWords } from "../../i18n/outside_words";
import { useSpeech } from "../../i18n/words";
import { Sheet } from "../sheet";

export function WebSheet({ onClose }: { onClose: () => void }) {
  const { web } = useOutsideWords();
  const { language } = useSpeech();
  const [said, setSaid] = useState("");
  const code = embedSnippet(location.origin, language);
  const copy = () => {
    navigator.clipboard.writeText(code).then(
      () => setSaid(web.copied),
      () => setSaid(""),
    );
  };
  return (
    <Sheet title={web.title} onClose={onClose}>
      <p>{web.intro}</p>
      <p class="soft">{web.listed}</p>
      <p class="soft">{web.open_words}</p>
      <label class="field">
        <span>{web.code}</span>
        <textarea readOnly rows={5} spellcheck={false} value={code} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="button primary" onClick={copy}>
        {web.copy}
      </button>
      <p class="soft" role="status">
        {said}
      </p>
      <label class="field">
        <span>{web.feed}</span>
        <input readOnly value={`${location.origin}/calendar.ics`} onFocus={(event) => event.currentTarget.select()} />
      </label>
    </Sheet>
  );
}
