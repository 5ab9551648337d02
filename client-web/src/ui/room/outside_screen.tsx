// The door stayed shut, or she is out: the server's words, kindly, until when, and what she can still do: come back, ask
// another moderator to look, and keep the words she had not sent.
import { useState } from "preact/hooks";
import type { TeamCommand } from "../../protocol/command";
import { useBesideWords } from "../../i18n/beside_words";
import { momentOf, useSpeech, type Words } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import type { Outside } from "../../room/outside";
import { Screen } from "../screen";
import { CopyButton } from "./copy_button";
import { CodeForm } from "./code_form";
import { AppealSheet } from "./tell_sheets";

interface Parts {
  conversation: Conversation;
  outside: Outside;
  title: string;
  staff: boolean;
  unsent: string; // what she was writing
  onAgain: () => void;
  onOtherName: () => void;
  onCode: (code: string) => void;
  onCalendar: () => void;
  first: string; // the room she came from; "": none
  onRoom: (room: string) => void;
  onDo: (command: TeamCommand) => string;
  onHeeded: () => void;
}

export function OutsideScreen(parts: Parts) {
  const { conversation, outside, title, staff, unsent, onAgain, onOtherName, onCode, onCalendar, onDo, onHeeded } = parts;
  const { first, onRoom } = parts;
  const b = useBesideWords();
  const { t } = useSpeech();
  const [asking, setAsking] = useState(false);
  const removed = outside.is === "removed";
  const texts = [...conversation.holds.map(({ text }) => text), unsent].filter((text) => text.trim() !== "");
  return (
    <Screen title={outside.second === "" ? title : b.title} staff={staff}>
      <p role="status" class="gentle">
        {outside.words === "" ? ourWords(outside.is, t) : outside.words}
      </p>
      {outside.reason !== "" && <p>{t.outside.reason(outside.reason)}</p>}
      {removed && <Until outside={outside} />}
      <p>{t.state.helpIsHere}</p>
      {removed && texts.length > 0 && <Yours texts={texts} />}
      {removed && !staff && (
        <button type="button" class="button quiet lowered" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t.outside.appeal}
        </button>
      )}
      {outside.second !== "" && (
        <button type="button" class="button primary" onClick={() => onRoom(outside.second)}>
          {b.comeIn}
        </button>
      )}
      {first !== "" && (
        <button type="button" class="button" onClick={() => onRoom(first)}>
          {b.back}
        </button>
      )}
      {outside.is === "place" && (
        <button type="button" class="button primary" onClick={onCalendar}>
          {t.outside.toCalendar}
        </button>
      )}
      {(outside.is === "turned_away" || outside.is === "place" || (removed && outside.untilMs !== 0)) && (
        <button type="button" class="button" onClick={onAgain}>
          {outside.mayReturn ? t.outside.comeBack : t.tryAgain}
        </button>
      )}
      {outside.is === "code" && <CodeForm onCode={onCode} />}
      {outside.is === "name" && (
        <button type="button" class="button" onClick={onOtherName}>
          {t.enter.otherName}
        </button>
      )}
      {asking && (
        <AppealSheet
          conversation={conversation}
          onDo={onDo}
          onClose={() => {
            setAsking(false);
            onHeeded();
          }}
        />
      )}
    </Screen>
  );
}

function Until({ outside: { untilMs, mayReturn, words } }: { outside: Outside }) {
  const { language, t } = useSpeech();
  if (mayReturn) return words.includes(t.outside.mayReturn) ? null : <p>{t.outside.mayReturn}</p>;
  if (untilMs === null) return null;
  return <p>{untilMs === 0 ? t.outside.untilEnd : t.outside.until(momentOf(untilMs, language, Date.now()))}</p>;
}

function Yours({ texts }: { texts: string[] }) {
  const { t } = useSpeech();
  return (
    <section class="stack">
      <p class="soft">{t.outside.yours}</p>
      {texts.map((text, index) => (
        <p key={index} class="quote whole" dir="auto">
          {text}
        </p>
      ))}
      <CopyButton text={texts.join("\n\n")} />
    </section>
  );
}

function ourWords(why: Outside["is"], t: Words): string {
  switch (why) {
    case "turned_away":
    case "name":
    case "code":
    case "place":
      return t.state.turnedAway;
    case "removed":
      return t.state.removed;
    case "never":
      return t.state.never;
  }
}
