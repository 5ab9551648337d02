// Nobody is in: what to do, in two sentences.
import { useSpeech } from "../i18n/words";
import { Screen } from "./screen";

export function HomeScreen({ signedOut, onStaff }: { signedOut: boolean; onStaff: () => void }) {
  const { t } = useSpeech();
  return (
    <Screen title={t.home.title}>
      {signedOut && (
        <p class="gentle" role="status">
          {t.home.signedOut}
        </p>
      )}
      <p>{t.home.body}</p>
      <p>{t.home.lost}</p>
      <button type="button" class="button quiet lowered" onClick={onStaff}>
        {t.home.staff}
      </button>
    </Screen>
  );
}

export function GoodnightScreen() {
  const { t } = useSpeech();
  return (
    <Screen title={t.goodnight.title}>
      <p>{t.goodnight.body}</p>
      <p class="soft">{t.goodnight.again}</p>
    </Screen>
  );
}
