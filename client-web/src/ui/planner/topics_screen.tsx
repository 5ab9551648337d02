// The topics: what there is, who changed each last, and one of them as it is written. Two who write at once are both
// shown both.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { differingFields, keptTopic, topicDraftOf, type TopicDraft, type TopicField } from "../../calendar/topic_draft";
import { usePlannerWords } from "../../i18n/planner_words";
import { useTopicsWords } from "../../i18n/topics_words";
import { momentOf, region, useSpeech } from "../../i18n/words";
import type { Topic } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import { Sheet } from "../sheet";
import "../styles/planner.css";
import { Field } from "./field";
import { StaleChoice } from "./stale_sheet";
import { useTopic, useTopics } from "./use_topics";

interface Parts {
  onBack: () => void;
  onSignedOut: () => void;
}

export function TopicsScreen({ onBack, onSignedOut }: Parts) {
  const w = useTopicsWords();
  const { topics, failure, refresh } = useTopics(onSignedOut);
  const [open, setOpen] = useState<Topic | null | "list">("list");
  const [said, setSaid] = useState("");
  if (open !== "list") {
    const close = (saved: boolean) => {
      setOpen("list");
      setSaid(saved ? w.saved : "");
      if (saved) refresh();
    };
    return <TopicForm first={open} onClose={close} onStale={refresh} onSignedOut={onSignedOut} />;
  }
  const all = topics ?? [];
  const in_order = [...all.filter((one) => !one.retired), ...all.filter((one) => one.retired)];
  const state = topics === null ? (failure === "" ? w.loading : "") : said !== "" ? said : all.length === 0 ? w.none : "";
  return (
    <Screen title={w.title} staff tools={<BackButton words={w.back} onBack={onBack} />}>
      <div class="planner">
        <button type="button" class="button primary" onClick={() => setOpen(null)}>
          {w.add}
        </button>
        <p class="gentle" role="alert">
          {failure}
        </p>
        <p class="soft" role="status">
          {state}
        </p>
        <TopicList topics={in_order} onOpen={setOpen} />
      </div>
    </Screen>
  );
}

function TopicList({ topics, onOpen }: { topics: readonly Topic[]; onOpen: (topic: Topic) => void }) {
  const w = useTopicsWords();
  const { t, language } = useSpeech();
  const changed = ({ changedBy, changedAtMs }: Topic) =>
    w.last(changedBy, momentOf(Number(changedAtMs), language, Date.now(), region[language]));
  return (
    <ul class="plain stack">
      {topics.map((topic) => (
        <li key={topic.id} class="card">
          <h2 dir="auto">{topic.title}</h2>
          {topic.retired && <p class="soft">{w.away}</p>}
          {topic.description !== "" && (
            <p class="topic-words" dir="auto">
              {topic.description}
            </p>
          )}
          <p class="soft">
            {topic.language === "es" ? t.rooms.spanish : t.rooms.english} · {profileWords(topic.profile, t.rooms.profiles)}
          </p>
          {topic.changedAtMs !== 0n && <p class="soft">{changed(topic)}</p>}
          <button type="button" class="button" aria-label={w.changeOne(topic.title)} onClick={() => onOpen(topic)}>
            {w.change}
          </button>
        </li>
      ))}
    </ul>
  );
}

function profileWords(profile: string, names: Readonly<Record<string, string>>): string {
  return names[profile === "" ? "general" : profile] ?? profile;
}

interface FormParts {
  first: Topic | null;
  onClose: (saved: boolean) => void;
  onStale: () => void;
  onSignedOut: () => void;
}

function TopicForm({ first, onClose, onStale, onSignedOut }: FormParts) {
  const w = useTopicsWords();
  const form = useRef<HTMLFormElement>(null);
  const topic = useTopic({ first, onSaved: () => onClose(true), onSignedOut });
  const { from, draft, base, errors, theirs, busy } = topic;
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("input")?.focus(), []);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus(), [errors]);
  return (
    <Screen title={first === null ? w.add : w.change} staff tools={<BackButton words={w.title} onBack={() => onClose(false)} />}>
      <form
        ref={form}
        class="planner"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          topic.save();
        }}
      >
        <TopicFields draft={draft} errors={errors} onChange={topic.change} />
        <p class="gentle" role="alert">
          {topic.words}
        </p>
        <button type="submit" class="button primary" aria-disabled={busy}>
          {busy ? w.saving : w.save}
        </button>
        {from !== null && (
          <>
            <button type="button" class="button" aria-disabled={busy} onClick={() => topic.retire(!from.retired)}>
              {from.retired ? w.backNow : w.awayNow}
            </button>
            <p class="soft hint">{from.retired ? "" : w.awayHint}</p>
          </>
        )}
        <button type="button" class="button quiet" onClick={() => onClose(false)}>
          {w.cancel}
        </button>
      </form>
      {theirs !== null && (
        <StaleTopicSheet
          mine={keptTopic(base, draft, topicDraftOf(theirs))}
          theirs={topicDraftOf(theirs)}
          onKeep={() => topic.keepMine(theirs)}
          onTake={() => {
            onStale();
            onClose(false);
          }}
          onClose={topic.putAside}
        />
      )}
    </Screen>
  );
}

interface FieldsParts {
  draft: TopicDraft;
  errors: Readonly<Record<string, string>>;
  onChange: (part: Partial<TopicDraft>) => void;
}

function TopicFields({ draft, errors, onChange }: FieldsParts) {
  const w = useTopicsWords();
  const { t } = useSpeech();
  return (
    <>
      <Field label={w.name} error={errors.title}>
        {(told) => (
          <input
            {...told}
            value={draft.title}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => onChange({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={w.language} error={errors.language}>
        {(told) => (
          <select {...told} value={draft.language} onChange={(event) => onChange({ language: event.currentTarget.value })}>
            <option value="en">{t.rooms.english}</option>
            <option value="es">{t.rooms.spanish}</option>
          </select>
        )}
      </Field>
      <Field label={t.rooms.profile} error={errors.profile}>
        {(told) => (
          <select {...told} value={draft.profile} onChange={(event) => onChange({ profile: event.currentTarget.value })}>
            {Object.entries(t.rooms.profiles).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.description} error={errors.description}>
        {(told) => (
          <textarea
            {...told}
            rows={4}
            maxLength={1000}
            value={draft.description}
            onInput={(event) => onChange({ description: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}

interface StaleParts {
  mine: TopicDraft;
  theirs: TopicDraft;
  onKeep: () => void;
  onTake: () => void;
  onClose: () => void;
}

function StaleTopicSheet({ mine, theirs, onKeep, onTake, onClose }: StaleParts) {
  const w = useTopicsWords();
  const p = usePlannerWords();
  const { t } = useSpeech();
  const labels: Record<TopicField, string> = {
    title: w.name, language: w.language, profile: t.rooms.profile, description: w.description,
  };
  const value = (draft: TopicDraft, field: TopicField) => {
    if (field === "language") return draft.language === "es" ? t.rooms.spanish : t.rooms.english;
    return field === "profile" ? profileWords(draft.profile, t.rooms.profiles) : draft[field];
  };
  const rows = differingFields(mine, theirs).map((field) => ({
    field, label: labels[field], mine: value(mine, field), theirs: value(theirs, field),
  }));
  return (
    <Sheet title={p.stale.title} onClose={onClose}>
      <p>{p.stale.intro}</p>
      <StaleChoice rows={rows} onKeep={onKeep} onTake={onTake} />
    </Sheet>
  );
}
