// Keeps the page itself and its help numbers, so that help opens without a network. It never keeps an answer of the
// server, a word or a name; quick exit deletes it whole.
const shell = __SHELL__;
const cacheName = "shell-" + __VERSION__;
const patienceMs = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && (pathname === "/" || pathname === "/blank.html")) {
    event.respondWith(freshOrKept(request, pathname));
  } else if (shell.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)));
  }
});

// The network first: a new release must reach her. The kept page when there is none, or when it is too slow.
async function freshOrKept(request, pathname) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("slow")), patienceMs));
  try {
    return await Promise.race([fetch(request), late]);
  } catch {
    return (await caches.match(pathname)) ?? fetch(request);
  }
}
