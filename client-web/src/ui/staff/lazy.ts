// Staff's tools are a file of their own, loaded when a staff member is in: a mother's phone never fetches them.
import { useEffect, useState } from "preact/hooks";

type Tools = typeof import("./tools");

export function useStaffTools(staff: boolean): Tools | null {
  const [tools, setTools] = useState<Tools | null>(null);
  useEffect(() => {
    if (staff) void import("./tools").then(setTools);
  }, [staff]);
  return tools;
}
