// The calendar and its planning are files of their own, loaded when somebody goes there: the rooms page stays as light as
// it was.
import { createElement, type ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";

type Calendar = typeof import("./calendar_screen");
type Planner = typeof import("../planner/planner_screen");
type Rota = typeof import("../planner/rota_page");

function useLoaded<Loaded>(load: () => Promise<Loaded>): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => void load().then(setLoaded), []);
  return loaded;
}

export function LazyCalendar(parts: ComponentProps<Calendar["CalendarScreen"]>) {
  const loaded = useLoaded(() => import("./calendar_screen"));
  return loaded === null ? null : createElement(loaded.CalendarScreen, parts);
}

export function LazyPlanner(parts: ComponentProps<Planner["PlannerScreen"]>) {
  const loaded = useLoaded(() => import("../planner/planner_screen"));
  return loaded === null ? null : createElement(loaded.PlannerScreen, parts);
}

export function LazyRota(parts: ComponentProps<Rota["RotaPage"]>) {
  const loaded = useLoaded(() => import("../planner/rota_page"));
  return loaded === null ? null : createElement(loaded.RotaPage, parts);
}
