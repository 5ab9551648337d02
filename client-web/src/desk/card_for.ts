// Which card for the volunteer belongs to an alert: by what was heard, red or not. It tells her what to say first and
// what to leave; nothing on it is ever sent by itself.
import { AlertKind } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { Alert } from "../room/staff_view";

export type CardName =
  | "safety"
  | "gone"
  | "selfHarm"
  | "emergency"
  | "thoughts"
  | "watched"
  | "substances"
  | "listen"
  | "group";

const by_category: Record<string, CardName> = {
  C1: "safety",
  C2: "safety",
  C3: "gone",
  C4: "selfHarm",
  C5: "emergency",
  C6: "thoughts",
  C7: "emergency",
  C8: "watched",
  C9: "emergency",
  C10: "substances",
  C11: "listen",
  C12: "group",
};

const by_kind: Partial<Record<AlertKind, CardName>> = {
  [AlertKind.WORRY]: "listen",
  [AlertKind.FEELING]: "listen",
  [AlertKind.UNANSWERED]: "listen",
};

export function cardFor({ kind, category }: Pick<Alert, "kind" | "category">): CardName | null {
  return by_category[category] ?? by_kind[kind] ?? null;
}
