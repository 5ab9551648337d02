// The invitation on paper: a code, the address in letters, and a line of the team's own. Black on white, everywhere.
import { card_words } from "../../i18n/outside_words";
import type { Language } from "../../i18n/words";
import { drawn } from "../../session/qr";

interface Parts {
  link: string;
  line: string;
  language: Language;
}

export function InvitationCard({ link, line, language }: Parts) {
  const words = card_words[language];
  const { side, path } = drawn(link);
  return (
    <article class="invitation-card" lang={language}>
      <h3>{words.title}</h3>
      {line !== "" && (
        <p class="own-line" dir="auto">
          {line}
        </p>
      )}
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={words.picture} shape-rendering="crispEdges">
        <rect width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p>{words.scan}</p>
      <p class="small">
        {words.type} <span class="address">{link}</span>
      </p>
      <p class="small">{words.keep}</p>
    </article>
  );
}
