// Staff's tools are a file of their own, loaded when a staff member is in: a mother's phone never fetches them.
import { createElement, type ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";

type Tools = typeof import("./tools");

export function useStaffTools(staff: boolean): Tools | null {
  const [tools, setTools] = useState<Tools | null>(null);
  useEffect(() => {
    if (staff) void import("./tools").then(setTools);
  }, [staff]);
  return tools;
}

export function StaffConsole(parts: ComponentProps<Tools["ConsoleScreen"]>) {
  const tools = useStaffTools(true);
  return tools === null ? null : createElement(tools.ConsoleScreen, parts);
}
