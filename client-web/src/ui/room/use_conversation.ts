// A conversation for as long as its screen is shown: made, started, woken with the phone, stopped at the end.
import { useEffect, useMemo, useReducer } from "preact/hooks";
import { browserWorld, watchWaking } from "../../room/browser_world";
import { Driver } from "../../room/driver";
import { onQuickExit } from "../../session/quick_exit";
import type { Place } from "../../session/place";
import { readUnsent } from "../../session/unsent";

export function useConversation(room: string, place: Place, language: () => string): Driver {
  const driver = useMemo(
    () =>
      new Driver(browserWorld(room, language), {
        room,
        role: place.role,
        name: place.name,
        listening: place.listening,
        unsent: readUnsent(room),
      }),
    [room, place.pageHalf],
  );
  const [, draw] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const undo = [driver.subscribe(() => draw(undefined)), watchWaking(driver), onQuickExit(() => driver.stop())];
    driver.start();
    draw(undefined);
    return () => {
      for (const one of undo) one();
      driver.stop();
    };
  }, [driver]);
  return driver;
}

export function useOnline(): boolean {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const changed = () => draw(undefined);
    addEventListener("online", changed);
    addEventListener("offline", changed);
    return () => {
      removeEventListener("online", changed);
      removeEventListener("offline", changed);
    };
  }, []);
  return navigator.onLine;
}
