// The directory, asked for once when the page begins and kept in memory alone: opening it later tells nobody.
import { directoryOf, type Entry } from "../help/directory";

let asked: Promise<readonly Entry[]> | undefined;

export function readDirectory(): Promise<readonly Entry[]> {
  asked ??= fetch("/directory.json", { credentials: "omit" })
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then(directoryOf)
    .catch(() => []);
  return asked;
}
