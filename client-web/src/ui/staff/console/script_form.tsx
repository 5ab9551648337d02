// Changing a card, or making one. Throwing it away is asked twice.
import { useState } from "preact/hooks";
import { script_kinds, title_max, type Script, type ScriptKind } from "../../../desk/scripts";
import { useScriptWords } from "../../../i18n/scripts_words";

interface Parts {
  first: Script;
  max: number;
  onSave: (script: Script) => void;
  onRemove: () => void;
  onBack: () => void;
}

export function ScriptForm({ first, max, onSave, onRemove, onBack }: Parts) {
  const s = useScriptWords();
  const [script, setScript] = useState(first);
  const [sure, setSure] = useState(false);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(script);
      }}
    >
      <label class="field">
        <span>{s.name}</span>
        <input
          value={script.title}
          maxLength={title_max}
          autocomplete="off"
          onInput={(event) => setScript({ ...script, title: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{s.when}</span>
        <select
          value={script.kind}
          onChange={(event) => setScript({ ...script, kind: event.currentTarget.value as ScriptKind })}
        >
          {script_kinds.map((kind) => (
            <option key={kind} value={kind}>
              {s.kind[kind]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{s.text}</span>
        <textarea
          rows={6}
          value={script.text}
          maxLength={max}
          onInput={(event) => setScript({ ...script, text: event.currentTarget.value })}
        />
      </label>
      <button type="submit" class="button primary">
        {s.save}
      </button>
      {first.title !== "" && (
        <button type="button" class="button quiet" onClick={() => (sure ? onRemove() : setSure(true))}>
          {sure ? s.removeSure : s.remove}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onBack}>
        {s.back}
      </button>
    </form>
  );
}
