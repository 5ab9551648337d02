// A talk of two on the console: one of the team and a member.
import { useConsoleWords } from "../../../i18n/console_words";
import { clockTime, useSpeech } from "../../../i18n/words";
import type { DeskRoom } from "../../../desk/desk";
import { nameIn } from "./item_words";

export function SideLog({ room, member, onEnd }: { room: DeskRoom; member: number; onEnd: () => void }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const { view } = room.driver.state;
  const lines = room.state.talks.get(member) ?? [];
  return (
    <div class="talk" role="log" aria-live="polite" aria-label={c.room.sideTitle(nameIn(view, member, c))} tabIndex={0}>
      <ol class="plain">
        {lines.map((line, place) => (
          <li key={place} class="said">
            <div class="said-body">
              <span class="name">{nameIn(view, line.author, c)}</span>
              <time dateTime={new Date(line.atMs).toISOString()}>{clockTime(line.atMs, language)}</time>
              <p class="words" dir="auto">
                {line.text}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <button type="button" class="button quiet earlier" onClick={onEnd}>
        {c.room.sideClose}
      </button>
    </div>
  );
}
