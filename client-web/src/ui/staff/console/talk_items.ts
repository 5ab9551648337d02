// What stands in a room's conversation on the console: messages, the quiet lines everyone has, and what the team did.
import type { Doing } from "../../../desk/doings";
import type { Line } from "../../../room/lines";
import type { Message } from "../../../room/view";

export type TalkItem =
  | { is: "message"; key: string; message: Message }
  | { is: "line"; key: string; line: Line }
  | { is: "doing"; key: string; doing: Doing };

export function talkItems(messages: readonly Message[], lines: readonly Line[], doings: readonly Doing[]): TalkItem[] {
  const between: (TalkItem & { after: number; atMs: number })[] = [
    ...lines.map((line) => ({ is: "line" as const, key: line.key, line, after: line.after, atMs: line.atMs })),
    ...doings.map((doing) => ({ is: "doing" as const, key: doing.key, doing, after: doing.after, atMs: doing.atMs })),
  ].sort((a, b) => a.after - b.after || a.atMs - b.atMs);
  const items: TalkItem[] = [];
  let next = 0;
  const upTo = (number: number) => {
    for (let one = between[next]; one !== undefined && one.after <= number; one = between[next]) {
      items.push(one);
      next += 1;
    }
  };
  upTo((messages[0]?.number ?? 1) - 1);
  for (const message of messages) {
    items.push({ is: "message", key: `message-${message.number}`, message });
    upTo(message.number);
  }
  upTo(Infinity);
  return items;
}
