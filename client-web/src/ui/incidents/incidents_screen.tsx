// Incidents, for the team: those without a decision first, one line each; opened, all of it and its log. By thumb, or with
// j, k and Enter.
import { useLayoutEffect, useRef } from "preact/hooks";
import { useConsoleWords } from "../../i18n/console_words";
import { useIncidentWords, useMoment } from "../../i18n/incident_words";
import { AlertLevel } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import type { Incident } from "../../protocol/generated/nightlight/api/v1/incident_pb";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import "../styles/incidents.css";
import { IncidentCard } from "./incident_card";
import { ReportLine } from "./report_line";
import { useIncidents } from "./use_incidents";

// Shape beside word, as in the console.
const signs: Readonly<Record<number, string>> = { [AlertLevel.RED]: "◆", [AlertLevel.AMBER]: "▲", [AlertLevel.SOFT]: "○" };

export function IncidentsScreen({ onBack, onSignedOut }: { onBack: () => void; onSignedOut: () => void }) {
  const i = useIncidentWords();
  const desk = useIncidents(onSignedOut);
  const lines = useRef<HTMLUListElement>(null);
  useListKeys(lines);
  const { list, open, refused } = desk;
  return (
    <Screen title={i.title} staff tools={<BackButton words={i.back} onBack={onBack} />}>
      <div class="incidents">
        <ReportLine />
        <p class="soft">{i.intro}</p>
        <p class="gentle" role="alert">
          {refused?.words ?? ""}
        </p>
        <p class="soft" role="status">
          {list === null ? (refused === null ? i.loading : "") : list.length === 0 ? i.none : ""}
        </p>
        <ul class="plain" ref={lines}>
          {(list ?? []).map((one) => (
            <li key={one.id}>
              <Line incident={one} open={open?.id === one.id} onShow={() => desk.show(one.id)} />
              {open?.id === one.id && <IncidentCard incident={open} desk={desk} />}
            </li>
          ))}
        </ul>
        {desk.more && (
          <button type="button" class="button quiet" onClick={desk.loadMore}>
            {i.more}
          </button>
        )}
        <p class="soft hint incident-keys">{i.keys}</p>
      </div>
    </Screen>
  );
}

function Line({ incident, open, onShow }: { incident: Incident; open: boolean; onShow: () => void }) {
  const i = useIncidentWords();
  const c = useConsoleWords();
  const moment = useMoment();
  const newest = incident.decisions.at(-1);
  return (
    <button type="button" class="incident-line" aria-expanded={open} onClick={onShow}>
      <span class="incident-what">
        <span aria-hidden="true">{signs[incident.level]}</span> <strong>{i.level[incident.level]}</strong>{" "}
        {c.category[incident.category] || c.kind[incident.kind] || c.kind[0]}
      </span>
      <span class="soft">
        {moment(incident.atMs)} · <span dir="auto">{incident.title}</span>
      </span>
      <span class={incident.open ? "waits" : "soft"}>{newest === undefined ? i.waits : i.what[newest.what]}</span>
    </button>
  );
}

// From line to line, while nothing is typed and no sheet is open.
function useListKeys(list: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key] ?? 0;
      const typing = event.target instanceof Element && event.target.closest("input, select, textarea, dialog") !== null;
      if (step === 0 || typing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const lines = [...(list.current?.querySelectorAll<HTMLElement>(".incident-line") ?? [])];
      const at = lines.findIndex((line) => line === document.activeElement);
      const next = lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : at + step];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
