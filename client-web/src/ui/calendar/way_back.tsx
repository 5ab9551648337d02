// The link that brings her back as the same person, to copy. Where a page may not write to the clipboard, it is there to
// select by hand.
import { useState } from "preact/hooks";
import { useCalendarWords } from "../../i18n/calendar_words";
import { readWayBack, wayBackAddress } from "../../session/way_back";

export function WayBack() {
  const c = useCalendarWords();
  const [said, setSaid] = useState("");
  const address = wayBackAddress(readWayBack());
  const copy = () => {
    navigator.clipboard.writeText(address).then(
      () => setSaid(c.back.copied),
      () => setSaid(""),
    );
  };
  return (
    <section>
      <h3>{c.back.title}</h3>
      {address === "" ? (
        <p class="soft">{c.back.none}</p>
      ) : (
        <>
          <p class="soft">{c.back.intro}</p>
          <label class="field">
            <span>{c.back.link}</span>
            <input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button type="button" class="button" onClick={copy}>
            {c.back.copy}
          </button>
          <p class="soft" role="status">
            {said}
          </p>
        </>
      )}
    </section>
  );
}
