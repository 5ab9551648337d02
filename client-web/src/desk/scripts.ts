// What a facilitator says again every evening, as cards: openings, prompts, closings. They begin with the ones that come
// with the console and become her own as she changes them. Pure; where they are kept is session/scripts.ts's business.
export const script_kinds = ["opening", "prompt", "closing"] as const;
export type ScriptKind = (typeof script_kinds)[number];

export interface Script {
  readonly id: string;
  readonly kind: ScriptKind;
  readonly title: string;
  readonly text: string;
}

export const scripts_max = 30;
export const title_max = 40; // code points

// What was kept, whatever it is by now; the given ones where it is nothing to work with.
export function scriptsFrom(kept: string | null, first: readonly Script[]): readonly Script[] {
  if (kept === null) return inOrder(first);
  try {
    const read: unknown = JSON.parse(kept);
    return Array.isArray(read) ? inOrder(read.filter(isScript).slice(0, scripts_max)) : inOrder(first);
  } catch {
    return inOrder(first);
  }
}

// Changed, or new; null when it says nothing or there is no room for one more.
export function withScript(all: readonly Script[], script: Script): readonly Script[] | null {
  const title = [...script.title.trim()].slice(0, title_max).join("");
  const text = script.text.trim();
  if (title === "" || text === "") return null;
  const next = { ...script, title, text };
  if (all.some(({ id }) => id === script.id)) return inOrder(all.map((one) => (one.id === script.id ? next : one)));
  return all.length >= scripts_max ? null : inOrder([...all, next]);
}

export function withoutScript(all: readonly Script[], id: string): readonly Script[] {
  return all.filter((one) => one.id !== id);
}

// As an evening goes; within a kind in the order they were made. So the digits that pick them follow the screen.
function inOrder(all: readonly Script[]): readonly Script[] {
  return script_kinds.flatMap((kind) => all.filter((one) => one.kind === kind));
}

function isScript(one: unknown): one is Script {
  if (typeof one !== "object" || one === null) return false;
  const { id, kind, title, text } = one as Record<string, unknown>;
  const words = [id, title, text].every((each) => typeof each === "string" && each !== "");
  return words && script_kinds.some((known) => known === kind);
}
