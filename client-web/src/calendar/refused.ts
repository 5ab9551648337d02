// What the server said no with: words, fields that are wrong, or that somebody else was faster.
import { Code, ConnectError } from "@connectrpc/connect";
import { FieldViolationsSchema, StaleSeriesSchema } from "../protocol/generated/nightlight/api/v1/calendar_pb";
import type { Series, Topic } from "../protocol/generated/nightlight/api/v1/plan_pb";
import { StaleTopicSchema } from "../protocol/generated/nightlight/api/v1/topics_pb";

export interface Refused {
  readonly words: string;
  readonly fields: Readonly<Record<string, string>>; // field → words for the person
  readonly stale: { readonly yours: Series; readonly theirs: Series } | null;
}

// As somebody else left the topic, when she was faster.
export function theirTopic(error: unknown): Topic | null {
  return ConnectError.from(error).findDetails(StaleTopicSchema)[0]?.theirs ?? null;
}

export function refusedBy(error: unknown, words: string): Refused {
  const failure = ConnectError.from(error);
  const fields: Record<string, string> = {};
  for (const { violations } of failure.findDetails(FieldViolationsSchema)) {
    for (const { field, message } of violations) fields[field] ??= message;
  }
  const both = failure.code === Code.Aborted ? failure.findDetails(StaleSeriesSchema)[0] : undefined;
  const theirs = both?.theirs;
  return { words, fields, stale: theirs === undefined ? null : { yours: both?.yours ?? theirs, theirs } };
}
