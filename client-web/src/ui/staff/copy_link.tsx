// The invitation, to copy or to print. Where a page may not write to the clipboard, the link is there to select by hand.
import { useState } from "preact/hooks";
import { useOutsideWords } from "../../i18n/outside_words";
import { useSpeech } from "../../i18n/words";
import { CardSheet } from "./card_sheet";
import { invitationLink } from "./invitation_link";

export function CopyLink({ room }: { room: string }) {
  const { t } = useSpeech();
  const { card } = useOutsideWords();
  const [copied, setCopied] = useState(false);
  const [printing, setPrinting] = useState(false);
  const link = invitationLink(room);
  if (link === "") return null;

  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="stack">
      <label class="field">
        <span>{t.rooms.invitation}</span>
        <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="button" onClick={copy}>
        {t.rooms.copy}
      </button>
      <p class="soft" role="status">
        {copied ? t.rooms.copied : t.rooms.copyHint}
      </p>
      <button type="button" class="button quiet" onClick={() => setPrinting(true)}>
        {card.open}
      </button>
      {printing && <CardSheet link={link} onClose={() => setPrinting(false)} />}
    </div>
  );
}
