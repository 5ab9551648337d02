// Alerts to write down, under the queue: taken by her or closed, one quiet line each.
import { useState } from "preact/hooks";
import { keepWritten, readWritten, toWrite, type ToWrite } from "../../../desk/write_down";
import type { Desk } from "../../../desk/desk";
import { useConsoleWords } from "../../../i18n/console_words";
import { useIncidentWords } from "../../../i18n/incident_words";
import { clockTime, useSpeech } from "../../../i18n/words";
import { LazyWriteSheet } from "../../incidents/lazy";

interface Parts {
  desk: Desk;
  leads: boolean;
  onSignedOut: () => void;
}

export function WriteDown({ desk, leads, onSignedOut }: Parts) {
  const c = useConsoleWords();
  const i = useIncidentWords();
  const { language } = useSpeech();
  const [putAway, setPutAway] = useState(readWritten);
  const [open, setOpen] = useState<ToWrite | null>(null);
  const [done, setDone] = useState(false);
  const list = toWrite(desk.queueRooms, leads, putAway);
  const summary = ({ alert }: ToWrite) => {
    const kind = c.category[alert.category] || c.kind[alert.kind] || c.kind[0] || "";
    return i.write.one(`${i.level[alert.level] ?? ""}: ${kind}`, clockTime(alert.atMs, language));
  };
  const close = (one: ToWrite, written: boolean) => {
    const next = [...putAway, one.key];
    keepWritten(next);
    setPutAway(next);
    setOpen(null);
    setDone(written);
  };
  return (
    <>
      <p class="soft taken" role="status">
        {done ? i.write.done : ""}
      </p>
      {list.length > 0 && (
        <section class="next-step" aria-label={i.write.list}>
          <h3>{i.write.list}</h3>
          <div class="chips">
            {list.map((one) => (
              <button key={one.key} type="button" class="chip" aria-haspopup="dialog" onClick={() => setOpen(one)}>
                {summary(one)}
              </button>
            ))}
          </div>
        </section>
      )}
      {open !== null && (
        <LazyWriteSheet
          key={open.key}
          what={open}
          summary={summary(open)}
          onWritten={() => close(open, true)}
          onNot={() => close(open, false)}
          onSignedOut={onSignedOut}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
