// How this server is set up, for admins to read: in plain words, each setting with the key that changes it; how old the
// data is that somebody has to look after; and whether calls for help get out.
import { useEffect, useState } from "preact/hooks";
import { settingWords, useSettingsWords, type SettingsWords } from "../../i18n/settings_words";
import { plannedMoment, region, useSpeech } from "../../i18n/words";
import type { DataState, GetSettingsResponse, Setting } from "../../protocol/generated/nightlight/api/v1/settings_pb";
import { isSignedOut, wordsOf } from "../../session/api";
import { settings } from "../../session/settings_api";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import "../styles/planner.css";

interface Parts {
  onBack: () => void;
  onSignedOut: () => void;
}

export function SettingsScreen({ onBack, onSignedOut }: Parts) {
  const w = useSettingsWords();
  const { t } = useSpeech();
  const [found, setFound] = useState<GetSettingsResponse | null>(null);
  const [failure, setFailure] = useState("");
  useEffect(() => {
    settings.get({}).then(setFound, (error: unknown) => {
      if (isSignedOut(error)) onSignedOut();
      else setFailure(wordsOf(error, t.unreachable));
    });
  }, []);
  return (
    <Screen title={w.title} staff tools={<BackButton words={w.back} onBack={onBack} />}>
      <div class="stack">
        <p class="soft">{w.intro}</p>
        <p class="gentle" role="alert">
          {failure}
        </p>
        <p class="soft" role="status">
          {found === null && failure === "" ? w.loading : ""}
        </p>
        {found !== null && (
          <>
            <Calls found={found} />
            <Data found={found} />
            {groupsOf(found.settings, w).map(({ name, of }) => (
              <Group key={name} name={name} of={of} />
            ))}
          </>
        )}
      </div>
    </Screen>
  );
}

function groupsOf(all: readonly Setting[], w: SettingsWords): { name: string; of: Setting[] }[] {
  const groups = new Map<string, Setting[]>();
  for (const setting of all) {
    const section = setting.key.split(".")[0] ?? "";
    const name = w.groups[section] ?? section;
    groups.set(name, [...(groups.get(name) ?? []), setting]);
  }
  return [...groups].map(([name, of]) => ({ name, of }));
}

function valueWords({ key, value }: Setting, w: SettingsWords): string {
  if (value.case === "set") return value.value ? w.yes : w.no;
  if (value.case === "number") return settingWords(key, Number(value.value), w);
  return value.value === undefined || value.value === "" ? w.empty : value.value;
}

function Group({ name, of }: { name: string; of: readonly Setting[] }) {
  const w = useSettingsWords();
  return (
    <section class="stack">
      <h2>{name}</h2>
      <dl class="settings">
        {of.map((setting) => (
          <div key={setting.key}>
            <dt>{w.labels[setting.key] ?? setting.key}</dt>
            <dd dir="auto">{valueWords(setting, w)}</dd>
            <dd class="soft hint">{w.changedBy(setting.key)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Calls({ found }: { found: GetSettingsResponse }) {
  const w = useSettingsWords();
  const { language } = useSpeech();
  const { waiting = 0, failing = 0, failingSinceMs = 0n } = found.paging ?? {};
  const host = found.settings.find(({ key }) => key === "paging.smtp_host")?.value;
  const no_mail = host === undefined || host.value === "";
  return (
    <section class="stack">
      <h2>{w.groups.paging}</h2>
      {failing > 0 && <p class="gentle">{w.pages.failing(failing, plannedMoment(Number(failingSinceMs), language))}</p>}
      {no_mail && <p class="gentle">{w.pages.noMail}</p>}
      {waiting > 0 && <p class="soft">{w.pages.waiting(waiting)}</p>}
      {waiting + failing === 0 && !no_mail && <p class="soft">{w.pages.fine}</p>}
    </section>
  );
}

function Data({ found }: { found: GetSettingsResponse }) {
  const w = useSettingsWords();
  return (
    <section class="stack">
      <h2>{w.data.title}</h2>
      <dl class="settings">
        {found.data.map((one) => (
          <DataLine key={one.what} state={one} />
        ))}
      </dl>
      <p class="soft">
        {w.data.zones(found.zoneRules)} · {w.data.program(found.programVersion)}
      </p>
      <p class="soft">{w.backup}</p>
    </section>
  );
}

function DataLine({ state }: { state: DataState }) {
  const w = useSettingsWords();
  const { language } = useSpeech();
  const { version, entries, waiting, unreviewed, oldestCheck } = state;
  const about = [
    version === "" ? "" : w.data.version(version),
    entries + waiting === 0 ? w.data.nothing : w.data.shown(entries),
    waiting === 0 ? "" : w.data.waiting(waiting),
    unreviewed === 0 ? "" : w.data.unreviewed(unreviewed),
  ];
  return (
    <div>
      <dt>{w.data.what[state.what] ?? state.what}</dt>
      <dd>{about.filter((one) => one !== "").join(" · ")}</dd>
      {oldestCheck !== "" && <dd>{w.data.checked(dayOf(oldestCheck, region[language]), daysSince(oldestCheck))}</dd>}
      <dd class="soft hint">{w.changedBy(state.key)}</dd>
    </div>
  );
}

function dayOf(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

function daysSince(day: string): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000));
}
