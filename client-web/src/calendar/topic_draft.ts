// A topic while it is written: what is typed, what both began with, and what differs when somebody else was faster.
import { create } from "@bufbuild/protobuf";
import { TopicSchema, type Topic } from "../protocol/generated/nightlight/api/v1/plan_pb";

export interface TopicDraft {
  readonly title: string;
  readonly language: string;
  readonly profile: string;
  readonly description: string;
}

export const topic_fields = ["title", "language", "profile", "description"] as const;
export type TopicField = (typeof topic_fields)[number];

export function newTopicDraft(language: string): TopicDraft {
  return { title: "", language, profile: "general", description: "" };
}

export function topicDraftOf({ title, language, profile, description }: Topic): TopicDraft {
  return { title, language, profile: profile === "" ? "general" : profile, description };
}

// What is sent: on top of the topic it was read from, with its version.
export function topicOf(draft: TopicDraft, from: Topic | null, retired: boolean): Topic {
  const typed = { ...draft, title: draft.title.trim(), description: draft.description.trim() };
  return create(TopicSchema, { ...typed, id: from?.id ?? "", etag: from?.etag ?? "", retired });
}

// What she changed, on top of theirs.
export function keptTopic(base: TopicDraft, mine: TopicDraft, theirs: TopicDraft): TopicDraft {
  const made: Record<TopicField, string> = { ...theirs };
  for (const field of topic_fields) if (mine[field] !== base[field]) made[field] = mine[field];
  return made;
}

export function differingFields(mine: TopicDraft, theirs: TopicDraft): TopicField[] {
  return topic_fields.filter((field) => mine[field] !== theirs[field]);
}
