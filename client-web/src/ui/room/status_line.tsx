// How the room stands, in words. Empty while all is well: nothing asks for her attention.
import { useSpeech, type Words } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import { statusOf, type Status } from "../../room/status";
import { useOnline } from "./use_conversation";

export function StatusLine({ conversation }: { conversation: Conversation }) {
  const { t } = useSpeech();
  const online = useOnline();
  const status = statusOf(conversation, online);
  const theirs = status === "draining" ? (conversation.draining?.words ?? "") : knockingWords(conversation, status);
  const words = theirs === "" ? ourWords(status, t) : theirs;
  return (
    <p class={words === "" ? "status empty" : "status"} role="status" data-status={status}>
      {words}
    </p>
  );
}

function knockingWords({ turnedAway }: Conversation, status: Status): string {
  return status === "waiting_for_staff" || status === "scheduled" ? (turnedAway?.words ?? "") : "";
}

function ourWords(status: Status, t: Words): string {
  switch (status) {
    case "connecting":
      return t.state.connecting;
    case "reconnecting":
      return t.state.reconnecting;
    case "offline":
      return t.state.offline;
    case "draining":
      return t.state.draining;
    case "waiting_for_staff":
      return t.state.waitingForStaff;
    case "scheduled":
      return t.state.scheduled;
    case "paused":
      return t.state.paused;
    case "paused_staff_absent":
      return t.state.pausedStaffAbsent;
    case "closed":
      return t.state.closed;
    case "lobby":
    case "live":
      return "";
  }
}
