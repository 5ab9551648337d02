// The sheets in which she calls the team: about a message or a person, or about what was decided about herself.
import type { TeamCommand } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import { Sheet } from "../sheet";
import { nameOf } from "./names";
import { TeamForm } from "./team_form";

const appeal_max = 1_000;

interface Parts {
  conversation: Conversation;
  onDo: (command: TeamCommand) => string;
  onClose: () => void;
}

export interface About {
  member: number;
  number: number; // of her message; 0 for the person
  worried: boolean;
}

export function TellSheet({ conversation, about, onDo, onClose }: Parts & { about: About }) {
  const { t } = useSpeech();
  const { member, number, worried } = about;
  const { view } = conversation;
  const name = view === null ? t.room.someone : nameOf(view, member, t);
  return (
    <Sheet title={worried ? t.tell.worriedTitle(name) : t.tell.reportTitle(name)} onClose={onClose}>
      <p>{worried ? t.tell.worriedIntro : t.tell.reportIntro}</p>
      <TeamForm
        conversation={conversation}
        label={t.tell.more}
        submit={t.tell.send}
        max={conversation.reasonMax}
        commandOf={(text) => ({ is: "report", member, number, worried, text })}
        onDo={onDo}
      />
      {worried && <p class="soft">{t.tell.urgent}</p>}
    </Sheet>
  );
}

export function AppealSheet({ conversation, onDo, onClose }: Parts) {
  const { t } = useSpeech();
  return (
    <Sheet title={t.outside.appealTitle} onClose={onClose}>
      <p>{t.outside.appealIntro}</p>
      <TeamForm
        conversation={conversation}
        label={t.outside.appealWords}
        submit={t.outside.appealSend}
        max={appeal_max}
        needed
        commandOf={(text) => ({ is: "appeal", text })}
        onDo={onDo}
      />
    </Sheet>
  );
}
