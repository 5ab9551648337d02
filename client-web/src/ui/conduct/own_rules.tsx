// The rules of the room itself: each in a sentence, with its form where it is changed.
import { useLayoutEffect, useRef } from "preact/hooks";
import { ownRules } from "../../conduct/draft";
import type { Misplaced } from "../../conduct/mistakes";
import type { Entry, Rule } from "../../conduct/rules_text";
import { mistakeWords, useConductWords } from "../../i18n/conduct_words";
import { RuleForm } from "./rule_form";
import type { Rules } from "./use_rules";

interface Parts {
  rules: Rules;
  mistakes: readonly Misplaced[];
}

export function OwnRules({ rules, mistakes }: Parts) {
  const w = useConductWords();
  const entries = rules.entries ?? [];
  const own = ownRules(entries);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <section class="stack" aria-label={w.own.title}>
      <h2>{w.own.title}</h2>
      <p class="soft">{own.length === 0 ? w.own.none : w.own.intro}</p>
      <ul class="plain stack">
        {own.map(({ key, rule }) => (
          <li key={key} class="card">
            <OwnRule
              rule={rule}
              open={rules.open === key}
              mistakes={mistakes.filter((one) => one.key === key)}
              onShow={(shown) => rules.show(shown ? key : null)}
              onChange={(next) => rules.change(key, next)}
              onRemove={() => {
                rules.remove(key, titleOf(rule, w.own.unnamed));
                add.current?.focus();
              }}
            />
          </li>
        ))}
        {unreadable(entries).map(({ key, line }) => (
          <li key={key} class="card">
            <p class="soft">{w.own.other}</p>
            <code>{line}</code>
            <button type="button" class="button quiet" onClick={() => rules.remove(key, line)}>
              {w.own.remove}
            </button>
          </li>
        ))}
      </ul>
      <button ref={add} type="button" class="button" onClick={rules.add}>
        {w.own.add}
      </button>
    </section>
  );
}

const titleOf = (rule: Rule, unnamed: string) => rule.name || rule.texts[0] || unnamed;

// Remarks and empty lines say nothing to anybody here; they stay in the text.
function unreadable(entries: readonly Entry[]): { key: number; line: string }[] {
  return entries.flatMap((entry) =>
    entry.is === "other" && entry.line.trim() !== "" && !entry.line.startsWith("#") ? [entry] : [],
  );
}

interface RuleParts {
  rule: Rule;
  open: boolean;
  mistakes: readonly Misplaced[];
  onShow: (shown: boolean) => void;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}

function OwnRule({ rule, open, mistakes, onShow, onChange, onRemove }: RuleParts) {
  const w = useConductWords();
  const change = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useLayoutEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) change.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const title = titleOf(rule, w.own.unnamed);
  return (
    <>
      <h3 class="rule-name">{title}</h3>
      {open ? (
        <RuleForm rule={rule} mistakes={mistakes} onChange={onChange} onDone={() => onShow(false)} />
      ) : (
        <>
          <Sentence rule={rule} />
          {mistakes.map((one) => (
            <p key={`${one.field}/${one.why}`} class="gentle">
              {mistakeWords(one, w)}
            </p>
          ))}
        </>
      )}
      <div class="choices">
        {!open && (
          <button
            ref={change}
            type="button"
            class="button quiet"
            aria-label={w.own.about(w.own.change, title)}
            onClick={() => onShow(true)}
          >
            {w.own.change}
          </button>
        )}
        <button type="button" class="button quiet" aria-label={w.own.about(w.own.remove, title)} onClick={onRemove}>
          {w.own.remove}
        </button>
      </div>
    </>
  );
}

function Sentence({ rule }: { rule: Rule }) {
  const w = useConductWords();
  return (
    <>
      <p>
        <span class="soft">{w.kind[rule.kind]}:</span> <span dir="auto">{rule.texts.join(", ") || rule.name}</span>
      </p>
      <p>{w.action[rule.action]}</p>
      {rule.except.length > 0 && (
        <p class="soft" dir="auto">
          {w.own.except(rule.except.join(", "))}
        </p>
      )}
    </>
  );
}
