// One incident whole: what the room knew, what was written, when it goes, and the log of decisions.
import { useConsoleWords } from "../../i18n/console_words";
import { useIncidentWords, useMoment } from "../../i18n/incident_words";
import type { Incident, LoggedDecision } from "../../protocol/generated/nightlight/api/v1/incident_pb";
import { AlertOutcome } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { DecisionForm } from "./decision_form";
import type { Incidents } from "./use_incidents";

export function IncidentCard({ incident, desk }: { incident: Incident; desk: Incidents }) {
  const i = useIncidentWords();
  const moment = useMoment();
  return (
    <div class="incident-card stack">
      <Facts incident={incident} />
      {incident.note !== "" && (
        <section>
          <h2>{i.note}</h2>
          <p class="typed" dir="auto">
            {incident.note}
          </p>
        </section>
      )}
      {incident.excerptUntilMs !== 0n && (
        <section>
          <h2>{i.excerpt}</h2>
          <blockquote class="typed" dir="auto">
            {incident.excerpt}
          </blockquote>
          <p class="soft">{i.excerptUntil(moment(incident.excerptUntilMs))}</p>
        </section>
      )}
      <p class="soft">{i.until(moment(incident.untilMs))}</p>
      <section>
        <h2>{i.log}</h2>
        {incident.decisions.length === 0 && <p>{i.waits}</p>}
        <ol class="plain decisions">
          {incident.decisions.map((one) => (
            <Decision key={one.number} decision={one} onSign={() => desk.sign(one.number)} />
          ))}
        </ol>
      </section>
      <p class="soft" role="status">
        {desk.added ? i.added : ""}
      </p>
      <DecisionForm refused={desk.refused} busy={desk.busy} onDecide={desk.decide} />
    </div>
  );
}

function Facts({ incident }: { incident: Incident }) {
  const i = useIncidentWords();
  const c = useConsoleWords();
  const moment = useMoment();
  const who = (name: string) => name || i.somebody;
  const { facts } = i;
  const called = facts.rung[incident.climbedTo];
  const lines: [string, string][] = [
    [facts.about, incident.about === 0 ? facts.nobody : facts.person(incident.about)],
    [
      facts.taken,
      incident.takenAtMs === 0n ? facts.notTaken : facts.takenBy(who(incident.takenBy), moment(incident.takenAtMs)),
    ],
    ...(called === undefined ? [] : ([[facts.called, called]] as [string, string][])),
    [facts.outcome, incident.closed && incident.outcome !== AlertOutcome.UNSPECIFIED ? (c.choices.outcome[incident.outcome - 1] ?? "") : facts.notClosed],
    [facts.written, facts.takenBy(who(incident.writtenBy), moment(incident.writtenAtMs))],
  ];
  return (
    <dl class="facts">
      {lines.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decision({ decision, onSign }: { decision: LoggedDecision; onSign: () => void }) {
  const i = useIncidentWords();
  const moment = useMoment();
  return (
    <li>
      <p>
        <strong>{i.what[decision.what] ?? ""}</strong>
        <span class="soft">
          {" · "}
          {i.facts.takenBy(decision.by || i.somebody, moment(decision.atMs))}
        </span>
      </p>
      {decision.ground !== "" && (
        <p class="typed" dir="auto">
          {decision.ground}
        </p>
      )}
      {decision.reference !== "" && <p dir="auto">{i.reference(decision.reference)}</p>}
      {decision.signedAtMs !== 0n && (
        <p class="soft">{i.signed(decision.signedBy || i.somebody, moment(decision.signedAtMs))}</p>
      )}
      {decision.maySign && (
        <button type="button" class="button quiet" onClick={onSign}>
          {i.sign}
        </button>
      )}
    </li>
  );
}
