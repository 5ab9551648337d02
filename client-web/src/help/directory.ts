// Groups and places near her, as /directory.json gives them: found by a word, by where they are, grouped by topic. What
// is not as it should be is left out.
import type { Language } from "../i18n/words";

type Spoken = Readonly<Record<Language, string>>;

export interface Entry {
  readonly id: string;
  readonly name: Spoken;
  readonly about: Spoken;
  readonly who: Spoken;
  readonly topic: Spoken;
  readonly area: Spoken;
  readonly call: string;
  readonly display: string;
  readonly web: string;
  readonly languages: readonly Language[];
  readonly checked: string;
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function spokenOf(value: unknown): Spoken {
  const { en, es } = fieldsOf(value);
  return { en: textOf(en), es: textOf(es) };
}

export function directoryOf(answer: unknown): Entry[] {
  const { entries } = fieldsOf(answer);
  if (!Array.isArray(entries)) return [];
  return entries.map((one) => entryOf(fieldsOf(one))).filter((one) => one.id !== "" && one.name.en !== "" && one.name.es !== "");
}

function entryOf(one: Fields): Entry {
  const web = textOf(one.web);
  const languages = Array.isArray(one.languages) ? one.languages : [];
  return {
    id: textOf(one.id),
    name: spokenOf(one.name),
    about: spokenOf(one.about),
    who: spokenOf(one.who),
    topic: spokenOf(one.topic),
    area: spokenOf(one.area),
    call: /^\+?\d+$/.test(textOf(one.call)) ? textOf(one.call) : "",
    display: textOf(one.display),
    web: web.startsWith("https://") ? web : "",
    languages: languages.filter((language): language is Language => language === "en" || language === "es"),
    checked: textOf(one.checked),
  };
}

// Without accents and capitals: "lactancia" finds "Lactáncia", and nobody has to spell at night.
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Those in which every word of hers begins or lies somewhere, in either language.
export function found(entries: readonly Entry[], words: string, area: string, language: Language): Entry[] {
  const wanted = plain(words).split(/\s+/).filter((word) => word !== "");
  return entries.filter((one) => {
    if (area !== "" && one.area[language] !== area) return false;
    const said = plain([one.name, one.about, one.who, one.topic, one.area].flatMap(({ en, es }) => [en, es]).join(" "));
    return wanted.every((word) => said.includes(word));
  });
}

export function areasOf(entries: readonly Entry[], language: Language): string[] {
  return [...new Set(entries.map((one) => one.area[language]))].sort((one, other) => one.localeCompare(other, language));
}

export interface TopicOfEntries {
  readonly topic: string;
  readonly entries: readonly Entry[];
}

// In the order in which the file names the topics first; inside, by area and name.
export function byTopic(entries: readonly Entry[], language: Language): TopicOfEntries[] {
  const topics = new Map<string, Entry[]>();
  for (const one of entries) topics.set(one.topic[language], [...(topics.get(one.topic[language]) ?? []), one]);
  const order = (one: Entry, other: Entry) =>
    one.area[language].localeCompare(other.area[language], language) || one.name[language].localeCompare(other.name[language], language);
  return [...topics].map(([topic, there]) => ({ topic, entries: there.sort(order) }));
}
