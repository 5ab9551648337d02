// The room: the group or a talk of two, and the sheets over them.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import { staffed } from "../../room/conversation";
import { outsideView } from "../../room/outside";
import { messageAt } from "../../room/view";
import { changePlace, type Place } from "../../session/place";
import { keepDraft, readDraft } from "../../session/unsent";
import { Screen } from "../screen";
import type { Draft } from "./composer";
import { GroupRoom } from "./group_room";
import { MessageSheet } from "./message_sheet";
import { nameOf } from "./names";
import { LobbyScreen } from "./lobby_screen";
import { MemberSheets, useFolded } from "./member_sheets";
import type { Undo } from "./note_bars";
import { OutsideScreen } from "./outside_screen";
import { PeopleSheet } from "./people_sheet";
import { BackToGroup, RoomTools } from "./room_tools";
import { forgetSideDraft, SideTalkView } from "./side_talk";
import { StaffSheets, type Open } from "./staff_sheets";
import { useAdmitted } from "./use_admitted";
import { useChoices } from "./use_choices";
import { useConversation } from "./use_conversation";
import { useStaffKeys, type StaffKey } from "./use_staff_keys";

interface Parts {
  room: string;
  place: Place;
  onInside: () => void;
  onLeave: () => void;
  onRooms: () => void;
  onRoom: (room: string) => void;
  onCalendar: (needsPlace?: boolean) => void;
  onOtherName: () => void;
  onSignedOut: () => void;
}

export function RoomScreen(parts: Parts) {
  const { room, place, onInside, onLeave, onRooms, onRoom, onCalendar, onOtherName, onSignedOut } = parts;
  const { language, t } = useSpeech();
  const spoken = useRef(language);
  spoken.current = language;
  const driver = useConversation(room, place, () => spoken.current);
  const conversation = driver.state;
  const { view, link } = conversation;
  const staff = staffed(conversation);
  const [open, setOpen] = useState<Open>({ is: "nothing" });
  const [draft, setDraft] = useState<Draft>(() => ({ text: readDraft(room), replyTo: 0, note: "" }));
  const reading = useChoices();
  const [undo, setUndo] = useState<Undo | null>(null);
  const folding = useFolded(view, reading);
  const admitted = useAdmitted(conversation);
  const title = view?.title ?? t.state.connecting;
  const talk = staff ? undefined : conversation.sides.find((one) => one.member === conversation.me);

  useEffect(() => driver.greetAgain(), [language, driver]);
  useEffect(() => {
    if (link.at === "live") onInside();
    if (link.at === "over" && link.why === "sign_in") onSignedOut();
  }, [link.at]);

  useEffect(() => {
    if (conversation.movedTo !== "") onRoom(conversation.movedTo);
  }, [conversation.movedTo]);

  const write = (next: Draft) => {
    setDraft(next);
    keepDraft(room, next.text);
  };
  const close = () => setOpen({ is: "nothing" });
  const act = (command: Command) => driver.do(command);
  const heeded = () => driver.input({ is: "heeded" });
  const folded = (next: Undo | null) => {
    setUndo(next);
    close();
  };
  const goBack = () => {
    forgetSideDraft(room);
    if (talk?.over === true) driver.input({ is: "side_left" });
    else act({ is: "leaveSide" });
  };
  const listen = (listening: boolean) => {
    changePlace({ ...place, listening });
    act({ is: "setListening", listening });
  };
  const leave = () => {
    if (link.at === "live" || link.at === "lobby") act({ is: "leave" });
    driver.stop();
    onLeave();
  };
  const goBackTo = (first: string) => {
    if (link.at === "live") act({ is: "leave" });
    onRoom(first);
  };
  const answer = (number: number) => {
    write({ ...draft, replyTo: number });
    document.getElementById("write")?.focus();
  };

  useStaffKeys(
    staff && link.at === "live",
    useCallback((key: StaffKey, number: number) => setOpen((before) => asked(key, number, before)), []),
  );

  const outside = outsideView(conversation);
  if (outside !== null) {
    return (
      <OutsideScreen
        conversation={conversation}
        outside={outside}
        unsent={draft.text}
        onDo={act}
        onHeeded={heeded}
        title={view?.title ?? t.state.turnedAway}
        staff={staff}
        onAgain={() => driver.input({ is: "again" })}
        onOtherName={onOtherName}
        onCode={(code) => driver.input({ is: "code", code })}
        onCalendar={() => onCalendar(true)}
        first={staff || place.room === room ? "" : place.room}
        onRoom={onRoom}
      />
    );
  }

  if (conversation.lobby !== null) {
    return (
      <LobbyScreen
        conversation={conversation}
        lobby={conversation.lobby}
        onDo={act}
        onHeeded={heeded}
        onCalendar={() => onCalendar()}
        onLeave={leave}
      />
    );
  }

  return (
    <Screen
      fixed
      staff={staff}
      title={talk === undefined || view === null ? title : t.side.title(nameOf(view, talk.staff, t))}
      tools={
        talk !== undefined ? (
          <BackToGroup onBack={goBack} />
        ) : (
          <RoomTools
            withRoom={staff && view !== null}
            onPeople={() => setOpen({ is: "people" })}
            onRoom={() => setOpen({ is: "room", focus: "none" })}
          />
        )
      }
    >
      {talk !== undefined ? (
        <SideTalkView
          conversation={conversation}
          talk={talk}
          onDo={act}
          onRetry={(id) => driver.input({ is: "retry", id })}
          onDrop={(id) => driver.input({ is: "drop", id })}
        />
      ) : (
        <GroupRoom
          driver={driver}
          admitted={admitted}
          choices={reading.choices}
          draft={draft}
          undo={undo}
          onDraft={write}
          onMessage={(number) => setOpen({ is: "message", number, focus: "none" })}
          onUndone={() => setUndo(null)}
          onSpeak={() => listen(false)}
          onExtra={() => setOpen({ is: "extra" })}
          onAppeal={() => setOpen({ is: "appeal" })}
          onCalendar={() => onCalendar()}
          onLeave={leave}
          onBack={goBackTo}
          onRoom={onRoom}
          onDo={act}
        />
      )}
      {open.is === "people" && (
        <PeopleSheet
          conversation={conversation}
          staff={staff}
          onPerson={(member) => setOpen({ is: "person", member })}
          onListen={listen}
          onReading={() => setOpen({ is: "reading" })}
          onLeave={leave}
          onCalendar={() => onCalendar()}
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
          reading={reading}
          onDo={act}
          onTell={(member, worried) => setOpen({ is: "tell", about: { member, number: open.number, worried } })}
          onFolded={(message, what) => folded(what === "topic" ? folding.topic(message) : folding.person(message.author))}
          onReply={() => answer(open.number)}
          onClose={close}
        />
      )}
      {view !== null && !(staff && open.is === "person") && (
        <MemberSheets
          conversation={conversation}
          view={view}
          open={open}
          reading={reading}
          draft={draft}
          onDraft={write}
          onOpen={setOpen}
          onDo={act}
          onFolded={(member) => folded(folding.person(member))}
          onHeeded={heeded}
          onClose={close}
        />
      )}
      {staff && view !== null && (
        <StaffSheets view={view} open={open} max={conversation.bodyMax} onOpen={setOpen} onDo={act} onRooms={onRooms} onClose={close} />
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
