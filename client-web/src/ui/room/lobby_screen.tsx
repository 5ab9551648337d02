// Before she is let in: she is greeted, told when it begins and who of the team is here, and may change her name or read the
// guidelines again. The wait is told in words; nothing counts, and the room opens in this place by itself.
import { useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { plannedMoment, useSpeech, type Words } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import type { LobbyView } from "../../room/lobby";
import { readGuidelines } from "../../session/guidelines";
import { Screen } from "../screen";
import { ServerWords } from "./note_bars";
import { StatusLine } from "./status_line";

interface Parts {
  conversation: Conversation;
  lobby: LobbyView;
  onDo: (command: Command) => string;
  onHeeded: () => void;
  onCalendar: () => void;
  onLeave: () => void;
}

export function LobbyScreen({ conversation, lobby, onDo, onHeeded, onCalendar, onLeave }: Parts) {
  const { language, t } = useSpeech();
  const begins = lobby.startsAtMs === 0 ? "" : t.lobby.begins(plannedMoment(lobby.startsAtMs, language));
  return (
    <Screen title={lobby.title}>
      <StatusLine conversation={conversation} />
      <div role="status" class="stack lobby">
        <h2>{lobby.over ? t.lobby.over : t.lobby.hello(lobby.name)}</h2>
        {!lobby.over && <p>{lobby.begun ? t.lobby.begun : begins}</p>}
        {!lobby.over && <p>{lobby.words === "" ? t.lobby.wait : lobby.words}</p>}
        {!lobby.over && <p class="soft">{teamWords(lobby, t)}</p>}
        {!lobby.over && lobby.listening && <p class="soft">{t.lobby.listening}</p>}
      </div>
      <ServerWords words={conversation.words} onHeeded={onHeeded} />
      {lobby.over ? (
        <button type="button" class="button" onClick={onCalendar}>
          {t.after.again}
        </button>
      ) : (
        <OtherName key={lobby.name} name={lobby.name} onName={(name) => onDo({ is: "changeName", name })} />
      )}
      <Guidelines />
      <button type="button" class="button quiet lowered" onClick={onLeave}>
        {t.lobby.leave}
      </button>
    </Screen>
  );
}

function OtherName({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(name);
  const fits = text.trim() !== "" && text.trim() !== name;
  if (!open) {
    return (
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {t.enter.otherName}
      </button>
    );
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onName(text.trim());
      }}
    >
      <label class="field">
        <span>{t.enter.name}</span>
        <input
          name="name"
          value={text}
          autocomplete="off"
          autocapitalize="words"
          spellcheck={false}
          maxLength={48}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary" aria-disabled={!fits}>
        {t.lobby.useName}
      </button>
    </form>
  );
}

function Guidelines() {
  const { t } = useSpeech();
  const [items] = useState(readGuidelines);
  if (items.length === 0) return null;
  return (
    <details class="lobby-guidelines">
      <summary class="button quiet">{t.enter.guidelines}</summary>
      <ul class="guidelines">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}

function teamWords({ team }: LobbyView, t: Words): string {
  const [first, ...more] = team.map(({ name }) => name);
  return first === undefined ? t.lobby.nobody : t.lobby.team([first, ...more].join(t.lines.and));
}
