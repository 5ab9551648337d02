// Starts the schedule for other people's pages. Nothing is kept and nobody is known here: it reads /schedule.json and the
// language that the address or the browser names.
import { ownZone } from "../calendar/zones";
import { embed_words, languageOf } from "./embed_words";
import { failedPage, loadingPage, schedulePage } from "./page";
import { scheduleOf } from "./schedule";
import "./embed.css";

const language = languageOf(location.search, navigator.language);
document.documentElement.lang = language;
document.title = embed_words[language].title;
const main = document.querySelector("main");

async function show(into: HTMLElement): Promise<void> {
  into.replaceChildren(...loadingPage(language));
  const answer = await fetch("/schedule.json", { credentials: "omit" });
  if (!answer.ok) throw new Error("no schedule");
  const schedule = scheduleOf(await answer.json(), location.origin, Date.now());
  into.replaceChildren(...schedulePage(schedule, ownZone(), language));
}

if (main !== null) show(main).catch(() => main.replaceChildren(...failedPage(language)));
