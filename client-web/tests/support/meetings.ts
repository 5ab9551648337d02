// Meetings, series and topics to try things with.
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { MeetingSchema, SeriesSchema, TopicSchema } from "../../src/protocol/generated/nightlight/api/v1/plan_pb";

const hour_ms = 3_600_000;

export function meeting(at: string, part: MessageInitShape<typeof MeetingSchema> = {}) {
  const startsAtMs = BigInt(Date.parse(at));
  return create(MeetingSchema, {
    series: "newborns", date: at.slice(0, 10), topic: "nights", title: "Newborn nights", language: "en",
    startsAtMs, endsAtMs: startsAtMs + BigInt(1.5 * hour_ms), zone: "America/Chicago", places: 10, ...part,
  });
}

// Tuesdays at half past seven in Chicago, eight times from November 24, 2026.
export function series(part: MessageInitShape<typeof SeriesSchema> = {}) {
  return create(SeriesSchema, {
    id: "newborns", etag: "1", topic: "nights", title: "Newborn nights", language: "en", zone: "America/Chicago",
    start: "2026-11-24T19:30", minutes: 90, rrule: "FREQ=WEEKLY;BYDAY=TU;COUNT=8", places: 10, facilitator: "kim",
    second: "ben", keepsHolidays: true, ...part,
  });
}

export const topic = create(TopicSchema, { id: "nights", title: "Newborn nights", language: "es" });
