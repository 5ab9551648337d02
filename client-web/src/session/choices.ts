// What she chose to see folded: only on this phone, kept where her place is kept, and gone with it. A person's number
// is hers for one meeting alone, so a hidden person is known by her number and her name together.
import { placeStore } from "./place";

export interface Choices {
  readonly foldNoted: boolean; // every message with a note
  readonly topics: readonly string[]; // notes to fold, as topicOf makes them
  readonly people: readonly HiddenPerson[];
}

export interface HiddenPerson {
  readonly room: string;
  readonly member: number;
  readonly name: string;
}

export const no_choices: Choices = { foldNoted: false, topics: [], people: [] };
const choices_key = "choices";

// A note as it is compared: "Birth story" and "birth  story" are one topic.
export function topicOf(note: string): string {
  return note.trim().toLowerCase().replace(/\s+/g, " ");
}

export function withTopic(choices: Choices, note: string, muted: boolean): Choices {
  const topic = topicOf(note);
  const topics = choices.topics.filter((one) => one !== topic);
  return { ...choices, topics: muted && topic !== "" ? [...topics, topic] : topics };
}

export function withPerson(choices: Choices, person: HiddenPerson, hidden: boolean): Choices {
  const people = choices.people.filter((one) => !isSame(one, person));
  return { ...choices, people: hidden ? [...people, person] : people };
}

export function hides(choices: Choices, person: HiddenPerson): boolean {
  return choices.people.some((one) => isSame(one, person));
}

function isSame(one: HiddenPerson, other: HiddenPerson): boolean {
  return one.room === other.room && one.member === other.member && one.name === other.name;
}

export function readChoices(): Choices {
  try {
    return { ...no_choices, ...(JSON.parse(placeStore().getItem(choices_key) ?? "{}") as Partial<Choices>) };
  } catch {
    return no_choices;
  }
}

export function keepChoices(choices: Choices): void {
  placeStore().setItem(choices_key, JSON.stringify(choices));
}

export function forgetChoices(): void {
  sessionStorage.removeItem(choices_key);
  localStorage.removeItem(choices_key);
}
