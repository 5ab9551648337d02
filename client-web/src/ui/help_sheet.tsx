// People to call or text, one tap away on every screen. Human words first, then the numbers; they came with the page,
// so they are here without a network too.
import { lines as everyone } from "virtual:helplines/everyone";
import { useEffect, useState } from "preact/hooks";
import { callAddress, textAddress, textFor, type Helpline } from "../help/helpline";
import { useSpeech } from "../i18n/words";
import { DirectoryList } from "./directory/directory_list";
import { useDirectory } from "./directory/use_directory";
import { Sheet } from "./sheet";

export function HelpSheet({ staff, onClose }: { staff: boolean; onClose: () => void }) {
  const { t } = useSpeech();
  const forStaff = useStaffLines(staff);
  const near = useDirectory();
  const [showsNear, showNear] = useState(false);
  if (showsNear) {
    return (
      <Sheet key="near" title={t.directory.title} onClose={onClose}>
        <DirectoryList entries={near} under={2} />
        <button type="button" class="button quiet" onClick={() => showNear(false)}>
          {t.directory.numbers}
        </button>
      </Sheet>
    );
  }
  return (
    <Sheet title={t.helpSheet.title} onClose={onClose}>
      <p>{t.helpSheet.intro}</p>
      <p class="soft">{t.helpSheet.inRoom}</p>
      <Group title={t.helpSheet.now} lines={everyone.filter((line) => line.crisis === "yes")} />
      <Group title={t.helpSheet.talk} lines={everyone.filter((line) => line.crisis !== "yes")} />
      {forStaff.length > 0 && <Group title={t.helpSheet.staff} lines={forStaff} />}
      {near.length > 0 && (
        <button type="button" class="button" onClick={() => showNear(true)}>
          {t.directory.open}
        </button>
      )}
      <p class="soft">{t.helpSheet.private}</p>
    </Sheet>
  );
}

function useStaffLines(staff: boolean): Helpline[] {
  const [lines, setLines] = useState<Helpline[]>([]);
  useEffect(() => {
    if (staff) void import("virtual:helplines/staff").then((loaded) => setLines(loaded.lines));
  }, [staff]);
  return lines;
}

function Group({ title, lines }: { title: string; lines: Helpline[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul class="plain helplines">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { line: Helpline }) {
  const { language, t } = useSpeech();
  const text = textFor(line, language);
  const hours = t.helpSheet.hours[line.hours] ?? line.hours;
  const name = line.name[language];
  return (
    <li class="helpline">
      <p class="helpline-about">{line.about[language]}</p>
      <p class="helpline-name">
        {name}
        {hours !== "" && <span class="soft"> · {hours}</span>}
      </p>
      <div class="helpline-ways">
        {line.call !== "" && (
          <a class="button" href={callAddress(line)}>
            {t.helpSheet.callShort(line.display)}
            <span class="visually-hidden"> {name}</span>
            {line.letters !== "" && <span class="letters">{line.letters}</span>}
          </a>
        )}
        {text !== undefined && (
          <a class="button quiet" href={textAddress(text)}>
            {t.helpSheet.textShort(readable(text.to), text.body)}
            <span class="visually-hidden"> {name}</span>
          </a>
        )}
      </div>
    </li>
  );
}

// "+18338526262" as people write it; short codes stay as they are.
function readable(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts === null ? number : `${parts[1]}-${parts[2]}-${parts[3]}`;
}
