// The calendar over HTTP. Apart from the other services, so that only who looks at the calendar loads it.
import { createClient } from "@connectrpc/connect";
import { CalendarService } from "../protocol/generated/nightlight/api/v1/calendar_pb";
import { transport } from "./api";

export const calendar = createClient(CalendarService, transport);

// What a phone's own calendar reads. Nobody has to be signed in for it, and nothing of hers is in it.
export function feedOf(series: string): string {
  return `/calendar/series/${encodeURIComponent(series)}.ics`;
}
