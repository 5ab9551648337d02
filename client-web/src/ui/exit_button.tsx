// The way out, on every screen and in every sheet.
import { useSpeech } from "../i18n/words";
import { quickExit } from "../session/quick_exit";
import { ExitIcon } from "./icons";

export function ExitButton() {
  const { t } = useSpeech();
  return (
    <button type="button" class="bar-button exit" title={t.exitHint} onClick={quickExit}>
      <ExitIcon />
      {t.exit}
    </button>
  );
}
