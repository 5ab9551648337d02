// The page of incidents, and the sheet that writes one, are files of their own, loaded when somebody of the team wants them.
import { createElement, type ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";

type Page = typeof import("./incidents_screen");
type Writing = typeof import("./write_sheet");

export function LazyIncidents(parts: ComponentProps<Page["IncidentsScreen"]>) {
  const [page, setPage] = useState<Page | null>(null);
  useEffect(() => void import("./incidents_screen").then(setPage), []);
  return page === null ? null : createElement(page.IncidentsScreen, parts);
}

export function LazyWriteSheet(parts: ComponentProps<Writing["WriteSheet"]>) {
  const [sheet, setSheet] = useState<Writing | null>(null);
  useEffect(() => void import("./write_sheet").then(setSheet), []);
  return sheet === null ? null : createElement(sheet.WriteSheet, parts);
}
