// The world as a browser has it: WebSocket, clock, chance, storage.
import { subprotocol } from "../protocol/frames";
import { isSignedOut, sessions } from "../session/api";
import { readPlace } from "../session/place";
import { keepUnsent } from "../session/unsent";
import type { Driver, Socket, SocketEvents, World } from "./driver";

export function browserWorld(room: string, language: () => string): World {
  return {
    connect,
    nowMs: () => Date.now(),
    chance: () => Math.random(),
    newId: () => crypto.randomUUID(),
    after(ms, act) {
      const timer = setTimeout(act, ms);
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
export function watchWaking(driver: Driver): () => void {
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
