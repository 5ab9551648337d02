// Coming back by the link of her own: nothing to fill in, and her places are there. The link is read once and stands in no
// address afterwards.
import { useEffect, useState } from "preact/hooks";
import { Role } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { useSpeech } from "../i18n/words";
import { sessions, wordsOf } from "../session/api";
import { readPlace, type Place } from "../session/place";
import { Screen } from "./screen";

interface Parts {
  link: string;
  onBack: (place: Place) => void;
  onStay: (place: Place) => void; // as who she is on this phone already
}

export function BackScreen({ link, onBack, onStay }: Parts) {
  const { language, t } = useSpeech();
  const [failure, setFailure] = useState("");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    setFailure("");
    sessions.comeBack({ link, language }).then(
      ({ token, name }) => {
        if (wanted) onBack({ pageHalf: token, name, role: Role.MEMBER, room: "", listening: false });
      },
      (error: unknown) => {
        if (wanted) setFailure(wordsOf(error, t.unreachable));
      },
    );
    return () => {
      wanted = false;
    };
  }, [link, tries]);

  const place = readPlace();
  return (
    <Screen title={t.comeBack.title}>
      <p role="status">{failure === "" ? t.comeBack.opening : failure}</p>
      {failure !== "" && (
        <button type="button" class="button" onClick={() => setTries(tries + 1)}>
          {t.tryAgain}
        </button>
      )}
      {failure !== "" && place !== null && (
        <button type="button" class="button quiet" onClick={() => onStay(place)}>
          {t.enter.comeBack(place.name)}
        </button>
      )}
    </Screen>
  );
}
