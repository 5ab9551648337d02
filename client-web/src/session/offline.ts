// The service worker that keeps the page and its help numbers. Only for someone who is in: looking at an invitation
// leaves nothing on the phone.
export function keepShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.register("/worker.js").catch(() => undefined);
}
