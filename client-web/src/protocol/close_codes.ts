// What a close code of the WebSocket tells this client to do next. The table of protocol/README.md, as code.

export type Verdict =
  | "resume_at_once"
  | "reconnect"
  | "later"
  | "once_more" // we said something the server did not understand: one further try, much later
  | "sign_in"
  | "removed"
  | "never";

const verdicts: Readonly<Record<number, Verdict>> = {
  1000: "reconnect",
  1001: "reconnect",
  1002: "once_more",
  1003: "once_more",
  1006: "reconnect",
  1007: "once_more",
  1008: "once_more",
  1009: "once_more",
  1011: "later",
  1012: "reconnect",
  1013: "later",
  4400: "once_more",
  4401: "sign_in",
  4403: "never",
  4408: "resume_at_once",
  4410: "removed",
  4429: "later",
  4503: "later",
};

export function verdictOf(code: number): Verdict {
  return verdicts[code] ?? "later";
}
