// The page about rules is a file of its own, loaded when somebody of the team goes there.
import { createElement, type ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";

type Page = typeof import("./conduct_screen");

export function LazyConduct(parts: ComponentProps<Page["ConductScreen"]>) {
  const [page, setPage] = useState<Page | null>(null);
  useEffect(() => void import("./conduct_screen").then(setPage), []);
  return page === null ? null : createElement(page.ConductScreen, parts);
}
