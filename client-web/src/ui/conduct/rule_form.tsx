// One rule as it is changed: it is tried while it is typed, and what the server does not take is said beneath its field.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Field as FieldName, Misplaced } from "../../conduct/mistakes";
import { actions, kinds, listOf, nameOf, type Action, type Kind, type Rule } from "../../conduct/rules_text";
import { mistakeWords, useConductWords } from "../../i18n/conduct_words";
import { Field } from "../planner/field";

interface Parts {
  rule: Rule;
  mistakes: readonly Misplaced[];
  onChange: (rule: Rule) => void;
  onDone: () => void;
}

export function RuleForm({ rule, mistakes, onChange, onDone }: Parts) {
  const w = useConductWords();
  const form = useRef<HTMLFormElement>(null);
  const wrong = (field: FieldName) => {
    const found = mistakes.find((one) => one.field === field);
    return found === undefined ? undefined : mistakeWords(found, w);
  };
  const marked = mistakes.map((one) => one.field).join();
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid]");
    if (form.current?.contains(document.activeElement) !== true) (first ?? form.current?.querySelector("select"))?.focus();
  }, [marked]);

  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <Choices
        label={w.form.kind}
        values={kinds}
        words={w.kind}
        value={rule.kind}
        onPick={(kind: Kind) => onChange(asKind(rule, kind))}
      />
      {rule.kind !== "switch" && <Texts rule={rule} wrong={wrong("texts")} onChange={onChange} />}
      {rule.kind === "switch" && <Name rule={rule} label={w.form.otherName} wrong={wrong("name")} onChange={onChange} />}
      <Choices
        label={w.form.action}
        values={actions}
        words={w.action}
        value={rule.action}
        onPick={(action: Action) => onChange({ ...rule, action })}
      />
      <Listed
        label={w.form.except}
        first={rule.except.join(", ")}
        wrong={wrong("except")}
        onType={(typed) => onChange({ ...rule, except: listOf(typed) })}
      />
      {rule.kind !== "switch" && <Name rule={rule} label={w.form.name} wrong={wrong("name")} onChange={onChange} />}
      <p class="gentle" role="status">
        {wrong("rule") ?? ""}
      </p>
      <button type="submit" class="button">
        {w.form.done}
      </button>
    </form>
  );
}

// A pattern is one text, commas and all; a switch looks for nothing itself.
function asKind(rule: Rule, kind: Kind): Rule {
  if (kind === "switch") return { ...rule, kind, texts: [] };
  const typed = rule.texts.join(", ");
  return { ...rule, kind, texts: kind === "pattern" ? [typed].filter((one) => one !== "") : listOf(typed) };
}

interface ChoicesParts<Value extends string> {
  label: string;
  values: readonly Value[];
  words: Readonly<Record<Value, string>>;
  value: Value;
  onPick: (value: Value) => void;
}

function Choices<Value extends string>({ label, values, words, value, onPick }: ChoicesParts<Value>) {
  return (
    <Field label={label}>
      {(told) => (
        <select {...told} value={value} onChange={(event) => onPick(event.currentTarget.value as Value)}>
          {values.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface PartParts {
  rule: Rule;
  label?: string;
  wrong: string | undefined;
  onChange: (rule: Rule) => void;
}

function Texts({ rule, wrong, onChange }: PartParts) {
  const w = useConductWords();
  const pattern = rule.kind === "pattern";
  const oneLine = (typed: string) => [typed.replace(/\s*\n\s*/g, " ").trim()].filter((one) => one !== "");
  return (
    <>
      <Listed
        label={pattern ? w.form.pattern : w.form.texts}
        first={rule.texts.join(", ")}
        wrong={wrong}
        onType={(typed) => onChange({ ...rule, texts: pattern ? oneLine(typed) : listOf(typed) })}
      />
      {!pattern && <p class="soft hint">{w.form.textsHint}</p>}
    </>
  );
}

function Name({ rule, label = "", wrong, onChange }: PartParts) {
  const [typed, setTyped] = useState(rule.name);
  useEffect(() => {
    if (nameOf(typed) !== rule.name) setTyped(rule.name);
  }, [rule.name]);
  return (
    <Field label={label} error={wrong}>
      {(told) => (
        <input
          {...told}
          value={typed}
          maxLength={64}
          autocomplete="off"
          autocapitalize="none"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            onChange({ ...rule, name: nameOf(event.currentTarget.value) });
          }}
          onBlur={() => setTyped(rule.name)}
        />
      )}
    </Field>
  );
}

interface ListedParts {
  label: string;
  first: string;
  wrong: string | undefined;
  onType: (typed: string) => void;
}

// What she types stays as she types it, half a word and a last comma included.
function Listed({ label, first, wrong, onType }: ListedParts) {
  const [typed, setTyped] = useState(first);
  return (
    <Field label={label} error={wrong}>
      {(told) => (
        <textarea
          {...told}
          rows={2}
          value={typed}
          autocomplete="off"
          autocapitalize="none"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            onType(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
