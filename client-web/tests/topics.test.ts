import { Code, ConnectError } from "@connectrpc/connect";
import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { allOf, pages_max } from "../src/calendar/pages";
import { theirTopic } from "../src/calendar/refused";
import { differingFields, keptTopic, newTopicDraft, topicDraftOf, topicOf } from "../src/calendar/topic_draft";
import { accounts_words } from "../src/i18n/accounts_words";
import { settings_words, settingWords } from "../src/i18n/settings_words";
import { topics_words } from "../src/i18n/topics_words";
import { TopicSchema } from "../src/protocol/generated/nightlight/api/v1/plan_pb";
import { StaleTopicSchema } from "../src/protocol/generated/nightlight/api/v1/topics_pb";

const topic = create(TopicSchema, { id: "t", etag: "3", title: "Nights", language: "en", description: "two\nlines" });

test("a topic that is written is sent whole, with the version it was read with", () => {
  const draft = { ...topicDraftOf(topic), title: " Days " };
  expect(draft.profile).toBe("general");
  const sent = topicOf(draft, topic, true);
  expect([sent.id, sent.etag, sent.title, sent.description, sent.retired]).toEqual(["t", "3", "Days", "two\nlines", true]);
  expect(topicOf(newTopicDraft("es"), null, false)).toMatchObject({ id: "", etag: "", language: "es" });
});

test("when somebody was faster, what she changed stands on top of theirs", () => {
  const base = topicDraftOf(topic);
  const mine = { ...base, title: "Mine" };
  const theirs = { ...base, title: "Theirs", description: "theirs", language: "es" };
  const kept = keptTopic(base, mine, theirs);
  expect(kept).toEqual({ ...theirs, title: "Mine" });
  expect(differingFields(kept, theirs)).toEqual(["title"]);
  expect(differingFields(theirs, theirs)).toEqual([]);
  expect(keptTopic(base, base, theirs)).toEqual(theirs);
});

test("their version is read from the refusal, and from nothing else", () => {
  const refusal = new ConnectError("no", Code.Aborted, undefined, [{ desc: StaleTopicSchema, value: { theirs: topic } }]);
  expect(theirTopic(refusal)?.title).toBe("Nights");
  expect(theirTopic(new ConnectError("no", Code.Aborted))).toBeNull();
  expect(theirTopic("nonsense")).toBeNull();
});

test("a list is read to its last page, and not for ever", async () => {
  const pages: Record<string, string> = { "": "a", a: "b", b: "" };
  const rows = await allOf(async (token) => ({ rows: [token], nextPageToken: pages[token] ?? "" }));
  expect(rows).toEqual(["", "a", "b"]);
  const endless = await allOf(async () => ({ rows: [1], nextPageToken: "again" }));
  expect(endless).toHaveLength(pages_max);
});

const sentence_words_max = 15;

function* spoken(words: object): Generator<string> {
  for (const value of Object.values(words)) {
    if (typeof value === "string") yield value;
    else if (typeof value === "function") yield String((value as (...args: unknown[]) => unknown)("Kim", "7:30 PM"));
    else yield* spoken(value as object);
  }
}

test.each([
  ["topics", topics_words],
  ["accounts", accounts_words],
  ["settings", settings_words],
])("the words of %s are short, and as many in Spanish as in English", (_what, words) => {
  expect([...spoken(words.es)]).toHaveLength([...spoken(words.en)].length);
  for (const language of [words.en, words.es]) {
    for (const text of spoken(language)) {
      expect(text).not.toBe("");
      for (const sentence of text.split(/[.!?…:]+\s*/)) {
        expect(sentence.split(/\s+/).filter(Boolean).length, sentence).toBeLessThanOrEqual(sentence_words_max);
      }
    }
  }
});

test("a number is told with what it counts, where its key says so", () => {
  expect(settingWords("limits.retention_hours", 1, settings_words.en)).toBe("1 hour");
  expect(settingWords("paging.red_on_call_seconds", 120, settings_words.es)).toBe("120 segundos");
  expect(settingWords("meeting.extension_minutes_total", 120, settings_words.en)).toBe("120 minutes");
  expect(settingWords("limits.speaking_capacity", 10, settings_words.en)).toBe("10");
});
