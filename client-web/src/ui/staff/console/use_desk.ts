// A desk for as long as the console is shown: made, woken with the machine, stopped at the end and at quick exit.
import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { useSpeech } from "../../../i18n/words";
import { Desk } from "../../../desk/desk";
import { browserWorld, watchWaking } from "../../../room/browser_world";
import { onQuickExit } from "../../../session/quick_exit";
import type { Place } from "../../../session/place";
import { play } from "./sound";

const ages_every_ms = 10_000;

export function useDesk(place: Place, loud: boolean): Desk {
  const { language } = useSpeech();
  const spoken = useRef(language);
  spoken.current = language;
  const heard = useRef(loud);
  heard.current = loud;
  const desk = useMemo(
    () =>
      new Desk(
        (room) => ({ ...browserWorld(room, () => spoken.current), keep: () => undefined }),
        { role: place.role, name: place.name },
        (level) => {
          if (heard.current) play(level);
        },
      ),
    [place.pageHalf],
  );
  const [, draw] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const timer = setInterval(() => draw(undefined), ages_every_ms);
    const undo = [desk.subscribe(() => draw(undefined)), onQuickExit(() => desk.stop()), watchWaking(desk)];
    draw(undefined);
    return () => {
      clearInterval(timer);
      for (const one of undo) one();
      desk.stop();
    };
  }, [desk]);
  useEffect(() => desk.greetAgain(), [language, desk]);
  return desk;
}
