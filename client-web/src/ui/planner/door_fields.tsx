// How one comes in: the door, its code, how many, and until when.
import { late_max, people_max, type DoorField, type DraftDoor } from "../../calendar/door";
import { usePlannerWords } from "../../i18n/planner_words";
import { DoorKind } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import type { FieldParts } from "./editor_fields";
import { Field } from "./field";

const kinds = [DoorKind.OPEN, DoorKind.CODE, DoorKind.INVITATION, DoorKind.REGISTERED] as const;
export const door_fields: readonly DoorField[] = ["door", "door_code", "speaking", "listening", "late_entry_minutes"];

const numbers = [
  { field: "speaking", key: "speaking", most: people_max },
  { field: "listening", key: "listening", most: people_max },
  { field: "late_entry_minutes", key: "lateMinutes", most: late_max },
] as const;

export function DoorFields({ draft, errors, onChange }: Pick<FieldParts, "draft" | "errors" | "onChange">) {
  const p = usePlannerWords();
  const { door } = draft;
  if (door === null) return null;
  const set = (part: Partial<DraftDoor>, field: DoorField) => onChange({ ...draft, door: { ...door, ...part } }, field);
  return (
    <>
      <Field label={p.editor.door} error={errors.door}>
        {(told) => (
          <select {...told} value={door.kind} onChange={(event) => set({ kind: Number(event.currentTarget.value) }, "door")}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {p.editor.doorKinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {door.kind === DoorKind.CODE && (
        <Field label={door.hasCode ? p.editor.newCode : p.editor.code} error={errors.door_code}>
          {(told) => (
            <input
              {...told}
              value={door.code}
              maxLength={24}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              onInput={(event) => set({ code: event.currentTarget.value }, "door_code")}
            />
          )}
        </Field>
      )}
      {numbers.map(({ field, key, most }) => (
        <Field key={field} label={p.editor.doorNumbers[key]} error={errors[field]}>
          {(told) => (
            <input
              {...told}
              type="number"
              inputMode="numeric"
              min={0}
              max={most}
              value={door[key] === 0 ? "" : door[key]}
              onInput={(event) => set({ [key]: numberIn(event.currentTarget) }, field)}
            />
          )}
        </Field>
      ))}
    </>
  );
}

// Empty: as the organisation has set.
function numberIn(input: HTMLInputElement): number {
  return input.value === "" && !input.validity.badInput ? 0 : input.valueAsNumber;
}
