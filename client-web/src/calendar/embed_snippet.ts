// What an organiser copies into a page of the organisation's own web site, so that it shows the schedule.
import type { Language } from "../i18n/words";

export function embedSnippet(origin: string, language: Language): string {
  const title = language === "es" ? "Horario" : "Schedule";
  return [
    `<iframe src="${origin}/embed?lang=${language}" title="${title}" width="100%" height="640"`,
    `  loading="lazy" referrerpolicy="no-referrer" style="border: 0"></iframe>`,
  ].join("\n");
}
