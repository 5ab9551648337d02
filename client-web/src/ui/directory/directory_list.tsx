// Groups and places near her: found by a word or by where they are, under their topics. No map, and nothing is asked of
// anybody until she taps a number or a page.
import { useState } from "preact/hooks";
import { areasOf, byTopic, found, type Entry } from "../../help/directory";
import { dateInside } from "../../i18n/day_words";
import { useSpeech } from "../../i18n/words";
import "../styles/directory.css";

// `under`: the level of the heading it stands under, a page's first or a sheet's second.
export function DirectoryList({ entries, under }: { entries: readonly Entry[]; under: 1 | 2 }) {
  const { t, language } = useSpeech();
  const [words, setWords] = useState("");
  const [area, setArea] = useState("");
  const areas = areasOf(entries, language);
  const near = areas.includes(area) ? area : "";
  const Topic = under === 1 ? "h2" : "h3";
  const topics = byTopic(found(entries, words, near, language), language);
  return (
    <>
      <p>{t.directory.intro}</p>
      <label class="field">
        <span>{t.directory.search}</span>
        <input type="search" value={words} autocomplete="off" onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      {areas.length > 1 && (
        <label class="field">
          <span>{t.directory.area}</span>
          <select value={near} onChange={(event) => setArea(event.currentTarget.value)}>
            <option value="">{t.directory.everywhere}</option>
            {areas.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="soft" role="status">
        {topics.length === 0 ? t.directory.none : ""}
      </p>
      {topics.map((group) => (
        <section key={group.topic} class="stack">
          <Topic dir="auto">{group.topic}</Topic>
          <ul class="plain stack">
            {group.entries.map((one) => (
              <EntryCard key={one.id} entry={one} Name={under === 1 ? "h3" : "h4"} />
            ))}
          </ul>
        </section>
      ))}
      {entries.some((one) => one.web !== "") && <p class="soft hint">{t.directory.outside}</p>}
    </>
  );
}

function EntryCard({ entry, Name }: { entry: Entry; Name: "h3" | "h4" }) {
  const { t, language } = useSpeech();
  const name = entry.name[language];
  const spoken = entry.languages.map((one) => t.directory.spoken[one]).join(", ");
  return (
    <li class="card directory-entry">
      <Name class="directory-name" dir="auto">
        {name}
      </Name>
      <p dir="auto">{entry.about[language]}</p>
      <p class="soft">{t.directory.who(entry.who[language])}</p>
      <p class="soft">{[entry.area[language], spoken].filter((one) => one !== "").join(" · ")}</p>
      <div class="helpline-ways">
        {entry.call !== "" && (
          <a class="button" href={`tel:${entry.call}`}>
            {t.directory.call(entry.display)}
            <span class="visually-hidden"> {name}</span>
          </a>
        )}
        {entry.web !== "" && (
          <a class="button quiet" href={entry.web} target="_blank" rel="noopener noreferrer">
            {t.directory.web}
            <span class="visually-hidden"> {name}</span>
          </a>
        )}
      </div>
      {entry.checked !== "" && <p class="soft hint">{t.directory.checked(dateInside(entry.checked, language))}</p>}
    </li>
  );
}
