// The list of incidents, the one that is open, and what is added to its log. Each request is sent under a key of its own.
import { useEffect, useRef, useState } from "preact/hooks";
import { Once } from "../../calendar/once";
import { refusedBy, type Refused } from "../../calendar/refused";
import { useSpeech } from "../../i18n/words";
import type { Incident, ReportDecision } from "../../protocol/generated/nightlight/api/v1/incident_pb";
import { isSignedOut, wordsOf } from "../../session/api";
import { incidents } from "../../session/incidents_api";

export interface DecisionDraft {
  readonly what: ReportDecision;
  readonly ground: string;
  readonly reference: string;
}

export interface Incidents {
  readonly list: readonly Incident[] | null;
  readonly more: boolean;
  readonly open: Incident | null;
  readonly refused: Refused | null;
  readonly busy: boolean;
  readonly added: boolean;
  show(id: string): void; // again: it is put away
  loadMore(): void;
  decide(draft: DecisionDraft): Promise<boolean>;
  sign(decision: number): void;
}

export function useIncidents(onSignedOut: () => void): Incidents {
  const { t } = useSpeech();
  const [list, setList] = useState<readonly Incident[] | null>(null);
  const [next, setNext] = useState("");
  const [open, setOpen] = useState<Incident | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState(false);
  const once = useRef(new Once()).current;

  const fail = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
    else setRefused(refusedBy(error, wordsOf(error, t.unreachable)));
  };
  const load = (after: string) =>
    void incidents.list({ after }).then((page) => {
      setList((before) => [...(after === "" ? [] : (before ?? [])), ...page.incidents]);
      setNext(page.next);
    }, fail);
  useEffect(() => load(""), []);

  // In its place: what was decided moves only when the page is opened again.
  const replace = (one: Incident) => {
    setOpen(one);
    setList((before) => (before ?? []).map((each) => (each.id === one.id ? one : each)));
  };
  const write = async (asked: string, send: (key: string) => Promise<{ incident?: Incident | undefined }>) => {
    setBusy(true);
    setRefused(null);
    setAdded(false);
    try {
      const { incident } = await send(once.keyFor(asked));
      once.answered();
      if (incident !== undefined) replace(incident);
      setAdded(true);
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    list,
    more: next !== "",
    open,
    refused,
    busy,
    added,
    show(id) {
      setRefused(null);
      setAdded(false);
      if (open?.id === id) return setOpen(null);
      incidents.get({ id }).then(({ incident }) => setOpen(incident ?? null), fail);
    },
    loadMore: () => load(next),
    async decide({ what, ground, reference }) {
      if (open === null || busy) return false;
      const wanted = { id: open.id, what, ground: ground.trim(), reference: reference.trim() };
      return write(JSON.stringify(wanted), (idempotencyKey) => incidents.decide({ idempotencyKey, ...wanted }));
    },
    sign(decision) {
      if (open === null || busy) return;
      const wanted = { id: open.id, decision };
      void write(JSON.stringify(wanted), (idempotencyKey) => incidents.countersign({ idempotencyKey, ...wanted }));
    },
  };
}
