// Talks of two, apart from the group: a member and one of the team. When one ends it stays on her screen until she
// goes back herself, so that nothing she is writing there can land in the group.
import type { SideRoom, SideSaid } from "../protocol/generated/nightlight/wire/v1/notice_pb";

export interface SideLine {
  readonly author: number;
  readonly text: string;
  readonly atMs: number;
}

export interface SideTalk {
  readonly member: number; // whose it is; it is named by her
  readonly staff: number;
  readonly words: string;
  readonly lines: readonly SideLine[];
  readonly over: boolean;
  readonly sure: boolean; // false while a new connection has not said that it goes on
}

export type Sides = readonly SideTalk[];

export function opened(sides: Sides, { member, staff, words, said }: SideRoom): Sides {
  const talk: SideTalk = { member, staff, words, lines: said.map(lineOf), over: false, sure: true };
  return [...left(sides, member), talk];
}

export function said(sides: Sides, line: SideSaid): Sides {
  return changed(sides, line.member, (talk) => ({ ...talk, lines: [...talk.lines, lineOf(line)] }));
}

export function closed(sides: Sides, member: number): Sides {
  return changed(sides, member, (talk) => ({ ...talk, over: true }));
}

export function left(sides: Sides, member: number): Sides {
  return sides.filter((talk) => talk.member !== member);
}

export function doubted(sides: Sides): Sides {
  return sides.map((talk) => ({ ...talk, sure: talk.over }));
}

export function settled(sides: Sides): Sides {
  if (sides.every((talk) => talk.sure)) return sides;
  return sides.map((talk) => (talk.sure ? talk : { ...talk, over: true, sure: true }));
}

function changed(sides: Sides, member: number, next: (talk: SideTalk) => SideTalk): Sides {
  return sides.map((talk) => (talk.member === member ? next(talk) : talk));
}

function lineOf({ author, text, atMs }: SideSaid): SideLine {
  return { author, text, atMs: Number(atMs) };
}
