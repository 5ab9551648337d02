// The way back to where she came from, in the bar below.
import { BackIcon } from "./icons";

export function BackButton({ words, onBack }: { words: string; onBack: () => void }) {
  return (
    <button type="button" class="bar-button" onClick={onBack}>
      <BackIcon />
      {words}
    </button>
  );
}
