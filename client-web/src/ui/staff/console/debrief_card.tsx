// The card for a volunteer after a red alert of hers is closed: words for herself, and cover with one tap.
import { useState } from "preact/hooks";
import type { Desk } from "../../../desk/desk";
import { debriefOf, keepPutAway, readPutAway } from "../../../desk/debrief";
import { useDebriefWords } from "../../../i18n/debrief_words";

export function DebriefCard({ desk }: { desk: Desk }) {
  const d = useDebriefWords();
  const [putAway, setPutAway] = useState(readPutAway);
  const [asked, setAsked] = useState("");
  const shown = debriefOf(desk.queueRooms, putAway);
  if (shown === null) return null;
  const close = () => {
    const next = [...putAway, shown.key];
    keepPutAway(next);
    setPutAway(next);
  };
  const cover = () => {
    desk.room(shown.room)?.driver.do({ is: "askCover" });
    setAsked(shown.key);
  };
  return (
    <section class="next-step debrief" aria-label={d.title}>
      <h3>{d.title}</h3>
      <ul>
        {d.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{d.handOff}</p>
      <p class="soft" role="status">
        {asked === shown.key ? d.asked : ""}
      </p>
      <button type="button" class="chip" onClick={cover}>
        {d.cover}
      </button>
      <button type="button" class="chip" onClick={close}>
        {d.close}
      </button>
    </section>
  );
}
