// Who is needed when: what comes first, and who may do what about a date.
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { coverBy, gapOf, mayAsk, mayTake, rotaOf } from "../src/calendar/rota";
import { MeetingSchema, Meeting_Staffing, Seat } from "../src/protocol/generated/nightlight/api/v1/plan_pb";

const kim = "aa";
const lee = "bb";
const noor = "cc";

function meeting(date: string, more: MessageInitShape<typeof MeetingSchema> = {}) {
  const made = create(MeetingSchema, more);
  const people = { facilitator: made.facilitator || kim, second: more.second ?? lee };
  return { ...made, date, startsAtMs: BigInt(Date.parse(date)), ...people, staffing: made.staffing || Meeting_Staffing.ENOUGH };
}
const asked = { seat: Seat.LEAD, askedBy: kim, words: "a fever" };

describe("the rota", () => {
  it("has the dates that need somebody first, each part in its order", () => {
    const all = [
      meeting("2026-12-01"),
      meeting("2026-12-02", { staffing: Meeting_Staffing.ONE }),
      meeting("2026-12-03"),
      meeting("2026-12-04", { staffing: Meeting_Staffing.NOBODY_LEADS }),
      meeting("2026-12-05", { covers: [asked] }),
    ];
    const { needed, fine } = rotaOf(all, 0);
    expect(needed.map((one) => one.date)).toEqual(["2026-12-02", "2026-12-04", "2026-12-05"]);
    expect(fine.map((one) => one.date)).toEqual(["2026-12-01", "2026-12-03"]);
  });

  it("leaves out what does not take place and what has begun", () => {
    const all = [meeting("2026-12-01"), meeting("2026-12-02", { cancelled: true }), meeting("2026-12-03")];
    const { needed, fine } = rotaOf(all, Date.parse("2026-12-01"));
    expect(needed).toEqual([]);
    expect(fine.map((one) => one.date)).toEqual(["2026-12-03"]);
  });

  it("knows nobody from one, and says nothing of a server that does not tell", () => {
    expect(gapOf({ staffing: Meeting_Staffing.NOBODY_LEADS })).toBe("nobody");
    expect(gapOf({ staffing: Meeting_Staffing.ONE })).toBe("one");
    expect(gapOf({ staffing: Meeting_Staffing.ENOUGH })).toBe("");
    expect(gapOf({ staffing: Meeting_Staffing.UNSPECIFIED })).toBe("");
  });
});

describe("cover", () => {
  it("is asked for by those two alone, and once", () => {
    expect(mayAsk(meeting("2026-12-01"), kim)).toBe(true);
    expect(mayAsk(meeting("2026-12-01"), lee)).toBe(true);
    expect(mayAsk(meeting("2026-12-01"), noor)).toBe(false);
    expect(mayAsk(meeting("2026-12-01", { covers: [asked] }), kim)).toBe(false);
    expect(mayAsk(meeting("2026-12-01", { second: "" }), "")).toBe(false);
    expect(coverBy(meeting("2026-12-01", { covers: [asked] }), kim)?.words).toBe("a fever");
  });

  it("is taken by somebody else, and by the second when it is to lead", () => {
    expect(mayTake(meeting("2026-12-01"), { seat: Seat.LEAD }, noor)).toBe(true);
    expect(mayTake(meeting("2026-12-01"), { seat: Seat.LEAD }, lee)).toBe(true);
    expect(mayTake(meeting("2026-12-01"), { seat: Seat.LEAD }, kim)).toBe(false);
    expect(mayTake(meeting("2026-12-01"), { seat: Seat.SECOND }, lee)).toBe(false);
    expect(mayTake(meeting("2026-12-01"), { seat: Seat.SECOND }, kim)).toBe(false);
    expect(mayTake(meeting("2026-12-01"), { seat: Seat.SECOND }, "")).toBe(false);
  });
});
