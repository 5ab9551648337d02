// Names for what the server names by id: who is on the team, and what a series is called.
import type { Series, Topic } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import type { TeamMember } from "../../protocol/generated/nightlight/api/v1/rota_pb";

export interface Book {
  readonly topics: readonly Topic[];
  readonly team: readonly TeamMember[];
  readonly series: readonly Series[];
}

export const empty_book: Book = { topics: [], team: [], series: [] };

export function personIn({ team }: Book, id: string, unknown: string): string {
  return id === "" ? "" : (team.find((one) => one.id === id)?.name ?? unknown);
}

export function topicIn({ topics }: Book, id: string): string {
  return topics.find((one) => one.id === id)?.title ?? "";
}

export function titleIn({ series }: Book, id: string): string {
  return series.find((one) => one.id === id)?.title ?? "";
}

// Whose session this is, where her name is one of the team's.
export function meIn({ team }: Book, name: string): string {
  return team.find((one) => one.name === name)?.id ?? "";
}
