// Two ways to call the team, apart from each other: out of worry for her, or because of what she did.
import { useSpeech } from "../../i18n/words";

export function CareButtons({ onTell }: { onTell: (worried: boolean) => void }) {
  const { t } = useSpeech();
  return (
    <section>
      <h3>{t.tell.only}</h3>
      <div class="two">
        <button type="button" class="button quiet" onClick={() => onTell(false)}>
          {t.tell.report}
        </button>
        <button type="button" class="button quiet" onClick={() => onTell(true)}>
          {t.tell.worried}
        </button>
      </div>
    </section>
  );
}
