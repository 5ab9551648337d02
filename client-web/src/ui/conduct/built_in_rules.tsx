// The rules that come with Nightlight: what each looks for, and what happens in this room.
import { built_in, switchOf, type BuiltIn } from "../../conduct/draft";
import type { Misplaced } from "../../conduct/mistakes";
import { actions, listOf, type Action } from "../../conduct/rules_text";
import { mistakeWords, useConductWords } from "../../i18n/conduct_words";
import type { Rules } from "./use_rules";

interface Parts {
  rules: Rules;
  mistakes: readonly Misplaced[];
}

export function BuiltInRules({ rules, mistakes }: Parts) {
  const w = useConductWords();
  return (
    <section class="stack" aria-label={w.built.title}>
      <h2>{w.built.title}</h2>
      <p class="soft">
        {w.built.intro} {w.built.asIsHint}
      </p>
      <ul class="plain stack built-in">
        {built_in.map((rule) => (
          <li key={rule.name} class="card">
            <BuiltInRule rule={rule} rules={rules} mistakes={mistakes} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BuiltInRule({ rule, rules, mistakes }: { rule: BuiltIn } & Parts) {
  const w = useConductWords();
  const here = switchOf(rules.entries ?? [], rule.name);
  return (
    <>
      <h3 class="rule-name">{rule.name}</h3>
      <p>{w.built.meaning[rule.name] ?? ""}</p>
      <select
        aria-label={w.built.action(rule.name)}
        value={here?.rule.action ?? ""}
        onChange={(event) => {
          const picked = event.currentTarget.value;
          rules.turn(rule.name, actions.find((one) => one === picked) ?? null);
        }}
      >
        <option value="">{w.built.asIs(w.brief[rule.action])}</option>
        {actions.map((action: Action) => (
          <option key={action} value={action}>
            {w.action[action]}
          </option>
        ))}
      </select>
      {here !== null && (
        <label class="field">
          <span>{w.form.except}</span>
          <textarea
            rows={2}
            key={here.key}
            defaultValue={here.rule.except.join(", ")}
            onInput={(event) => rules.change(here.key, { ...here.rule, except: listOf(event.currentTarget.value) })}
          />
        </label>
      )}
      {mistakes
        .filter((one) => here !== null && one.key === here.key)
        .map((one) => (
          <p key={one.why} class="gentle">
            {mistakeWords(one, w)}
          </p>
        ))}
    </>
  );
}
