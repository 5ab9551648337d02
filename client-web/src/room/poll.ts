// A question with answers to choose from, as she sees it: what she chose last, on its way or kept. Nobody else is told.
import type { Conversation } from "./conversation";
import { isPending } from "./outbox";
import type { Poll } from "./view";

export const question_max = 200; // code points
export const answer_max = 80;
export const answers_min = 2;
export const answers_max = 5;

// From 1; 0: she has none. A tap of hers that is on its way stands before what the server said last.
export function chosenIn({ answer, outbox }: Conversation, poll: Poll): number {
  for (const entry of [...outbox].reverse()) {
    const { command } = entry;
    if (command.is === "answerPoll" && command.poll === poll.number && isPending(entry)) return command.choice;
  }
  return answer !== null && answer.poll === poll.number ? answer.choice : 0;
}

export interface Asked {
  readonly question: string;
  readonly answers: readonly string[];
}

// As it is typed: the question, and one answer a line.
export function askedFrom(question: string, lines: string): Asked {
  const answers = lines.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return { question: question.trim(), answers };
}

export function canAsk({ question, answers }: Asked): boolean {
  if (question === "" || [...question].length > question_max) return false;
  if (answers.length < answers_min || answers.length > answers_max) return false;
  return answers.every((answer) => [...answer].length <= answer_max) && new Set(answers).size === answers.length;
}
