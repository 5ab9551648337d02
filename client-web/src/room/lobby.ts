// What she sees while somebody of the team has not let her in yet: a greeting, when it begins, who of the team is here. The
// server tells it whole each time; nothing of the circle is in it, and no place in a queue.
import type { Lobby } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import { Phase, type Role } from "../protocol/generated/nightlight/wire/v1/room_pb";

export interface LobbyView {
  readonly title: string;
  readonly over: boolean; // the meeting ended before she came in
  readonly startsAtMs: number; // on the server's clock; 0: no beginning is planned
  readonly begun: boolean;
  readonly name: string;
  readonly listening: boolean;
  readonly team: readonly { readonly name: string; readonly role: Role }[];
  readonly words: string;
}

export function lobbyOf(lobby: Lobby): LobbyView {
  const { title, phase, begun, name, listening, words } = lobby;
  return {
    title,
    over: phase === Phase.CLOSED,
    startsAtMs: Number(lobby.startsAtMs),
    begun,
    name,
    listening,
    team: lobby.team.map((person) => ({ name: person.name, role: person.role })),
    words,
  };
}
