import { expect, test } from "vitest";
import { packet_code_points_max, packetText, partsOf } from "../src/desk/hand_over_text";
import { Role } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { emptyView } from "../src/room/fold";
import { empty_staff_room } from "../src/room/staff_fold";
import type { RoomView } from "../src/room/view";
import { alert } from "./support/desk_items";

const words = { alerts: "Open", sanctions: "In force", newcomers: "New", watch: "Watch", none: "none" };
const spoken = { alert: (kind: number) => `kind ${kind}`, name: (member: number) => `name ${member}`, term: (until: number) => `until ${until}` };

test("a packet says what is open, in force, new, and to watch for", () => {
  const person = (member: number, role: Role) =>
    [member, { member, name: "", role, listening: false, present: true, hand: 0 }] as const;
  const view: RoomView = { ...emptyView("a", "e"), people: new Map([person(1, Role.MODERATOR), person(2, Role.MEMBER)]) };
  const muted = { mute: { untilMs: 9, reason: "", by: 1 }, removal: null, banned: false, warnings: 0 };
  const staff = { ...empty_staff_room, alerts: [alert(1), alert(2, { closed: true })], standings: new Map([[2, muted]]) };
  const parts = partsOf(staff, view, 5, spoken);
  expect(packetText({ ...parts, watch: " Ana is tired " }, words)).toBe(
    "Open: name 2: kind 2\nIn force: name 2 until 9\nNew: name 2\nWatch: Ana is tired",
  );
  expect(partsOf(staff, view, 9, spoken).sanctions).toEqual([]);
});

test("nothing to tell is said in so many words", () => {
  expect(packetText({ alerts: [], sanctions: [], newcomers: [], watch: "" }, words)).toBe("Open: none\nIn force: none\nNew: none");
});

test.each([0, 1, 600, packet_code_points_max, 2_000])("with %d letters to watch for it is never too long", (length) => {
  const alerts = Array.from({ length: 80 }, (_, place) => `alert 🌙 number ${place}`);
  const text = packetText({ alerts, sanctions: [], newcomers: [], watch: "w".repeat(length) }, words);
  expect([...text].length).toBeLessThanOrEqual(packet_code_points_max);
  if (length === 600) expect(text).toContain("w".repeat(600));
});
