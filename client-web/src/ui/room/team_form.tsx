// Words to the team alone, and their answer: a report, a worry, an appeal. Nothing of it is shown in the room.
import { useState } from "preact/hooks";
import type { TeamCommand } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";

interface Parts {
  conversation: Conversation;
  label: string;
  submit: string;
  max: number; // code points
  needed?: boolean; // it cannot go without words
  commandOf: (text: string) => TeamCommand;
  onDo: (command: TeamCommand) => string;
}

export function TeamForm({ conversation, label, submit, max, needed = false, commandOf, onDo }: Parts) {
  const { t } = useSpeech();
  const [text, setText] = useState("");
  const [id, setId] = useState("");
  const answer = id !== "" && conversation.told?.id === id ? conversation.told.words : null;
  const left = max - [...text].length;
  const ready = left >= 0 && !(needed && text.trim() === "");

  if (answer === "") return <p role="status">{t.tell.thanks}</p>;
  const onItsWay = id !== "" && answer === null;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !onItsWay) setId(onDo(commandOf(text.trim())));
      }}
    >
      <label class="field">
        <span>{label}</span>
        <textarea rows={3} value={text} readOnly={onItsWay} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p class="gentle" role="alert">
        {left < 0 ? t.room.left(left) : (answer ?? "")}
      </p>
      <button type="submit" class="button primary" aria-disabled={!ready || onItsWay}>
        {onItsWay ? t.tell.sending : submit}
      </button>
    </form>
  );
}
