// A week of the whole calendar for who plans it, and the names it needs: topics, team, series.
import { useEffect, useState } from "preact/hooks";
import { folded } from "../../calendar/agenda";
import { dayOf, mondayOf, plusDays, type Day } from "../../calendar/days";
import { allOf } from "../../calendar/pages";
import { localOf, momentAt, ownZone } from "../../calendar/zones";
import { ListMeetingsRequest_When } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import type { Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { calendar } from "../../session/calendar_api";
import { empty_book, type Book } from "./team";
import { readTopics } from "./use_topics";

const page_size = 200;
const pages_max = 10;

export async function meetingsFrom(first: Day, days: number): Promise<Meeting[]> {
  const viewerZone = ownZone();
  const fromMs = BigInt(momentAt(viewerZone, `${first}T00:00`).atMs);
  const toMs = BigInt(momentAt(viewerZone, `${plusDays(first, days)}T00:00`).atMs);
  const pages: Meeting[][] = [];
  let pageToken = "";
  do {
    const asked = { when: ListMeetingsRequest_When.SPAN, fromMs, toMs, viewerZone, pageSize: page_size, pageToken };
    const page = await calendar.listMeetings(asked);
    pages.push(page.meetings);
    pageToken = page.nextPageToken;
  } while (pageToken !== "" && pages.length < pages_max);
  return folded(pages);
}

async function loadBook(): Promise<Book> {
  const all_series = allOf((pageToken) =>
    calendar.listSeries({ pageToken }).then(({ series, nextPageToken }) => ({ rows: series, nextPageToken })),
  );
  const [topics, team, series] = await Promise.all([readTopics(), calendar.listTeam({}), all_series]);
  return { topics, team: team.members, series };
}

export function thisMonday(): Day {
  return mondayOf(dayOf(localOf(ownZone(), Date.now())));
}

export function usePlan(onFailed: (error: unknown) => void) {
  const [monday, setMonday] = useState<Day>(thisMonday);
  const [meetings, setMeetings] = useState<Meeting[] | null>(null);
  const [book, setBook] = useState<Book>(empty_book);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    meetingsFrom(monday, 7).then(
      (found) => {
        if (wanted) setMeetings(found);
      },
      (error: unknown) => {
        if (wanted) onFailed(error);
      },
    );
    return () => {
      wanted = false;
    };
  }, [monday, tries]);
  useEffect(() => void loadBook().then(setBook, onFailed), [tries]);
  return { monday, setMonday, meetings, book, refresh: () => setTries((now) => now + 1) };
}
