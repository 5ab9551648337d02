// The room: the log, the place to write, and the sheets over them.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import { staffed } from "../../room/conversation";
import { messageAt } from "../../room/view";
import { changePlace, type Place } from "../../session/place";
import { keepDraft, readDraft } from "../../session/unsent";
import { PeopleIcon, RoomIcon } from "../icons";
import { Screen } from "../screen";
import { Composer, type Draft } from "./composer";
import { Log } from "./log";
import { MessageSheet } from "./message_sheet";
import { OutsideScreen, type Outside } from "./outside_screen";
import { PeopleSheet } from "./people_sheet";
import { StaffSheets, type Open } from "./staff_sheets";
import { StatusLine } from "./status_line";
import { useConversation } from "./use_conversation";
import { useStaffKeys, type StaffKey } from "./use_staff_keys";

interface Parts {
  room: string;
  place: Place;
  onInside: () => void;
  onLeave: () => void;
  onRooms: () => void;
  onOtherName: () => void;
  onSignedOut: () => void;
}

export function RoomScreen({ room, place, onInside, onLeave, onRooms, onOtherName, onSignedOut }: Parts) {
  const { language, t } = useSpeech();
  const spoken = useRef(language);
  spoken.current = language;
  const driver = useConversation(room, place, () => spoken.current);
  const conversation = driver.state;
  const { view, link } = conversation;
  const staff = staffed(conversation);
  const [open, setOpen] = useState<Open>({ is: "nothing" });
  const [draft, setDraft] = useState<Draft>(() => ({ text: readDraft(room), replyTo: 0 }));

  useEffect(() => driver.greetAgain(), [language, driver]);
  useEffect(() => {
    if (link.at === "live") onInside();
    if (link.at === "over" && link.why === "sign_in") onSignedOut();
  }, [link.at]);

  const write = (next: Draft) => {
    setDraft(next);
    keepDraft(room, next.text);
  };
  const close = () => setOpen({ is: "nothing" });
  const act = (command: Command) => void driver.do(command);
  const listen = (listening: boolean) => {
    changePlace({ ...place, listening });
    act({ is: "setListening", listening });
  };
  const leave = () => {
    if (link.at === "live") act({ is: "leave" });
    driver.stop();
    onLeave();
  };
  const answer = (number: number) => {
    write({ ...draft, replyTo: number });
    document.getElementById("write")?.focus();
  };

  useStaffKeys(
    staff && link.at === "live",
    useCallback((key: StaffKey, number: number) => setOpen((before) => asked(key, number, before)), []),
  );

  const outside = outsideOf(conversation);
  if (outside !== null) {
    return (
      <OutsideScreen
        outside={outside}
        title={view?.title ?? t.state.turnedAway}
        staff={staff}
        onAgain={() => driver.input({ is: "again" })}
        onOtherName={onOtherName}
      />
    );
  }

  return (
    <Screen
      fixed
      staff={staff}
      title={view?.title ?? t.state.connecting}
      tools={
        <>
          <button type="button" class="bar-button" aria-haspopup="dialog" onClick={() => setOpen({ is: "people" })}>
            <PeopleIcon />
            {t.people.button}
          </button>
          {staff && view !== null && (
            <button
              type="button"
              class="bar-button"
              aria-haspopup="dialog"
              onClick={() => setOpen({ is: "room", focus: "none" })}
            >
              <RoomIcon />
              {t.staff.room}
            </button>
          )}
        </>
      }
    >
      <StatusLine conversation={conversation} />
      <Log
        driver={driver}
        onOpen={(number) => setOpen({ is: "message", number, focus: "none" })}
        onEdit={(text, replyTo) => write({ text, replyTo })}
      />
      <ServerWords words={conversation.words} onHeeded={() => driver.input({ is: "heeded" })} />
      <Composer
        conversation={conversation}
        draft={draft}
        onDraft={write}
        onTyping={() => driver.typing()}
        onSpeak={() => listen(false)}
        onSend={() => {
          act({ is: "say", text: draft.text.trim(), replyTo: draft.replyTo });
          write({ text: "", replyTo: 0 });
        }}
      />
      {open.is === "people" && (
        <PeopleSheet
          conversation={conversation}
          staff={staff}
          onPerson={(member) => setOpen({ is: "person", member })}
          onListen={listen}
          onLeave={leave}
          onClose={close}
        />
      )}
      {open.is === "message" && view !== null && messageAt(view, open.number) !== undefined && (
        <MessageSheet
          key={open.focus}
          conversation={conversation}
          number={open.number}
          staff={staff}
          focus={open.focus}
          onDo={act}
          onReply={() => answer(open.number)}
          onClose={close}
        />
      )}
      {staff && view !== null && (
        <StaffSheets view={view} open={open} onOpen={setOpen} onDo={act} onRooms={onRooms} onClose={close} />
      )}
    </Screen>
  );
}

function asked(key: StaffKey, number: number, before: Open): Open {
  switch (key) {
    case "slow":
    case "door":
      return { is: "room", focus: key };
    case "keys":
      return { is: "keys" };
    case "act":
      return number === 0 ? before : { is: "message", number, focus: "none" };
    case "mute":
    case "retract":
    case "remove":
      return number === 0 ? before : { is: "message", number, focus: key };
  }
}

function outsideOf({ link, removed, turnedAway }: ReturnType<typeof useConversation>["state"]): Outside | null {
  if (link.at === "over" && link.why === "removed") return { is: "removed", words: removed?.words ?? "" };
  if (link.at === "over" && link.why === "never") return { is: "never", words: "" };
  if (link.at === "turned_away") {
    const naming = turnedAway?.code.startsWith("name_") === true;
    return { is: naming ? "name" : "turned_away", words: turnedAway?.words ?? "" };
  }
  return null;
}

// The server's words about something she tapped that could not be done.
function ServerWords({ words, onHeeded }: { words: string; onHeeded: () => void }) {
  const { t } = useSpeech();
  return (
    <div role="status">
      {words !== "" && (
        <div class="server-words">
          <p>{words}</p>
          <button type="button" class="button quiet" onClick={onHeeded}>
            {t.ok}
          </button>
        </div>
      )}
    </div>
  );
}
