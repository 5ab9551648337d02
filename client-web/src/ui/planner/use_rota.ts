// The coming four weeks, and what she does about a date: asks for cover, takes it, or comes after all. After each answer,
// also a refusal, everything is read anew: somebody else may have been quicker.
import { useEffect, useState } from "preact/hooks";
import { dayOf } from "../../calendar/days";
import { Once } from "../../calendar/once";
import { refusedBy } from "../../calendar/refused";
import { rota_days } from "../../calendar/rota";
import { localOf, ownZone } from "../../calendar/zones";
import type { Cover, Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { usePlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { meetingsFrom } from "./use_plan";

export type CoverDeed =
  | { is: "ask"; meeting: Meeting; words: string }
  | { is: "take"; meeting: Meeting; cover: Cover }
  | { is: "withdraw"; meeting: Meeting };

function send(deed: CoverDeed, idempotencyKey: string): Promise<unknown> {
  const { series, date, etag } = deed.meeting;
  const request = { series, date, idempotencyKey };
  switch (deed.is) {
    case "ask":
      return calendar.askForCover({ ...request, words: deed.words });
    case "take":
      return calendar.takeCover({ ...request, etag, seat: deed.cover.seat });
    case "withdraw":
      return calendar.withdrawCover(request);
  }
}

function requestOf(deed: CoverDeed): string {
  const { series, date, etag } = deed.meeting;
  return JSON.stringify([deed.is, series, date, etag, deed.is === "ask" ? deed.words : "", deed.is === "take" ? deed.cover.seat : 0]);
}

export function useRota(onSignedOut: () => void) {
  const { rota: words } = usePlannerWords();
  const { t } = useSpeech();
  const [meetings, setMeetings] = useState<readonly Meeting[] | null>(null);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const [once] = useState(() => new Once());
  const fail = (error: unknown) => {
    if (isSignedOut(error)) return onSignedOut();
    const { words: refused, fields, stale } = refusedBy(error, wordsOf(error, t.unreachable));
    setFailure(stale !== null ? words.changed : (Object.values(fields)[0] ?? refused));
  };
  useEffect(() => {
    let wanted = true;
    meetingsFrom(dayOf(localOf(ownZone(), Date.now())), rota_days).then(
      (found) => {
        if (wanted) setMeetings(found);
      },
      (error: unknown) => {
        if (wanted) fail(error);
      },
    );
    return () => {
      wanted = false;
    };
  }, [tries]);
  const act = (deed: CoverDeed) => {
    setBusy(true);
    setSaid("");
    setFailure("");
    send(deed, once.keyFor(requestOf(deed)))
      .then(() => {
        once.answered();
        setSaid(words.done[deed.is]);
      }, fail)
      .finally(() => {
        setBusy(false);
        setTries((now) => now + 1);
      });
  };
  return { meetings, said, failure, busy, act };
}
