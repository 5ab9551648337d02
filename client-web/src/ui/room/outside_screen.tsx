// The door stayed shut, or she is out: the server's words, kindly, and what she can still do.
import { useSpeech, type Words } from "../../i18n/words";
import { Screen } from "../screen";

export interface Outside {
  is: "turned_away" | "name" | "removed" | "never";
  words: string;
}

interface Parts {
  outside: Outside;
  title: string;
  staff: boolean;
  onAgain: () => void;
  onOtherName: () => void;
}

export function OutsideScreen({ outside, title, staff, onAgain, onOtherName }: Parts) {
  const { t } = useSpeech();
  return (
    <Screen title={title} staff={staff}>
      <p role="status" class="gentle">
        {outside.words === "" ? ourWords(outside.is, t) : outside.words}
      </p>
      <p>{t.state.helpIsHere}</p>
      {outside.is === "turned_away" && (
        <button type="button" class="button" onClick={onAgain}>
          {t.tryAgain}
        </button>
      )}
      {outside.is === "name" && (
        <button type="button" class="button" onClick={onOtherName}>
          {t.enter.otherName}
        </button>
      )}
    </Screen>
  );
}

function ourWords(why: Outside["is"], t: Words): string {
  switch (why) {
    case "turned_away":
    case "name":
      return t.state.turnedAway;
    case "removed":
      return t.state.removed;
    case "never":
      return t.state.never;
  }
}
