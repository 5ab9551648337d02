// What she can say about a meeting's place, the likeliest first. Pure; its words are the card's business.
import { Meeting_Mine, type Meeting } from "../protocol/generated/nightlight/api/v1/plan_pb";

export type Answer = "keep" | "leave" | "accept" | "decline";

export function answersTo({ mine, full }: Pick<Meeting, "mine" | "full">): readonly Answer[] {
  switch (mine) {
    case Meeting_Mine.OFFERED:
      return ["accept", "decline"];
    case Meeting_Mine.KEPT:
      return ["leave"];
    case Meeting_Mine.WAITING: // a place that came free and was not taken is hers for the asking
      return full ? ["leave"] : ["keep", "leave"];
    case Meeting_Mine.NOTHING:
      return ["keep"];
    default:
      return []; // newer than this client
  }
}
