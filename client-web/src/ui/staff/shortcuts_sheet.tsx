// The keys a moderator may use.
import { useSpeech } from "../../i18n/words";
import { Sheet } from "../sheet";

export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const { t } = useSpeech();
  return (
    <Sheet title={t.staff.shortcuts} onClose={onClose}>
      <dl class="keys">
        {Object.entries(t.staff.keys).map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
