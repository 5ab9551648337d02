// Quick exit. The screen is empty before this returns; then the page's half of the token is gone, the socket closed,
// the session revoked, storages and caches emptied, and a page with nothing on it takes this one's place in history.
// Without a network it is just as safe: the cookie that is left opens nothing without the page's half.
import { half_header } from "./api";
import { readPlace } from "./place";

const leavings = new Set<() => void>();
const cleaning_ms = 150;

// Something to do on the way out, at once and without waiting: close a socket. Returns how to forget it again.
export function onQuickExit(leave: () => void): () => void {
  leavings.add(leave);
  return () => leavings.delete(leave);
}

export function quickExit(): void {
  const half = readPlace()?.pageHalf ?? "";
  document.documentElement.className = "gone";
  document.body.replaceChildren();
  for (const leave of leavings) leave();
  sessionStorage.clear();
  localStorage.clear();
  revoke(half, true);
  const late = new Promise((done) => setTimeout(done, cleaning_ms));
  void Promise.race([forgetCaches(), late]).finally(() => location.replace("/blank.html"));
}

// Tells the server to forget the session, without waiting for it: keepalive sends even while the page goes away.
// `everything`: the browser forgets it was ever here, the cookie that a ban knows it by included.
export function revoke(half: string, everything = false): void {
  if (half === "") return;
  void fetch("/nightlight.api.v1.SessionService/SignOut", {
    method: "POST",
    keepalive: true,
    headers: { "Content-Type": "application/json", [half_header]: half },
    body: JSON.stringify(everything ? { forgetDevice: true } : {}),
  }).catch(() => undefined);
}

export async function forgetCaches(): Promise<void> {
  if ("serviceWorker" in navigator) {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
  }
  if ("caches" in window) {
    const names = await caches.keys();
    await Promise.all(names.map((name) => caches.delete(name)));
  }
}

// Escape twice within a second, from anywhere on the page.
export function watchEscape(leave: () => void): () => void {
  let lastMs = -Infinity;
  const listen = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - lastMs < 1_000) leave();
    lastMs = event.timeStamp;
  };
  addEventListener("keydown", listen, { capture: true });
  return () => removeEventListener("keydown", listen, { capture: true });
}
