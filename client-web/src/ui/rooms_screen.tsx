// Tonight's rooms. A mother sees the ones she may enter; staff see all, and make, open and end them.
import { useStaffTools } from "./staff/lazy";
import { useEffect, useState } from "preact/hooks";
import type { Room } from "../protocol/generated/nightlight/api/v1/room_pb";
import { useSpeech } from "../i18n/words";
import { isStaff, looksAfterRooms, mayPlan } from "../room/view";
import { isSignedOut, rooms, wordsOf } from "../session/api";
import type { Place } from "../session/place";
import { Screen } from "./screen";

interface Parts {
  place: Place;
  onEnter: (room: string) => void;
  onConsole: () => void;
  onWords: (room: string) => void;
  onCalendar: () => void;
  onIncidents: () => void;
  onRota: () => void;
  onSignOut: () => void;
  onSignedOut: () => void;
}

export function RoomsScreen({ place, onEnter, onConsole, onWords, onCalendar, onIncidents, onRota, onSignOut, onSignedOut }: Parts) {
  const { t } = useSpeech();
  const staff = isStaff(place.role);
  const [list, setList] = useState<Room[] | null>(null);
  const [failure, setFailure] = useState("");
  const tools = useStaffTools(staff);

  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
  const refresh = () => {
    setFailure("");
    rooms.list({}).then((answer) => setList(answer.rooms), fail);
  };
  useEffect(refresh, []);

  return (
    <Screen title={t.rooms.title} subtitle={t.rooms.signedInAs(place.name)} staff={staff}>
      <p class="gentle" role="status">
        {failure === "" && list === null ? t.rooms.loading : failure}
      </p>
      {list?.length === 0 && <p>{staff ? t.rooms.noneStaff : t.rooms.none}</p>}
      <ul class="plain stack">
        {(list ?? []).map((room) => (
          <li key={room.id} class="card">
            <h2>{room.title}</h2>
            <p class="soft">
              {t.phase[room.phase]}
              {staff && ` · ${t.rooms.kept(room.retentionHours)}`}
            </p>
            <button type="button" class="button primary" onClick={() => onEnter(room.id)}>
              {t.rooms.enter}
            </button>
            {tools !== null && (
              <tools.RoomCare
                room={room}
                onWords={looksAfterRooms(place.role) ? () => onWords(room.id) : null}
                onChanged={refresh}
                onFailed={fail}
              />
            )}
          </li>
        ))}
      </ul>
      {staff && (
        <button type="button" class="button primary" onClick={onConsole}>
          {t.rooms.console}
        </button>
      )}
      <button type="button" class="button" onClick={onCalendar}>
        {t.rooms.calendar}
      </button>
      {staff && (
        <button type="button" class="button" onClick={onIncidents}>
          {t.rooms.incidents}
        </button>
      )}
      {staff && !mayPlan(place.role) && (
        <button type="button" class="button" onClick={onRota}>
          {t.rooms.rota}
        </button>
      )}
      {tools !== null && <tools.CreateRoom onCreated={refresh} onFailed={fail} />}
      <button type="button" class="button quiet" onClick={refresh}>
        {t.rooms.refresh}
      </button>
      <button type="button" class="button quiet" onClick={onSignOut}>
        {t.rooms.signOut}
      </button>
    </Screen>
  );
}
