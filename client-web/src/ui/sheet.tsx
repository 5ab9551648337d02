// A sheet that rises from the bottom, where a thumb is. A native dialog: it keeps the focus inside, gives it back when
// it closes, and Esc closes it. Quick exit stays within reach in it.
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useSpeech } from "../i18n/words";
import { ExitButton } from "./exit_button";

export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const { t } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  const leaving = useRef(false);

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      leaving.current = true; // its own end must not close the sheet that comes after it
      shown?.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby={heading}
      onClose={() => {
        if (!leaving.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="sheet-inside">
        <h2 id={heading} tabIndex={-1} autofocus>
          {title}
        </h2>
        <div class="sheet-body" tabIndex={-1}>
          {children}
        </div>
        <div class="bar">
          <button type="button" class="bar-button" onClick={onClose}>
            {t.close}
          </button>
          <ExitButton />
        </div>
      </div>
    </dialog>
  );
}
