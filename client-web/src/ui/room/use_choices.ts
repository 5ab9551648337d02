// What she chose to see folded, and how to change it: kept on this phone as it changes.
import { useState } from "preact/hooks";
import { keepChoices, readChoices, type Choices } from "../../session/choices";

export interface Reading {
  choices: Choices;
  change: (next: Choices) => void;
}

export function useChoices(): Reading {
  const [choices, setChoices] = useState<Choices>(readChoices);
  const change = (next: Choices) => {
    keepChoices(next);
    setChoices(next);
  };
  return { choices, change };
}
