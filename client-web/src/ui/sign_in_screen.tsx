// Staff come in by name and password.
import { useState } from "preact/hooks";
import { useSpeech } from "../i18n/words";
import { sessions, wordsOf } from "../session/api";
import type { Place } from "../session/place";
import { Screen } from "./screen";

export function SignInScreen({ onSignedIn }: { onSignedIn: (place: Place) => void }) {
  const { t } = useSpeech();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");

  const signIn = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure("");
    sessions.signIn({ name: name.trim(), password }).then(
      ({ token, name: as, role }) => onSignedIn({ pageHalf: token, name: as, role, room: "", listening: false }),
      (error: unknown) => {
        setBusy(false);
        setFailure(wordsOf(error, t.unreachable));
      },
    );
  };

  return (
    <Screen title={t.signIn.title}>
      <form class="stack" onSubmit={signIn}>
        <label class="field">
          <span>{t.signIn.name}</span>
          <input
            name="username"
            value={name}
            autocomplete="username"
            autocapitalize="none"
            required
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{t.signIn.password}</span>
          <input
            name="password"
            type="password"
            value={password}
            autocomplete="current-password"
            required
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <p class="gentle" role="alert">
          {failure}
        </p>
        <button type="submit" class="button primary" aria-disabled={busy}>
          {busy ? t.signIn.working : t.signIn.submit}
        </button>
      </form>
      <p class="soft">{t.signIn.mother}</p>
    </Screen>
  );
}
