// What a moderator does about a person or a message: one tap opened this, the second one acts.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { StaffCommand } from "../../protocol/command";
import { clockTime, useSpeech } from "../../i18n/words";
import { no_length, secondsOf } from "../../desk/length";
import { useConsoleWords } from "../../i18n/console_words";
import { isStaff, type Message, type RoomView } from "../../room/view";

import { LengthField } from "./length_field";

// Which action the keyboard asked for.
export type StaffFocus = "none" | "mute" | "retract" | "remove";

interface Parts {
  view: RoomView;
  member: number;
  message?: Message;
  focus: StaffFocus;
  onDo: (command: StaffCommand) => void;
}

const five_minutes = 300;
const a_day = 86_400;
const rest_of_meeting = 0;

export function PersonActions({ view, member, message, focus, onDo }: Parts) {
  const { language, t } = useSpeech();
  const [reason, setReason] = useState("");
  const box = useRef<HTMLElement>(null);
  const person = view.people.get(member);
  const sanction = view.sanctions.get(member);
  const muted = sanction?.muted === true;

  // After the sheet around it has opened.
  useEffect(() => {
    if (focus !== "none") box.current?.querySelector<HTMLButtonElement>(`[data-focus="${focus}"]`)?.focus();
  }, [focus]);

  const retract = message !== undefined && !message.retracted && (
    <button
      type="button"
      class="button"
      data-focus="retract"
      onClick={() => onDo({ is: "retractMessage", number: message.number, reason })}
    >
      {t.staff.retract}
    </button>
  );
  const mute = (seconds: number) => onDo({ is: "muteMember", member, seconds, reason });
  const remove = (seconds: number) => onDo({ is: "removeMember", member, seconds, reason, mayReturn: false });

  return (
    <section ref={box} class="staff-actions">
      <h3>{t.staff.about(person?.name ?? t.room.someone)}</h3>
      {message !== undefined && <p class="soft">{t.staff.number(message.number)}</p>}
      {muted && (
        <p class="gentle">
          {sanction.mutedUntilMs === 0
            ? t.staff.mutedRest
            : t.staff.mutedUntil(clockTime(sanction.mutedUntilMs, language))}
        </p>
      )}
      <Reason value={reason} onChange={setReason} />
      {retract}
      {person !== undefined && !isStaff(person.role) && (
        <>
          {muted && (
            <button type="button" class="button" onClick={() => onDo({ is: "unmuteMember", member })}>
              {t.staff.unmute}
            </button>
          )}
          <button type="button" class="button" data-focus="mute" onClick={() => mute(five_minutes)}>
            {t.staff.mute5}
          </button>
          <button type="button" class="button" onClick={() => mute(rest_of_meeting)}>
            {t.staff.muteRest}
          </button>
          <button type="button" class="button" onClick={() => mute(a_day)}>
            {t.staff.mute24}
          </button>
          <OtherMute onMute={mute} />
          <button type="button" class="button warn" data-focus="remove" onClick={() => remove(rest_of_meeting)}>
            {t.staff.removeRest}
          </button>
          <button type="button" class="button warn" onClick={() => remove(a_day)}>
            {t.staff.remove24}
          </button>
          <button type="button" class="button warn" onClick={() => onDo({ is: "retractAllOf", member, reason })}>
            {t.staff.retractAll}
          </button>
        </>
      )}
    </section>
  );
}

// A length of her own: asked for with one tap, so that the usual ones stay first.
function OtherMute({ onMute }: { onMute: (seconds: number) => void }) {
  const c = useConsoleWords();
  const { t } = useSpeech();
  const [asked, setAsked] = useState(false);
  const [length, setLength] = useState(no_length);
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLFormElement>(null);
  const look = () => field.current?.querySelector("input")?.focus();
  useLayoutEffect(look, [asked, wrong]);
  if (!asked) {
    return (
      <button type="button" class="button" onClick={() => setAsked(true)}>
        {t.staff.mute}: {c.length.other}
      </button>
    );
  }
  return (
    <form
      ref={field}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const seconds = secondsOf(length);
        if (seconds !== null) onMute(seconds);
        else setWrong(true);
      }}
    >
      <LengthField
        length={length}
        wrong={wrong}
        onChange={(next) => {
          setLength(next);
          setWrong(false);
        }}
      />
      <button type="submit" class="button">
        {t.staff.mute}
      </button>
    </form>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useSpeech();
  return (
    <label class="field">
      <span>{t.staff.reason}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t.staff.noReason}</option>
        {t.staff.reasons.map((reason) => (
          <option key={reason} value={reason}>
            {reason}
          </option>
        ))}
      </select>
    </label>
  );
}
