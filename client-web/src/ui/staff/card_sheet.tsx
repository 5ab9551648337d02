// The card before it is printed: its language, a line of the team's own, and how it will look. What is printed stands
// beside the page, so that nothing else of the page is on the paper.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useOutsideWords } from "../../i18n/outside_words";
import { useSpeech, type Language } from "../../i18n/words";
import { Sheet } from "../sheet";
import "../styles/card.css";
import { InvitationCard } from "./invitation_card";

const line_max = 60;

export function CardSheet({ link, onClose }: { link: string; onClose: () => void }) {
  const { card } = useOutsideWords();
  const spoken = useSpeech().language;
  const [language, setLanguage] = useState<Language>(spoken);
  const [line, setLine] = useState("");
  const shown = { link, line: line.trim(), language };
  usePrinted(shown);

  const choice = (which: Language, words: string) => (
    <button type="button" class="button quiet" aria-pressed={language === which} onClick={() => setLanguage(which)}>
      {words}
    </button>
  );
  return (
    <Sheet title={card.title} onClose={onClose}>
      <div class="choices" role="group" aria-label={card.language}>
        {choice("en", card.english)}
        {choice("es", card.spanish)}
      </div>
      <label class="field">
        <span>{card.line}</span>
        <input
          value={line}
          maxLength={line_max}
          autocomplete="off"
          onInput={(event) => setLine(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault(); // the sheet may stand inside a form
          }}
        />
      </label>
      <p class="soft hint">{card.lineHint}</p>
      <InvitationCard {...shown} />
      <p class="soft">{card.keys}</p>
      <button type="button" class="button primary" onClick={() => window.print()}>
        {card.print}
      </button>
    </Sheet>
  );
}

function usePrinted({ link, line, language }: { link: string; line: string; language: Language }): void {
  const [paper] = useState(() => document.createElement("div"));
  useEffect(() => {
    paper.className = "paper";
    document.body.append(paper);
    return () => {
      render(null, paper);
      paper.remove();
    };
  }, []);
  useEffect(() => render(<InvitationCard link={link} line={line} language={language} />, paper), [link, line, language]);
}
