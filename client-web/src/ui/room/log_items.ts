// Messages and the quiet lines between them, in the order they stand on the screen. Neighbouring lines about people
// coming in become one.
import type { Line } from "../../room/lines";
import type { Message } from "../../room/view";

export type LogItem =
  | { is: "message"; key: string; message: Message; continues: boolean }
  | { is: "line"; key: string; line: Line; members: readonly number[] };

const together_ms = 300_000;

export function logItems(messages: readonly Message[], lines: readonly Line[]): LogItem[] {
  const items: LogItem[] = [];
  let next = 0;
  const linesUpTo = (number: number) => {
    for (let line = lines[next]; line !== undefined && line.after <= number; line = lines[next]) {
      pushLine(items, line);
      next += 1;
    }
  };
  linesUpTo((messages[0]?.number ?? 1) - 1);
  for (const message of messages) {
    items.push({ is: "message", key: `message-${message.number}`, message, continues: continues(items.at(-1), message) });
    linesUpTo(message.number);
  }
  linesUpTo(Infinity);
  return items;
}

// The same person goes on within a few minutes: her name is not repeated.
function continues(before: LogItem | undefined, message: Message): boolean {
  if (before?.is !== "message" || message.replyTo !== 0) return false;
  return before.message.author === message.author && message.atMs - before.message.atMs < together_ms;
}

function pushLine(items: LogItem[], line: Line): void {
  const last = items.at(-1);
  const { body } = line;
  if ((body.is === "joined" || body.is === "left") && last?.is === "line" && last.line.body.is === body.is) {
    const members = [...last.members.filter((member) => member !== body.member), body.member];
    items[items.length - 1] = { ...last, members };
    return;
  }
  items.push({ is: "line", key: line.key, line, members: "member" in body ? [body.member] : [] });
}
