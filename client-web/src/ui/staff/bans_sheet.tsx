// Who is kept out of a room, and of the others of its series, since earlier evenings too: when, until when and by whom.
// Never what somebody is recognised by; her name went with the words of that meeting.
import { useEffect, useState } from "preact/hooks";
import type { Ban, Room } from "../../protocol/generated/nightlight/api/v1/room_pb";
import { momentOf, useSpeech } from "../../i18n/words";
import { rooms, wordsOf } from "../../session/api";
import { Sheet } from "../sheet";

export function BansSheet({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useSpeech();
  const [bans, setBans] = useState<readonly Ban[] | null>(null);
  const [told, setTold] = useState("");

  const fail = (error: unknown) => setTold(wordsOf(error, t.unreachable));
  const look = () => void rooms.listBans({ room: room.id }).then((answer) => setBans(answer.bans), fail);
  useEffect(look, [room.id]);
  const lift = ({ madeIn, ban }: Ban) =>
    void rooms.liftBan({ room: room.id, madeIn, ban }).then(() => setTold(t.bans.lifted), fail).then(look);

  return (
    <Sheet title={t.bans.title} onClose={onClose}>
      <p class="gentle" role="status">
        {told === "" && bans === null ? t.bans.loading : told}
      </p>
      {bans?.length === 0 && <p>{t.bans.none}</p>}
      <ul class="plain stack">
        {(bans ?? []).map((ban) => (
          <BanItem key={`${ban.madeIn}/${ban.ban}`} ban={ban} onLift={() => lift(ban)} />
        ))}
      </ul>
      <p class="soft">{t.bans.hint}</p>
    </Sheet>
  );
}

function BanItem({ ban, onLift }: { ban: Ban; onLift: () => void }) {
  const { t, language } = useSpeech();
  const [sure, setSure] = useState(false);
  const moment = (ms: bigint) => momentOf(Number(ms), language, Date.now());
  const until = t.bans.until(moment(ban.untilMs));
  return (
    <li class="card">
      <p>{until}</p>
      <p class="soft">
        {ban.atMs === 0n ? t.bans.madeIn(ban.title) : t.bans.made(moment(ban.atMs), ban.by, ban.title)}
      </p>
      <button
        type="button"
        class="button quiet"
        aria-label={`${sure ? t.bans.liftSure : t.bans.lift}. ${until}`}
        onClick={() => (sure ? onLift() : setSure(true))}
      >
        {sure ? t.bans.liftSure : t.bans.lift}
      </button>
    </li>
  );
}
