// The invitation, to copy. Where a page may not write to the clipboard, the link is there to select by hand.
import { useState } from "preact/hooks";
import { useSpeech } from "../../i18n/words";
import { invitationLink } from "./invitation_link";

export function CopyLink({ room }: { room: string }) {
  const { t } = useSpeech();
  const [copied, setCopied] = useState(false);
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
    </div>
  );
}
