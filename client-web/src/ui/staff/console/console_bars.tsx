// The console's own buttons in the bar below, and on a phone the way between its three panes.
import { useConsoleWords } from "../../../i18n/console_words";
import { PeopleIcon, RoomIcon } from "../../icons";
import type { Console, Pane } from "./use_console";

export function ConsoleTools({ board: { sheets } }: { board: Console }) {
  const c = useConsoleWords();
  return (
    <>
      <button
        type="button"
        class="bar-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="g"
        onClick={() => sheets.show("room")}
      >
        <RoomIcon />
        {c.room.sheet}
      </button>
      <button
        type="button"
        class="bar-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="t"
        onClick={() => sheets.show("team")}
      >
        <PeopleIcon />
        {c.team.title}
      </button>
    </>
  );
}

const panes: readonly Pane[] = ["queue", "talk", "person"];

export function PaneNav({ board: { pane, setPane } }: { board: Console }) {
  const c = useConsoleWords();
  const words: Record<Pane, string> = { queue: c.toQueue, talk: c.talk, person: c.person };
  return (
    <nav class="pane-nav" aria-label={c.title}>
      {panes.map((one) => (
        <button key={one} type="button" class="chip" aria-pressed={pane === one} onClick={() => setPane(one)}>
          {words[one]}
        </button>
      ))}
    </nav>
  );
}
