// For someone who just listens: how she is, in one tap, to the team alone. It waits here for her and never asks twice.
import { useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { Feeling } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { useSpeech, type Words } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";

interface Parts {
  conversation: Conversation;
  onDo: (command: Command) => string;
}

const offered = [Feeling.OK, Feeling.NOT_OK, Feeling.PLEASE_WRITE];

export function FeelingRow({ conversation, onDo }: Parts) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState<{ id: string; feeling: Feeling } | null>(null);
  const { told } = conversation;
  const answer = asked !== null && told?.id === asked.id && told.words === "" ? thanksFor(asked.feeling, t) : "";

  return (
    <section class="feeling" aria-label={t.feel.ask}>
      <p class="soft hint" role="status">
        {answer === "" ? t.feel.ask : answer}
      </p>
      <div class="feeling-row">
        {offered.map((feeling) => (
          <button
            key={feeling}
            type="button"
            class="button quiet"
            aria-pressed={answer !== "" && asked?.feeling === feeling}
            onClick={() => setAsked({ id: onDo({ is: "tellStaff", feeling }), feeling })}
          >
            {nameOfFeeling(feeling, t)}
          </button>
        ))}
      </div>
    </section>
  );
}

function nameOfFeeling(feeling: Feeling, t: Words): string {
  if (feeling === Feeling.OK) return t.feel.ok;
  return feeling === Feeling.NOT_OK ? t.feel.notOk : t.feel.write;
}

function thanksFor(feeling: Feeling, t: Words): string {
  if (feeling === Feeling.OK) return t.feel.okThanks;
  return feeling === Feeling.NOT_OK ? t.feel.notOkThanks : t.feel.writeThanks;
}
