// The rules about words of one room, for those who look after rooms: try a sentence, the room's own rules, the
// organisation's, and the built-in ones. Everything is tried as it stands on the page; nothing holds until it is saved.
import { useEffect, useState } from "preact/hooks";
import { useConductWords, mistakeWords } from "../../i18n/conduct_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, rooms as rooms_service, wordsOf } from "../../session/api";
import { BackButton } from "../back_button";
import { SaveIcon } from "../icons";
import { Screen } from "../screen";
import "../styles/conduct.css";
import { BuiltInRules } from "./built_in_rules";
import { OwnRules } from "./own_rules";
import { StaleSheet } from "./stale_sheet";
import { TryBox } from "./try_box";
import { useRules } from "./use_rules";
import { useTry } from "./use_try";

interface Parts {
  room: string;
  onBack: () => void;
  onSignedOut: () => void;
}

export function ConductScreen({ room, onBack, onSignedOut }: Parts) {
  const w = useConductWords();
  const { t } = useSpeech();
  const [failure, setFailure] = useState("");
  const [sample, setSample] = useState("");
  const [leaving, setLeaving] = useState(false);
  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
  const rules = useRules(room, fail);
  const tried = useTry(room, rules.entries, sample);
  const title = useTitle(room);
  const mistakes = rules.mistakes.length > 0 ? rules.mistakes : tried.mistakes;
  const whole = mistakes.filter((one) => one.key === null);
  const back = () => (rules.changed && !leaving ? setLeaving(true) : onBack());
  useEffect(() => setLeaving(false), [rules.changed]);
  const save = () => {
    setFailure("");
    setLeaving(false);
    rules.save();
  };

  return (
    <Screen
      title={w.title}
      subtitle={title || w.unknownRoom}
      staff
      tools={<Tools changed={rules.changed} leaving={leaving} onBack={back} onSave={save} />}
    >
      <div class="conduct" data-changed={rules.changed}>
        {rules.entries === null && <p>{failure === "" ? w.loading : ""}</p>}
        {rules.entries !== null && (
          <>
            <TryBox sample={sample} tried={tried} entries={rules.entries} onType={setSample} />
            <div class="conduct-rules">
              <OwnRules rules={rules} mistakes={mistakes} />
              <Organisation />
              <BuiltInRules rules={rules} mistakes={mistakes} />
            </div>
          </>
        )}
        <div class="conduct-said">
          {whole.map((one) => (
            <p key={one.said} class="gentle">
              {mistakeWords(one, w)}
            </p>
          ))}
          <p class="gentle" role="alert">
            {failure}
          </p>
          <p role="status">{failure === "" ? rules.said : ""}</p>
        </div>
      </div>
      {rules.conflict !== null && (
        <StaleSheet
          conflict={rules.conflict}
          onKeep={rules.keepBoth}
          onTake={rules.takeTheirs}
          onClose={rules.decideLater}
        />
      )}
    </Screen>
  );
}

interface ToolsParts {
  changed: boolean;
  leaving: boolean;
  onBack: () => void;
  onSave: () => void;
}

function Tools({ changed, leaving, onBack, onSave }: ToolsParts) {
  const w = useConductWords();
  return (
    <>
      <BackButton words={leaving ? w.leaveSure : w.back} onBack={onBack} />
      <button type="button" class="bar-button" aria-disabled={!changed} onClick={onSave}>
        <SaveIcon />
        {w.save}
      </button>
    </>
  );
}

function Organisation() {
  const w = useConductWords();
  return (
    <section class="stack" aria-label={w.organisation.title}>
      <h2>{w.organisation.title}</h2>
      <p>{w.organisation.intro}</p>
      <p class="soft">
        {w.organisation.seen} {w.organisation.override}
      </p>
    </section>
  );
}

// Without it the page works as well.
function useTitle(room: string): string {
  const [title, setTitle] = useState("");
  useEffect(() => {
    rooms_service.list({}).then(
      (answer) => setTitle(answer.rooms.find((one) => one.id === room)?.title ?? ""),
      () => undefined,
    );
  }, [room]);
  return title;
}
