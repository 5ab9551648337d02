// The rota as a page of its own, for whoever helps in meetings and does not plan them: she sees who comes, and says that she
// cannot.
import { useEffect, useState } from "preact/hooks";
import { usePlannerWords } from "../../i18n/planner_words";
import { isSignedOut } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import type { Place } from "../../session/place";
import { RotaScreen } from "./rota_screen";
import { empty_book, meIn, type Book } from "./team";

interface Parts {
  place: Place;
  onBack: () => void;
  onSignedOut: () => void;
}

export function RotaPage({ place, onBack, onSignedOut }: Parts) {
  const p = usePlannerWords();
  const [book, setBook] = useState<Book>(empty_book);
  useEffect(() => {
    calendar.listTeam({}).then(
      ({ members }) => setBook({ ...empty_book, team: members }),
      (error: unknown) => {
        if (isSignedOut(error)) onSignedOut();
      },
    );
  }, []);
  return <RotaScreen book={book} me={meIn(book, place.name)} takes={false} back={p.rooms} onBack={onBack} onSignedOut={onSignedOut} />;
}
