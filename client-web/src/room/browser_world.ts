// The world as a browser has it: WebSocket, clock, chance, storage.
import { subprotocol } from "../protocol/frames";
import { isSignedOut, sessions } from "../session/api";
import { readPlace } from "../session/place";
import { keepUnsent } from "../session/unsent";
import type { Socket, SocketEvents, World } from "./driver";

const longest_timer_ms = 2 ** 31 - 1;

export function browserWorld(room: string, language: () => string): World {
  return {
    connect,
    nowMs: () => Date.now(),
    chance: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    newId: () => crypto.randomUUID(),
    after(ms, act) {
      const timer = setTimeout(act, Math.min(ms, longest_timer_ms));
      return () => clearTimeout(timer);
    },
    hello: () => ({ pageHalf: readPlace()?.pageHalf ?? "", language: language() }),
    keep: (outbox) => keepUnsent(room, outbox),
    async placeGone() {
      try {
        await sessions.current({});
        return false;
      } catch (error) {
        return isSignedOut(error);
      }
    },
  };
}

function connect(events: SocketEvents): Socket {
  const address = new URL("/chat", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(address, subprotocol);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) events.received(data);
  };
  socket.onclose = ({ code }) => events.closed(code);
  return {
    send(bytes) {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
    },
    close: () => socket.close(1000),
  };
}

// A phone that wakes up or finds its network again does not wait for a timer.
export function watchWaking(driver: { input(wake: { is: "wake" }): void }): () => void {
  const wake = () => driver.input({ is: "wake" });
  const shown = () => {
    if (document.visibilityState === "visible") wake();
  };
  addEventListener("online", wake);
  addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", shown);
  return () => {
    removeEventListener("online", wake);
    removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", shown);
  };
}
