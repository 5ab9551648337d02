// What can be done about what is selected, the question it asks, and for a few seconds the way back.
import { useConsoleWords } from "../../../i18n/console_words";
import { ActionBar, UndoBar } from "./action_bar";
import { nameIn } from "./item_words";
import type { Console } from "./use_console";

export function Doing({ board }: { board: Console }) {
  const c = useConsoleWords();
  const { desk, room, target, about, dialogue, selected, undo } = board;
  const name = (member: number) => nameIn(room?.driver.state.view ?? null, member, c);
  const { refused } = desk;
  const here = refused !== null && (refused.about === about || refused.about.startsWith("undo/"));
  return (
    <>
      <ActionBar
        target={target}
        dialogue={dialogue}
        messages={room?.driver.state.view?.messages ?? []}
        refused={here ? refused : null}
        passed={selected.passed}
        name={name}
        onHeeded={() => desk.heed()}
      />
      <UndoBar done={undo?.done ?? null} name={name} onUndo={() => desk.takeBack(Date.now())} />
    </>
  );
}
