// The words of a facilitator's cards and of the course of an evening, in English, and the cards everybody begins with.
// Loaded with the console, for staff alone.
import type { Script } from "../desk/scripts";

const first: Script[] = [
  {
    id: "welcome",
    kind: "opening",
    title: "Welcome",
    text: "Welcome. We are glad you are here. You can write, or just listen. If tonight is hard, tap Help at any time.",
  },
  {
    id: "together",
    kind: "opening",
    title: "How we are together",
    text: "We speak for ourselves. We give advice only when someone asks. What is said here stays here. If we fear for someone's life, we call for help.",
  },
  {
    id: "check-in",
    kind: "prompt",
    title: "Check-in",
    text: "Let's begin with a round. How is tonight, in a word or two? You can pass.",
  },
  {
    id: "small-thing",
    kind: "prompt",
    title: "One small thing",
    text: "What is one small thing that helped you this week? It can be very small.",
  },
  {
    id: "quiet-minute",
    kind: "prompt",
    title: "A quiet minute",
    text: "Let's take a quiet minute. Breathe out slowly. Nobody has to write.",
  },
  {
    id: "last-round",
    kind: "closing",
    title: "Last round",
    text: "We are coming to the end. What do you want to take with you tonight? You can pass.",
  },
  {
    id: "good-night",
    kind: "closing",
    title: "Good night",
    text: "Thank you for being here. If the night gets hard, tap Help. Someone will answer. Good night.",
  },
];

export const scripts_en = {
  title: "Cards",
  open: "Cards to send",
  intro: "Pick a card. You can change it before you send it.",
  kind: { opening: "To open", prompt: "To ask", closing: "To close" },
  send: "Send to the room",
  text: "What the room will read",
  back: "Other cards",
  change: "Change this card",
  changeOf: (title: string) => `Change the card ${title}`,
  fresh: "New card",
  name: "Name of the card",
  when: "When it is used",
  save: "Keep it",
  remove: "Throw it away",
  removeSure: "Yes, throw it away",
  needed: "A card needs a name and words.",
  kept: "Your cards stay on this computer.",
  full: "That is a lot of cards. Throw one away first.",
  first,
  closing: {
    title: "End the meeting",
    words: "Last words to the room",
    end: "Send this and end it for everyone",
    without: "End it without words",
    back: "Not yet",
  },
  course: {
    title: "The course of the evening",
    only: "Only the team sees this.",
    steps: "One step a line, its minutes first",
    save: "Keep it",
    begin: "Begin the first step",
    next: (title: string) => `Next: ${title}`,
    end: "End the course",
    first: "10 Welcome\n20 Check-in\n40 Our topic\n10 Last round\n5 Good night",
    time: (minutes: number) => `about ${minutes} minutes left`,
    few: "a few minutes left",
    over: "move on when it feels right",
  },
};
