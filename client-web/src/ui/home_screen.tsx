// Nobody is in: what to do, in two sentences.
import { useSpeech } from "../i18n/words";
import { useDirectory } from "./directory/use_directory";
import { Screen } from "./screen";

interface Parts {
  signedOut: boolean;
  onDirectory: () => void;
  onStaff: () => void;
}

export function HomeScreen({ signedOut, onDirectory, onStaff }: Parts) {
  const { t } = useSpeech();
  const near = useDirectory();
  return (
    <Screen title={t.home.title}>
      {signedOut && (
        <p class="gentle" role="status">
          {t.home.signedOut}
        </p>
      )}
      <p>{t.home.body}</p>
      <p>{t.home.lost}</p>
      {near.length > 0 && (
        <button type="button" class="button" onClick={onDirectory}>
          {t.directory.open}
        </button>
      )}
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
