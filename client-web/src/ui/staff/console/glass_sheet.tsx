// An admin comes into a room: she says why and for how long, and its team reads it.
import { useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import type { Desk, DeskRoom } from "../../../desk/desk";
import { Sheet } from "../../sheet";

const minute_choices = [10, 30, 60];

export function GlassSheet({ desk, room, onClose }: { desk: Desk; room: DeskRoom; onClose: () => void }) {
  const c = useConsoleWords();
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState(10);
  // It stays open until she is in: what the room says no to is read here.
  const refused = desk.refused?.about === `glass/${room.room}` ? desk.refused.words : "";
  return (
    <Sheet title={c.glass.title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() === "") return;
          desk.breakGlass(room.room, reason.trim(), minutes);
        }}
      >
        <p class="soft">{room.title}</p>
        <label class="field">
          <span>{c.glass.why}</span>
          <input
            value={reason}
            maxLength={200}
            required
            autocomplete="off"
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <fieldset>
          <legend>{c.glass.minutes}</legend>
          <div class="chips">
            {minute_choices.map((choice) => (
              <button
                key={choice}
                type="button"
                class="chip"
                aria-pressed={minutes === choice}
                onClick={() => setMinutes(choice)}
              >
                {c.glass.choice(choice)}
              </button>
            ))}
          </div>
        </fieldset>
        <p class="gentle" role="status">
          {refused}
        </p>
        <button type="submit" class="button primary">
          {c.glass.go}
        </button>
      </form>
    </Sheet>
  );
}
