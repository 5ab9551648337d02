// What the one who leaves gives to the one who takes over, as one text: what is open, what is in force, who is new, and
// what she says to watch for. It is signed as it stands here.
import { isStaff, type RoomView } from "../room/view";
import { inForce, type StaffRoom } from "../room/staff_view";

export interface PacketWords {
  alerts: string;
  sanctions: string;
  newcomers: string;
  watch: string;
  none: string;
}

export const packet_code_points_max = 1_000;
const new_until_messages = 3;

export interface PacketParts {
  readonly alerts: readonly string[];
  readonly sanctions: readonly string[];
  readonly newcomers: readonly string[];
  readonly watch: string;
}

export function partsOf(
  staff: StaffRoom,
  view: RoomView,
  serverNowMs: number,
  words: { alert: (kind: number) => string; name: (member: number) => string; term: (untilMs: number) => string },
): Omit<PacketParts, "watch"> {
  const { name, term } = words;
  const open = staff.alerts.filter((alert) => !alert.closed);
  const said = (member: number) => view.messages.filter((message) => message.author === member).length;
  const members = [...view.people.values()].filter((person) => person.present && !isStaff(person.role));
  return {
    alerts: open.map(({ kind, about }) => (about === 0 ? words.alert(kind) : `${name(about)}: ${words.alert(kind)}`)),
    sanctions: [...staff.standings].flatMap(([member, { mute, removal }]) =>
      [removal, mute].filter((one) => inForce(one, serverNowMs)).map((one) => `${name(member)} ${term(one.untilMs)}`),
    ),
    newcomers: view.hasEarlier
      ? []
      : members.filter(({ member }) => said(member) < new_until_messages).map((one) => name(one.member)),
  };
}

// Never longer than the server takes: what she typed herself is kept whole, the lists give way.
export function packetText({ alerts, sanctions, newcomers, watch }: PacketParts, words: PacketWords): string {
  const line = (title: string, list: readonly string[]) =>
    `${title}: ${list.length === 0 ? words.none : list.join("; ")}`;
  const lists = [line(words.alerts, alerts), line(words.sanctions, sanctions), line(words.newcomers, newcomers)].join(
    "\n",
  );
  const own = watch.trim() === "" ? "" : `\n${words.watch}: ${watch.trim()}`;
  const room = packet_code_points_max - [...own].length;
  const shown = [...lists].length <= room ? lists : `${[...lists].slice(0, Math.max(0, room - 1)).join("")}…`;
  return [...`${shown}${own}`].slice(0, packet_code_points_max).join("");
}
