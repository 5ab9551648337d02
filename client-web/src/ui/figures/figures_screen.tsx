// Meetings in numbers, for facilitators and admins: bars of who came and of what called the team, each week in words, each
// meeting in a row.
import { useState } from "preact/hooks";
import { amountWords, none } from "../../figures/amounts";
import { dayWords } from "../../i18n/calendar_words";
import { useFiguresWords } from "../../i18n/figures_words";
import { momentOf, region, useSpeech } from "../../i18n/words";
import type { ListFiguresResponse, WeekFigures } from "../../protocol/generated/nightlight/api/v1/figures_pb";
import { AlertLevel } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { isSignedOut, wordsOf } from "../../session/api";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import "../styles/figures.css";
import "../styles/planner.css";
import { BarChart } from "./bar_chart";
import { MeetingTable } from "./meeting_table";
import { saveTable, useFigures } from "./use_figures";
import { WeekCard } from "./week_figures";

const spans = [28, 91, 364];
const meeting_bars_max = 12;

export function FiguresScreen({ onBack, onSignedOut }: { onBack: () => void; onSignedOut: () => void }) {
  const f = useFiguresWords();
  const { t, language } = useSpeech();
  const [days, setDays] = useState(28);
  const [failure, setFailure] = useState("");
  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
  const found = useFigures(days, fail);
  const empty = found !== null && found.meetings.length === 0;
  const save = (byWeek: boolean) => void saveTable(days, byWeek, language).catch(fail);
  const back = <BackButton words={f.back} onBack={onBack} />;
  return (
    <Screen title={f.title} staff tools={back}>
      <div class="figures planner">
        <p class="soft">{f.intro}</p>
        <div class="week-tools" role="group" aria-label={f.span}>
          {spans.map((one) => (
            <button key={one} type="button" class="button quiet" aria-pressed={days === one} onClick={() => setDays(one)}>
              {f.spans[one]}
            </button>
          ))}
        </div>
        <p class="gentle" role="alert">
          {failure}
        </p>
        <p class="soft" role="status">
          {found === null ? (failure === "" ? f.loading : "") : empty ? f.none : ""}
        </p>
        {found !== null && !empty && (
          <>
            <Weeks weeks={found.weeks} />
            <Meetings found={found} />
            <div class="week-tools">
              <button type="button" class="button" onClick={() => save(false)}>
                {f.saveMeetings}
              </button>
              <button type="button" class="button" onClick={() => save(true)}>
                {f.saveWeeks}
              </button>
            </div>
          </>
        )}
      </div>
    </Screen>
  );
}

function Weeks({ weeks }: { weeks: readonly WeekFigures[] }) {
  const f = useFiguresWords();
  const { language } = useSpeech();
  const bars = (amountOf: (week: WeekFigures) => { least: number; most: number } | undefined) =>
    weeks.map((week) => ({
      name: dayWords(week.monday, language, true),
      amount: amountOf(week) ?? none,
      words: amountWords(amountOf(week), f),
    }));
  const reds = ({ figures }: WeekFigures) => figures?.alerts.find(({ level }) => level === AlertLevel.RED)?.alerts;
  return (
    <section>
      <h2>{f.byWeek}</h2>
      <p class="soft">{f.weeksLater}</p>
      {weeks.length > 0 && (
        <>
          <BarChart title={f.attendanceChart} rows={bars(({ figures }) => figures?.attendance)} />
          <BarChart title={f.redChart} rows={bars(reds)} />
        </>
      )}
      {weeks.map((week) => (
        <WeekCard key={week.monday} week={week} />
      ))}
    </section>
  );
}

function Meetings({ found: { meetings } }: { found: ListFiguresResponse }) {
  const f = useFiguresWords();
  const { language } = useSpeech();
  const rows = meetings.slice(-meeting_bars_max).map(({ title, openedAtMs, figures }) => ({
    name: `${momentOf(Number(openedAtMs), language, 0, region[language])} · ${title}`,
    amount: figures?.attendance ?? none,
    words: amountWords(figures?.attendance, f),
  }));
  return (
    <section>
      <h2>{f.byMeeting}</h2>
      <BarChart title={f.meetingChart} rows={rows} />
      <MeetingTable meetings={meetings} />
    </section>
  );
}
