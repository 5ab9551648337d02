// The keys a moderator may use: in a room, or in the console with its own list.
import { useSpeech } from "../../i18n/words";
import { Sheet } from "../sheet";

interface Parts {
  title?: string;
  keys?: Readonly<Record<string, string>>;
  onClose: () => void;
}

export function ShortcutsSheet({ title, keys, onClose }: Parts) {
  const { t } = useSpeech();
  return (
    <Sheet title={title ?? t.staff.shortcuts} onClose={onClose}>
      <div role="group" aria-label={title ?? t.staff.shortcuts} tabIndex={0}>
        <dl class="keys">
          {Object.entries(keys ?? t.staff.keys).map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Sheet>
  );
}
