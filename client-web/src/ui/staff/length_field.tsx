// A length that is typed: a number, and what it counts. Beneath it, what is wrong with it once it was to be used.
import { useId } from "preact/hooks";
import { units, type Length, type Unit } from "../../desk/length";
import { useConsoleWords } from "../../i18n/console_words";

interface Parts {
  length: Length;
  wrong: boolean;
  onChange: (length: Length) => void;
}

export function LengthField({ length, wrong, onChange }: Parts) {
  const c = useConsoleWords();
  const id = useId();
  return (
    <div class="length" role="group" aria-label={c.length.other}>
      <input
        inputMode="numeric"
        autocomplete="off"
        maxLength={6}
        aria-label={c.length.amount}
        placeholder={c.length.amount}
        value={length.amount}
        {...(wrong ? { "aria-invalid": true, "aria-describedby": id } : {})}
        onInput={(event) => onChange({ ...length, amount: event.currentTarget.value })}
      />
      <select
        aria-label={c.length.unit}
        value={length.unit}
        onChange={(event) => onChange({ ...length, unit: event.currentTarget.value as Unit })}
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {c.length.units[unit]}
          </option>
        ))}
      </select>
      <p id={id} class="gentle hint" role="status">
        {wrong ? c.length.wrong : ""}
      </p>
    </div>
  );
}
