// A room's word rules as their text has them (config/conduct.rules describes it), line by line, and back again. Remarks
// stay where they are; what cannot be read here is kept as it was written.
export const kinds = ["word", "prefix", "contains", "pattern", "switch"] as const;
export type Kind = (typeof kinds)[number];
export const actions = ["hold", "rephrase", "alert", "off"] as const; // strongest first
export type Action = (typeof actions)[number];

export interface Rule {
  readonly name: string;
  readonly kind: Kind;
  readonly action: Action;
  readonly texts: readonly string[]; // one for a pattern, none for a switch
  readonly except: readonly string[];
}

export type Entry =
  | { readonly key: number; readonly is: "rule"; readonly rule: Rule }
  | { readonly key: number; readonly is: "other"; readonly line: string }; // a remark, an empty line, or not readable

const except_mark = "; except ";

export function entriesOf(text: string): Entry[] {
  return statementsOf(text).map((line, key) => {
    const rule = ruleOf(line);
    return rule === null ? { key, is: "other", line } : { key, is: "rule", rule };
  });
}

export interface Written {
  readonly text: string;
  readonly keys: readonly number[]; // whose line it is, from the first line on
}

export function textOf(entries: readonly Entry[]): Written {
  const lines = entries.flatMap((entry) =>
    (entry.is === "rule" ? [lineOf(entry.rule)] : entry.line.split("\n")).map((line) => ({ line, key: entry.key })),
  );
  const text = lines.map(({ line }) => `${line}\n`).join("");
  return { text, keys: lines.map(({ key }) => key) };
}

export function lineOf({ name, kind, action, texts, except }: Rule): string {
  const head = `${kind} ${name} ${action}`;
  const looks = kind === "switch" ? head : `${head} : ${texts.join(", ")}`;
  return except.length === 0 ? looks : `${looks} ${except_mark}${except.join(", ")}`;
}

// "a, b c" is two texts; a comma cannot be looked for.
export function listOf(typed: string): string[] {
  return typed
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

// What somebody typed as one line: a name is made of a-z, 0-9 and '-'.
export function nameOf(typed: string): string {
  const plain = typed.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 32).replace(/-+$/, "");
}

// A line that begins with a space continues the one above.
function statementsOf(text: string): string[] {
  const statements: string[] = [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    const before = statements.at(-1);
    const continues = /^[ \t]/.test(line) && line.trim() !== "";
    if (continues && before !== undefined && before.trim() !== "" && !before.startsWith("#")) {
      statements[statements.length - 1] = `${before} ${line.trim()}`;
    } else statements.push(line.replace(/\r$/, ""));
  }
  return statements;
}

function ruleOf(line: string): Rule | null {
  if (line.startsWith("#")) return null;
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(line.trim()) ?? [];
  const kind = kinds.find((one) => one === word);
  if (kind === undefined) return null;
  const colon = kind === "switch" ? -1 : rest.indexOf(":");
  if (kind !== "switch" && colon < 0) return null;
  const tail = colon < 0 ? rest : rest.slice(colon + 1);
  const mark = tail.lastIndexOf(except_mark);
  const kept = mark < 0 ? tail : tail.slice(0, mark);
  const except = mark < 0 ? [] : listOf(tail.slice(mark + except_mark.length));
  const [name = "", said = "", ...more] = (colon < 0 ? kept : rest.slice(0, colon)).trim().split(/ +/);
  const action = actions.find((one) => one === said);
  if (action === undefined || more.length > 0) return null;
  const texts = kind === "switch" ? [] : kind === "pattern" ? [kept.trim()].filter((one) => one !== "") : listOf(kept);
  return { name, kind, action, texts, except };
}
