// The meeting is over: where she would write stands what is left to do. What comes before she goes (the check-out) is put
// in as `children`; nothing here is asked of her.
import type { ComponentChildren } from "preact";
import { useSpeech } from "../../i18n/words";
import { CopyButton } from "./copy_button";

interface Parts {
  unsent: string; // what she was writing when it ended
  onCalendar: () => void;
  onLeave: () => void;
  children?: ComponentChildren;
}

export function AfterCard({ unsent, onCalendar, onLeave, children }: Parts) {
  const { t } = useSpeech();
  return (
    <section class="composer after" aria-label={t.after.title}>
      {children}
      {unsent.trim() !== "" && (
        <>
          <p class="soft">{t.outside.yours}</p>
          <p class="quote whole" dir="auto">
            {unsent}
          </p>
          <CopyButton text={unsent} />
        </>
      )}
      <p class="soft">{t.after.read}</p>
      <div class="choices">
        <button type="button" class="button" onClick={onCalendar}>
          {t.after.again}
        </button>
        <button type="button" class="button quiet" onClick={onLeave}>
          {t.people.leave}
        </button>
      </div>
    </section>
  );
}
