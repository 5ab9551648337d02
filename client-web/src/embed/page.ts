// The schedule as elements: days, under each its meetings, and at each the way to ask for a place. Links open a tab of
// their own that knows nothing of the page they stood on.
import { zoneName } from "../calendar/zones";
import { dayOf, dayWords, embed_words, regionOf, timeWords, type Language } from "./embed_words";
import type { Schedule, Shown } from "./schedule";

type Attributes = Record<string, string>;

function element(name: string, attributes: Attributes, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

export function loadingPage(language: Language): HTMLElement[] {
  return [element("p", { class: "soft", role: "status" }, embed_words[language].loading)];
}

export function failedPage(language: Language): HTMLElement[] {
  return [element("p", { role: "status" }, embed_words[language].failed)];
}

export function schedulePage(schedule: Schedule, zone: string, language: Language): HTMLElement[] {
  const words = embed_words[language];
  const heading = schedule.organisation === "" ? words.title : schedule.organisation;
  const top = element("h1", { dir: "auto" }, heading);
  const first = schedule.meetings[0];
  if (first === undefined) return [top, element("p", { class: "soft" }, words.none)];
  const days = new Map<string, Shown[]>();
  for (const meeting of schedule.meetings) {
    const day = dayOf(meeting.startsAtMs, zone);
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  const sections = [...days.values()].map((meetings) => daySection(meetings, schedule.signUp, zone, language));
  const name = zoneName(zone, regionOf(language), first.startsAtMs);
  return [top, ...sections, element("p", { class: "soft" }, words.zone(name))];
}

function daySection(meetings: readonly Shown[], signUp: string, zone: string, language: Language): HTMLElement {
  const items = meetings.map((meeting) => meetingItem(meeting, signUp, zone, language));
  return element(
    "section",
    {},
    element("h2", {}, dayWords(meetings[0]?.startsAtMs ?? 0, zone, language)),
    element("ul", {}, ...items),
  );
}

function meetingItem(meeting: Shown, signUp: string, zone: string, language: Language): HTMLElement {
  const words = embed_words[language];
  const time = timeWords(meeting.startsAtMs, meeting.endsAtMs, zone, language);
  const spoken = words.spoken[meeting.language] ?? "";
  const state = meeting.cancelled ? words.cancelled : meeting.full ? words.full : "";
  const door = meeting.cancelled ? "" : (words.door[meeting.door] ?? "");
  const about = [meeting.topic, spoken, door, state].filter((one) => one !== "").join(" · ");
  const inside: HTMLElement[] = [
    element("p", { class: "time" }, time),
    element("p", { class: "title", dir: "auto" }, meeting.title),
  ];
  if (about !== "") inside.push(element("p", { class: "soft", dir: "auto" }, about));
  if (!meeting.cancelled) {
    const when = `${dayWords(meeting.startsAtMs, zone, language)}, ${time}`;
    const link = { href: signUp, target: "_blank", rel: "noopener noreferrer", "aria-label": words.askFor(meeting.title, when) };
    inside.push(element("a", link, words.ask));
  }
  return element("li", meeting.cancelled ? { class: "off" } : {}, ...inside);
}
