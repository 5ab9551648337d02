// What she agreed to at the door, to read again while she waits. In this tab only.
const guidelines_key = "guidelines";

export function keepGuidelines(items: readonly string[]): void {
  sessionStorage.setItem(guidelines_key, JSON.stringify(items));
}

export function forgetGuidelines(): void {
  sessionStorage.removeItem(guidelines_key);
}

export function readGuidelines(): readonly string[] {
  try {
    const items: unknown = JSON.parse(sessionStorage.getItem(guidelines_key) ?? "[]");
    return Array.isArray(items) ? items.filter((item) => typeof item === "string") : [];
  } catch {
    return [];
  }
}
