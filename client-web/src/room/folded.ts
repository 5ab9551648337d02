// Which messages she sees folded, and why. Her own never are; what the team says always stands open, but for its notes.
import { hides, topicOf, type Choices } from "../session/choices";
import { isStaff, type Message, type RoomView } from "./view";

export type Fold = "person" | "topic" | null;

export function foldOf(message: Message, view: RoomView, me: number, choices: Choices): Fold {
  const { author, contentNote, retracted, hidden } = message;
  if (author === me || retracted || hidden) return null;
  if (isHidden(author, view, choices)) return "person";
  const noted = contentNote !== "" && (choices.foldNoted || choices.topics.includes(topicOf(contentNote)));
  return noted ? "topic" : null;
}

export function isHidden(member: number, view: RoomView, choices: Choices): boolean {
  const person = view.people.get(member);
  if (person === undefined || isStaff(person.role)) return false;
  return hides(choices, { room: view.room, member, name: person.name });
}
