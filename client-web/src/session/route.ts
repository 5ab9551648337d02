// Where the page is, from the part of its address after '#'. An invitation's secret is read once and taken out of the
// address in the same breath. Moving between screens replaces the address, so that "back" tells nobody anything.
export type Route =
  | { at: "home" }
  | { at: "enter"; secret: string }
  | { at: "back"; link: string }
  | { at: "rooms" }
  | { at: "room"; room: string }
  | { at: "staff" }
  | { at: "console" }
  | { at: "calendar"; needsPlace?: boolean } // a room has just asked her for one
  | { at: "plan" }
  | { at: "incidents" }
  | { at: "rota" }
  | { at: "directory" }
  | { at: "words"; room: string; fromConsole?: boolean }; // where "back" leads

export function routeOf(hash: string): Route {
  const [, first = "", second = ""] = hash.replace(/^#/, "").split("/");
  if (first === "enter" && second !== "") return { at: "enter", secret: second };
  if (first === "back" && second !== "") return { at: "back", link: decoded(second) };
  if (first === "room" && second !== "") return { at: "room", room: decodeURIComponent(second) };
  if (first === "words" && second !== "") return { at: "words", room: decoded(second) };
  if (first === "rooms") return { at: "rooms" };
  if (first === "staff") return { at: "staff" };
  if (first === "console") return { at: "console" };
  if (first === "calendar") return { at: "calendar" };
  if (first === "plan") return { at: "plan" };
  if (first === "incidents") return { at: "incidents" };
  if (first === "rota") return { at: "rota" };
  if (first === "directory") return { at: "directory" };
  return { at: "home" };
}

// What cannot be read is not hers.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function hashOf(route: Route): string {
  switch (route.at) {
    case "home":
    case "enter": // never written back
    case "back":
      return "#/";
    case "rooms":
      return "#/rooms";
    case "room":
      return `#/room/${encodeURIComponent(route.room)}`;
    case "staff":
      return "#/staff";
    case "console":
      return "#/console";
    case "calendar":
      return "#/calendar";
    case "plan":
      return "#/plan";
    case "incidents":
      return "#/incidents";
    case "rota":
      return "#/rota";
    case "directory":
      return "#/directory";
    case "words":
      return `#/words/${encodeURIComponent(route.room)}`;
  }
}

export function takeRoute(): Route {
  const route = routeOf(location.hash);
  showRoute(route);
  return route;
}

export function showRoute(route: Route): void {
  history.replaceState(null, "", hashOf(route));
}
