// When a series takes place: its first day and hour, how long, how often, until when, and by which clock.
import { useMemo } from "preact/hooks";
import { weekdays } from "../../calendar/days";
import { minutes_max, minutes_min, withDay, withRepeat, withWeekday } from "../../calendar/draft";
import type { Ends, How } from "../../calendar/repeat";
import { ownZone, zonesToChoose } from "../../calendar/zones";
import { usePlannerWords } from "../../i18n/planner_words";
import type { FieldParts } from "./editor_fields";
import { Field } from "./field";

const hows: readonly How[] = ["once", "daily", "weekly", "monthly"];
const endings: readonly Ends[] = ["after", "on", "never"];

export function WhenFields(parts: FieldParts) {
  const { draft, errors, one, onChange } = parts;
  const p = usePlannerWords();
  const zones = useMemo(() => zonesToChoose(ownZone(), draft.zone), [draft.zone]);
  return (
    <>
      <Field label={one || draft.repeat.how === "once" ? p.editor.onDay : p.editor.day} error={errors.start}>
        {(told) => (
          <input
            {...told}
            type="date"
            value={draft.day}
            onInput={(event) => onChange(withDay(draft, event.currentTarget.value), "start")}
          />
        )}
      </Field>
      <Field label={p.editor.time}>
        {(told) => (
          <input
            {...told}
            type="time"
            value={draft.time}
            onInput={(event) => onChange({ ...draft, time: event.currentTarget.value }, "start")}
          />
        )}
      </Field>
      <Field label={p.editor.minutes} error={errors.minutes}>
        {(told) => (
          <input
            {...told}
            type="number"
            inputMode="numeric"
            min={minutes_min}
            max={minutes_max}
            step={5}
            value={draft.minutes}
            onInput={(event) => onChange({ ...draft, minutes: event.currentTarget.valueAsNumber }, "minutes")}
          />
        )}
      </Field>
      {!one && (
        <Field label={p.editor.zone} error={errors.zone}>
          {(told) => (
            <select {...told} value={draft.zone} onChange={(event) => onChange({ ...draft, zone: event.currentTarget.value }, "zone")}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {!one && <RepeatFields {...parts} />}
    </>
  );
}

function RepeatFields({ draft, errors, onChange }: FieldParts) {
  const p = usePlannerWords();
  const { repeat } = draft;
  const set = (part: Parameters<typeof withRepeat>[1]) => onChange(withRepeat(draft, part), "rrule");
  return (
    <>
      <Field label={p.editor.repeat} error={errors.rrule}>
        {(told) => (
          <select {...told} value={repeat.how} onChange={(event) => set({ how: event.currentTarget.value as How })}>
            {[...hows, ...(repeat.text === "" ? [] : (["other"] as const))].map((how) => (
              <option key={how} value={how}>
                {p.editor.how[how]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {repeat.how === "other" && <p class="wide soft">{p.editor.other(repeat.text)}</p>}
      {repeat.how === "weekly" && <WeekdayButtons draft={draft} errors={errors} onChange={onChange} />}
      {p.editor.every[repeat.how] !== undefined && (
        <Field label={p.editor.every[repeat.how] ?? ""}>
          {(told) => (
            <input
              {...told}
              type="number"
              inputMode="numeric"
              min={1}
              max={52}
              value={repeat.every}
              onInput={(event) => set({ every: event.currentTarget.valueAsNumber })}
            />
          )}
        </Field>
      )}
      {repeat.how !== "once" && repeat.how !== "other" && <EndFields draft={draft} errors={errors} onChange={onChange} />}
    </>
  );
}

type Some = Pick<FieldParts, "draft" | "errors" | "onChange">;

function WeekdayButtons({ draft, onChange }: Some) {
  const p = usePlannerWords();
  return (
    <fieldset class="wide">
      <legend>{p.editor.days}</legend>
      <div class="weekdays">
        {weekdays.map((day) => (
          <button
            key={day}
            type="button"
            class="button quiet"
            title={p.weekdaysLong[day]}
            aria-pressed={draft.repeat.days.includes(day)}
            onClick={() => onChange(withWeekday(draft, day), "rrule")}
          >
            {p.weekdays[day]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function EndFields({ draft, onChange }: Some) {
  const p = usePlannerWords();
  const { repeat } = draft;
  const set = (part: Parameters<typeof withRepeat>[1]) => onChange(withRepeat(draft, part), "rrule");
  return (
    <>
      <Field label={p.editor.ends}>
        {(told) => (
          <select {...told} value={repeat.ends} onChange={(event) => set({ ends: event.currentTarget.value as Ends })}>
            {endings.map((ends) => (
              <option key={ends} value={ends}>
                {p.editor.endsHow[ends]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {repeat.ends === "after" && (
        <Field label={p.editor.count}>
          {(told) => (
            <input
              {...told}
              type="number"
              inputMode="numeric"
              min={1}
              max={1000}
              value={repeat.count}
              onInput={(event) => set({ count: event.currentTarget.valueAsNumber })}
            />
          )}
        </Field>
      )}
      {repeat.ends === "on" && (
        <Field label={p.editor.until}>
          {(told) => (
            <input {...told} type="date" min={draft.day} value={repeat.until} onInput={(event) => set({ until: event.currentTarget.value })} />
          )}
        </Field>
      )}
    </>
  );
}
