// What may go with a message, and what she wants to see folded herself.
import { useSpeech } from "../../i18n/words";
import type { RoomView } from "../../room/view";
import { withPerson, withTopic } from "../../session/choices";
import { Sheet } from "../sheet";
import type { Reading } from "./use_choices";

interface Parts {
  view: RoomView;
  note: string | null; // null while she is not writing
  reading: Reading | null; // null for staff, who see everything
  onNote: (note: string) => void;
  onClose: () => void;
}

export const note_max = 40; // code points

export function ExtraSheet({ view, note, reading, onNote, onClose }: Parts) {
  const { t } = useSpeech();
  return (
    <Sheet title={note === null ? t.extra.seen : t.extra.title} onClose={onClose}>
      {reading !== null && <Folded view={view} reading={reading} writing={note !== null} />}
      {note !== null && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            onClose();
          }}
        >
          <label class="field">
            <span>{t.extra.note}</span>
            <input value={note} autocomplete="off" onInput={(event) => onNote(fit(event.currentTarget.value))} />
          </label>
          <p class="soft hint">{t.extra.noteHint}</p>
          <div class="choices">
            {t.extra.suggestions.map((suggestion) => (
              <button
                key={suggestion}
                type="button"
                class="button quiet"
                aria-pressed={note === suggestion}
                onClick={() => onNote(note === suggestion ? "" : suggestion)}
              >
                {suggestion}
              </button>
            ))}
          </div>
          <button type="submit" class="button primary">
            {t.extra.done}
          </button>
        </form>
      )}
    </Sheet>
  );
}

function fit(note: string): string {
  return [...note].slice(0, note_max).join("");
}

interface FoldedParts {
  view: RoomView;
  reading: Reading;
  writing: boolean;
}

function Folded({ view, reading: { choices, change }, writing }: FoldedParts) {
  const { t } = useSpeech();
  const here = choices.people.filter((person) => person.room === view.room);
  return (
    <section>
      {writing && <h3>{t.extra.seen}</h3>}
      <label class="tick">
        <input
          type="checkbox"
          checked={choices.foldNoted}
          onChange={(event) => change({ ...choices, foldNoted: event.currentTarget.checked })}
        />
        <span>
          {t.extra.foldNoted}
          <span class="soft hint">{t.extra.foldNotedHint}</span>
        </span>
      </label>
      {choices.topics.map((topic) => (
        <button key={topic} type="button" class="button quiet" onClick={() => change(withTopic(choices, topic, false))}>
          {t.fold.unmuteTopic(topic)}
        </button>
      ))}
      {here.map((person) => (
        <button
          key={person.member}
          type="button"
          class="button quiet"
          onClick={() => change(withPerson(choices, person, false))}
        >
          {t.fold.unhide(person.name)}
        </button>
      ))}
      {choices.topics.length + here.length > 0 && <p class="soft hint">{t.extra.onlyHere}</p>}
    </section>
  );
}
