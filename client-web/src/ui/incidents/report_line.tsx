// That nothing is reported from here, and the number that a person calls who does: out of config/helplines, for staff.
import { useEffect, useState } from "preact/hooks";
import { callAddress, type Helpline } from "../../help/helpline";
import { useIncidentWords } from "../../i18n/incident_words";
import { useSpeech } from "../../i18n/words";

export function ReportLine() {
  const i = useIncidentWords();
  const { language } = useSpeech();
  const [lines, setLines] = useState<readonly Helpline[]>([]);
  useEffect(() => {
    void import("virtual:helplines/staff").then((loaded) => setLines(loaded.lines.filter(({ crisis }) => crisis === "report")));
  }, []);
  return (
    <div class="never">
      <p>
        <strong>{i.never}</strong>
      </p>
      {lines.map((line) => (
        <p key={line.id}>
          {i.hotline(line.name[language])} <a href={callAddress(line)}>{line.display}</a>
        </p>
      ))}
    </div>
  );
}
