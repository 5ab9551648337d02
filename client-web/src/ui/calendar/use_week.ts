// The meetings of the next seven days, page by page, and the topics they belong to. Looked at again when she comes back to
// the page, so that a place that became hers shows by itself.
import { useEffect, useState } from "preact/hooks";
import { folded, nameOf, withMine } from "../../calendar/agenda";
import type { Answer } from "../../calendar/answers";
import { Once } from "../../calendar/once";
import { ownZone } from "../../calendar/zones";
import { Meeting_Mine, type Meeting, type Topic } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { calendar } from "../../session/calendar_api";
import { keepWayBack } from "../../session/way_back";

const pages_max = 10;
const page_size = 100;

async function loadWeek(): Promise<Meeting[]> {
  const pages: Meeting[][] = [];
  let pageToken = "";
  do {
    const page = await calendar.listMeetings({ viewerZone: ownZone(), pageSize: page_size, pageToken });
    pages.push(page.meetings);
    pageToken = page.nextPageToken;
  } while (pageToken !== "" && pages.length < pages_max);
  return folded(pages);
}

async function answered(answer: Answer, request: { series: string; date: string; idempotencyKey: string }): Promise<Meeting_Mine> {
  switch (answer) {
    case "keep": {
      const { waiting, comeBack } = await calendar.keepPlace(request);
      keepWayBack(comeBack);
      return waiting ? Meeting_Mine.WAITING : Meeting_Mine.KEPT;
    }
    case "accept":
      await calendar.acceptPlace(request);
      return Meeting_Mine.KEPT;
    case "leave":
      await calendar.leavePlace(request);
      return Meeting_Mine.NOTHING;
    case "decline":
      await calendar.declinePlace(request);
      return Meeting_Mine.NOTHING;
  }
}

export function useWeek(onFailed: (error: unknown) => void) {
  const [meetings, setMeetings] = useState<Meeting[] | null>(null);
  const [topics, setTopics] = useState<Topic[]>([]);
  const [busy, setBusy] = useState("");
  const [once] = useState(() => new Once());

  const refresh = () => {
    Promise.all([loadWeek(), calendar.listTopics({})]).then(([week, about]) => {
      setMeetings(week);
      setTopics(about.topics);
    }, onFailed);
  };
  useEffect(() => {
    refresh();
    const back = () => {
      if (document.visibilityState === "visible") refresh();
    };
    document.addEventListener("visibilitychange", back);
    return () => document.removeEventListener("visibilitychange", back);
  }, []);

  // Asks for a place, gives it back, or answers an offer; `onDone` is told what she has then.
  const change = (meeting: Meeting, answer: Answer, onDone: (mine: Meeting_Mine) => void) => {
    if (busy !== "") return;
    const { series, date } = meeting;
    const name = nameOf(meeting);
    setBusy(name);
    answered(answer, { series, date, idempotencyKey: once.keyFor(`${name} ${answer}`) })
      .then(
        (mine) => {
          once.answered();
          setMeetings((now) => now && withMine(now, name, mine));
          onDone(mine);
          refresh();
        },
        (error: unknown) => {
          onFailed(error);
          if (answer === "accept" || answer === "decline") refresh(); // its time may be over
        },
      )
      .finally(() => setBusy(""));
  };

  // A link of her own into the meeting's room.
  const comeIn = (meeting: Meeting, onDone: (invitation: string) => void) => {
    if (busy !== "") return;
    const { series, date } = meeting;
    setBusy(nameOf(meeting));
    calendar
      .comeIn({ series, date })
      .then(({ invitation }) => onDone(invitation), onFailed)
      .finally(() => setBusy(""));
  };
  return { meetings, topics, busy, change, comeIn, refresh };
}
