// The link by which her own calendar reads her dates. It is shown once, as it is made; after that, only that there is one.
import { useEffect, useState } from "preact/hooks";
import { useTopicsWords } from "../../i18n/topics_words";
import { region, useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";

export function OwnFeed({ onSignedOut }: { onSignedOut: () => void }) {
  const { own } = useTopicsWords();
  const { t, language } = useSpeech();
  const [madeAtMs, setMadeAtMs] = useState<bigint | null>(null); // 0: she has none
  const [path, setPath] = useState("");
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setSaid(wordsOf(error, t.unreachable)));
  useEffect(() => void calendar.getOwnFeed({}).then((found) => setMadeAtMs(found.madeAtMs), fail), []);

  const during = (work: Promise<void>) => {
    setBusy(true);
    setSaid("");
    work.catch(fail).finally(() => setBusy(false));
  };
  const make = () =>
    during(
      calendar.makeOwnFeed({ language }).then((made) => {
        setPath(made.path);
        setMadeAtMs(made.madeAtMs);
      }),
    );
  const copy = () =>
    void navigator.clipboard.writeText(`${location.origin}${path}`).then(
      () => setSaid(own.copied),
      () => setSaid(""),
    );
  const stop = () =>
    during(
      calendar.stopOwnFeed({}).then(() => {
        setPath("");
        setMadeAtMs(0n);
        setSaid(own.stopped);
      }),
    );
  if (madeAtMs === null) return null;
  const there = madeAtMs !== 0n;
  const day = new Intl.DateTimeFormat(region[language], { dateStyle: "long" }).format(Number(madeAtMs));
  return (
    <section class="rota stack">
      <h2>{own.title}</h2>
      <p class="soft">{path !== "" ? own.once : there ? own.since(day) : own.none}</p>
      {path !== "" && (
        <>
          <label class="field">
            <span>{own.link}</span>
            <input readOnly value={`${location.origin}${path}`} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button type="button" class="button" onClick={copy}>
            {own.copy}
          </button>
        </>
      )}
      <button type="button" class="button" disabled={busy} onClick={make}>
        {there ? own.renew : own.make}
      </button>
      {there && (
        <>
          <p class="soft hint">{own.renewHint}</p>
          <button type="button" class="button quiet" disabled={busy} onClick={stop}>
            {own.stop}
          </button>
        </>
      )}
      <p class="soft" role="status">
        {said}
      </p>
    </section>
  );
}
