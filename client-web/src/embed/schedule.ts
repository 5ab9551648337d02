// What /schedule.json says, as the page needs it: meetings that are not over, in order, and where one asks to come. What
// is not as it should be is left out: the page stands on somebody else's site and has to stay whole.
export interface Shown {
  readonly title: string;
  readonly topic: string;
  readonly language: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly cancelled: boolean;
  readonly full: boolean;
  readonly door: string; // "open", "code", "invitation", "registered"; empty: not known here
}

export interface Schedule {
  readonly organisation: string;
  readonly signUp: string;
  readonly meetings: readonly Shown[];
}

export const meetings_shown_max = 40;

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function scheduleOf(answer: unknown, here: string, nowMs: number): Schedule {
  const whole = fieldsOf(answer);
  const topics = new Map(listOf(whole.topics).map((topic) => [textOf(topic.id), textOf(topic.title)]));
  const meetings = listOf(whole.meetings)
    .map((one) => meetingOf(one, topics))
    .filter((one) => one.title !== "" && one.startsAtMs > 0 && one.endsAtMs > nowMs)
    .sort((one, other) => one.startsAtMs - other.startsAtMs || (one.title < other.title ? -1 : 1))
    .slice(0, meetings_shown_max);
  return { organisation: textOf(whole.organisation), signUp: pageOf(textOf(whole.signUp), here), meetings };
}

// 64-bit numbers are texts in this JSON.
function meetingOf(one: Fields, topics: ReadonlyMap<string, string>): Shown {
  const title = textOf(one.title);
  const topic = topics.get(textOf(one.topic)) ?? "";
  return {
    title,
    topic: topic === title ? "" : topic,
    language: textOf(one.language),
    startsAtMs: Number(one.startsAtMs),
    endsAtMs: Number(one.endsAtMs),
    cancelled: one.cancelled === true,
    full: one.full === true,
    door: doorOf(one.door),
  };
}

// The first of an enumeration is left out of this JSON.
const doors: Readonly<Record<string, string>> = {
  DOOR_KIND_OPEN: "open",
  DOOR_KIND_CODE: "code",
  DOOR_KIND_INVITATION: "invitation",
  DOOR_KIND_REGISTERED: "registered",
};

function doorOf(kind: unknown): string {
  return kind === undefined ? "open" : Object.hasOwn(doors, textOf(kind)) ? (doors[textOf(kind)] ?? "") : "";
}

// A link leads to a page and to nothing else.
function pageOf(address: string, here: string): string {
  return /^https?:\/\//.test(address) ? address : `${here}/`;
}
