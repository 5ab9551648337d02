// The topics as they are, and one that is being written: saving it, putting it away, and going on from somebody else's.
import { useEffect, useState } from "preact/hooks";
import { Once } from "../../calendar/once";
import { allOf } from "../../calendar/pages";
import { refusedBy, theirTopic } from "../../calendar/refused";
import { keptTopic, newTopicDraft, topicDraftOf, topicOf, type TopicDraft } from "../../calendar/topic_draft";
import type { Topic } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { useTopicsWords } from "../../i18n/topics_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";

export function readTopics(): Promise<Topic[]> {
  return allOf((pageToken) =>
    calendar.listTopics({ pageToken }).then(({ topics, nextPageToken }) => ({ rows: topics, nextPageToken })),
  );
}

export function useTopics(onSignedOut: () => void) {
  const { t } = useSpeech();
  const [topics, setTopics] = useState<readonly Topic[] | null>(null);
  const [failure, setFailure] = useState("");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    readTopics().then(setTopics, (error: unknown) => {
      if (isSignedOut(error)) onSignedOut();
      else setFailure(wordsOf(error, t.unreachable));
    });
  }, [tries]);
  return { topics, failure, refresh: () => setTries((now) => now + 1) };
}

interface Parts {
  first: Topic | null; // null: a new one
  onSaved: () => void;
  onSignedOut: () => void;
}

export function useTopic({ first, onSaved, onSignedOut }: Parts) {
  const w = useTopicsWords();
  const { t, language } = useSpeech();
  const [from, setFrom] = useState(first);
  const [draft, setDraft] = useState<TopicDraft>(() => (first === null ? newTopicDraft(language) : topicDraftOf(first)));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [words, setWords] = useState("");
  const [theirs, setTheirs] = useState<Topic | null>(null);
  const [wished, setWished] = useState(first?.retired ?? false);
  const [busy, setBusy] = useState(false);
  const [once] = useState(() => new Once());

  const change = (part: Partial<TopicDraft>) => {
    setDraft({ ...draft, ...part });
    setErrors({});
    setWords("");
  };
  const send = (what: TopicDraft, onto: Topic | null, retired: boolean) => {
    if (busy) return;
    if (what.title.trim() === "") return setErrors({ title: w.missing });
    setBusy(true);
    setWished(retired);
    const topic = topicOf(what, onto, retired);
    const request = { topic, idempotencyKey: once.keyFor(JSON.stringify([what, onto?.id, onto?.etag, retired])) };
    const sent: Promise<unknown> = onto === null ? calendar.createTopic(request) : calendar.updateTopic(request);
    sent.then(onSaved, (error: unknown) => {
      setBusy(false);
      if (isSignedOut(error)) return onSignedOut();
      const refused = refusedBy(error, wordsOf(error, t.unreachable));
      setTheirs(theirTopic(error));
      setErrors(refused.fields);
      setWords(Object.keys(refused.fields).length === 0 ? refused.words : "");
    });
  };
  const base = from === null ? draft : topicDraftOf(from);
  return {
    from, draft, base, errors, words, busy, theirs, change,
    save: () => send(draft, from, from?.retired ?? false),
    retire: (retired: boolean) => send(draft, from, retired),
    keepMine: (onto: Topic) => {
      const mine = keptTopic(base, draft, topicDraftOf(onto));
      setFrom(onto);
      setDraft(mine);
      setTheirs(null);
      send(mine, onto, wished === (from?.retired ?? false) ? onto.retired : wished);
    },
    putAside: () => setTheirs(null),
  };
}
