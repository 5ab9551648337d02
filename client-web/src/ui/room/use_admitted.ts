// True once she has been let in from the lobby: said to her screen reader, and the focus, whose place is gone with the
// lobby, goes to the conversation.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../room/conversation";

export function useAdmitted({ lobby, view }: Conversation): boolean {
  const waited = useRef(false);
  const [admitted, setAdmitted] = useState(false);
  const inside = lobby === null && view !== null;
  if (lobby !== null) waited.current = true;
  useEffect(() => {
    if (!inside || !waited.current) return;
    waited.current = false;
    setAdmitted(true);
    document.querySelector<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
  }, [inside]);
  return admitted;
}
