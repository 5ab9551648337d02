// The services over HTTP. Every call carries the page's half of the token, when there is one.
import { Code, ConnectError, createClient, type Interceptor } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-web";
import { RoomService } from "../protocol/generated/nightlight/api/v1/room_pb";
import { SessionService } from "../protocol/generated/nightlight/api/v1/session_pb";
import { readPlace } from "./place";

export const half_header = "Nightlight-Session";

const withHalf: Interceptor = (next) => (request) => {
  const half = readPlace()?.pageHalf ?? "";
  if (half !== "") request.header.set(half_header, half);
  return next(request);
};

export const transport = createConnectTransport({ baseUrl: "/", interceptors: [withHalf], defaultTimeoutMs: 15_000 });

export const sessions = createClient(SessionService, transport);
export const rooms = createClient(RoomService, transport);

export function isSignedOut(error: unknown): boolean {
  return error instanceof ConnectError && error.code === Code.Unauthenticated;
}

// The server's own words where it sent some; the given ones where it could not be reached.
export function wordsOf(error: unknown, unreachable: string): string {
  const failure = ConnectError.from(error);
  const wordless = [Code.Unknown, Code.Unavailable, Code.DeadlineExceeded, Code.Canceled, Code.Internal];
  return wordless.includes(failure.code) || failure.rawMessage === "" ? unreachable : failure.rawMessage;
}
