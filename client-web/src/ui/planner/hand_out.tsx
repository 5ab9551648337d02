// A link into the meeting's room, to hand out: made when it is asked for, and kept by this tab alone.
import { useState } from "preact/hooks";
import { usePlannerWords } from "../../i18n/planner_words";
import type { Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { calendar } from "../../session/calendar_api";
import { CopyLink } from "../staff/copy_link";
import { invitationLink, keepInvitation } from "../staff/invitation_link";

interface Parts {
  meeting: Meeting;
  onFail: (error: unknown) => void;
}

export function HandOut({ meeting: { series, date, room }, onFail }: Parts) {
  const p = usePlannerWords();
  const [made, setMade] = useState(invitationLink(room) !== "");
  if (made) return <CopyLink room={room} />;
  const make = () => {
    calendar.comeIn({ series, date }).then((link) => {
      keepInvitation(room, link.invitation);
      setMade(true);
    }, onFail);
  };
  return (
    <button type="button" class="button" onClick={make}>
      {p.meeting.handOut}
    </button>
  );
}
