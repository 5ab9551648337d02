// Takes her own words with her. Where a page may not write to the clipboard, they can be selected by hand.
import { useState } from "preact/hooks";
import { useSpeech } from "../../i18n/words";

export function CopyButton({ text }: { text: string }) {
  const { t } = useSpeech();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" class="button quiet" onClick={copy}>
      {copied ? t.held.copied : t.held.copy}
    </button>
  );
}
