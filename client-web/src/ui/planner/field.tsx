// A field with its label and, beneath it, what is wrong with it: said to a screen reader too.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface Told {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

interface Parts {
  label: string;
  error?: string | undefined;
  wide?: boolean;
  children: (told: Told) => ComponentChildren;
}

export function Field({ label, error = "", wide = false, children }: Parts) {
  const id = useId();
  const told: Told = error === "" ? { id } : { id, "aria-describedby": `${id}-wrong`, "aria-invalid": true };
  return (
    <div class={wide ? "field wide" : "field"}>
      <label for={id}>{label}</label>
      {children(told)}
      {error !== "" && (
        <p id={`${id}-wrong`} class="gentle hint">
          {error}
        </p>
      )}
    </div>
  );
}

interface PersonParts {
  label: string;
  error?: string | undefined;
  value: string;
  people: readonly { id: string; name: string }[];
  none: string; // the words for nobody
  onPick: (id: string) => void;
}

export function PersonField({ label, error, value, people, none, onPick }: PersonParts) {
  return (
    <Field label={label} error={error}>
      {(told) => (
        <select {...told} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
          <option value="">{none}</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
