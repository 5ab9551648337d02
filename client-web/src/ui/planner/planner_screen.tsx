// Planning, for facilitators and admins: a week at a glance, a meeting's own sheet, and the editor of a series.
import { useLayoutEffect, useState } from "preact/hooks";
import { plusDays } from "../../calendar/days";
import type { Editing } from "../../calendar/draft";
import { useFiguresWords } from "../../i18n/figures_words";
import type { Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { dayWords } from "../../i18n/calendar_words";
import { useOutsideWords } from "../../i18n/outside_words";
import { useAccountsWords } from "../../i18n/accounts_words";
import { usePlannerWords } from "../../i18n/planner_words";
import { useSettingsWords } from "../../i18n/settings_words";
import { useTopicsWords } from "../../i18n/topics_words";
import { useSpeech } from "../../i18n/words";
import { Role } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { isSignedOut, wordsOf } from "../../session/api";
import type { Place } from "../../session/place";
import { BackButton } from "../back_button";
import { FiguresScreen } from "../figures/figures_screen";
import { Screen } from "../screen";
import "../styles/planner.css";
import { AccountsScreen } from "./accounts_screen";
import { MeetingSheet } from "./meeting_sheet";
import { SeriesEditor } from "./series_editor";
import { RotaScreen } from "./rota_screen";
import { meIn } from "./team";
import { SettingsScreen } from "./settings_screen";
import { TopicsScreen } from "./topics_screen";
import { thisMonday, usePlan } from "./use_plan";
import { WebSheet } from "./web_sheet";
import { WeekView } from "./week_view";

interface Parts {
  place: Place;
  onBack: () => void;
  onList: () => void;
  onSignedOut: () => void;
}

type Open =
  | { is: "week" }
  | { is: "web" }
  | { is: "meeting"; meeting: Meeting }
  | { is: "editor"; editing: Editing | null }
  | { is: "rota" }
  | { is: "topics" }
  | { is: "team" }
  | { is: "settings" }
  | { is: "figures" };
const week: Open = { is: "week" };

export function PlannerScreen({ place, onBack, onList, onSignedOut }: Parts) {
  const p = usePlannerWords();
  const f = useFiguresWords();
  const { t, language } = useSpeech();
  const topics_words = useTopicsWords();
  const team_words = useAccountsWords();
  const settings_words = useSettingsWords();
  const { web } = useOutsideWords();
  const [open, setOpen] = useState<Open>(week);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState("");
  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
  const { monday, setMonday, meetings, book, refresh } = usePlan(fail);

  const turn = (days: number) => setMonday(days === 0 ? thisMonday() : plusDays(monday, days));
  const plan = () => setOpen({ is: "editor", editing: null });
  const rota = () => setOpen({ is: "rota" });
  useWeekKeys(open.is === "week", { n: plan, r: rota, t: () => turn(0), ArrowLeft: () => turn(-7), ArrowRight: () => turn(7) });
  const changed = () => {
    setSaid(p.meeting.done);
    setFailure("");
    refresh();
  };

  if (open.is === "figures") return <FiguresScreen onBack={() => setOpen(week)} onSignedOut={onSignedOut} />;
  const back_anew = () => {
    setOpen(week);
    refresh();
  };
  if (open.is === "topics") return <TopicsScreen onBack={back_anew} onSignedOut={onSignedOut} />;
  if (open.is === "settings") return <SettingsScreen onBack={() => setOpen(week)} onSignedOut={onSignedOut} />;
  if (open.is === "team") {
    return <AccountsScreen me={meIn(book, place.name)} onBack={back_anew} onSignedOut={onSignedOut} />;
  }
  if (open.is === "rota") {
    return <RotaScreen book={book} me={meIn(book, place.name)} takes back={p.title} onBack={back_anew} onSignedOut={onSignedOut} />;
  }
  if (open.is === "editor") {
    return (
      <SeriesEditor
        first={open.editing}
        book={book}
        me={meIn(book, place.name)}
        onTopic={refresh}
        onSignedOut={onSignedOut}
        onClose={(saved) => {
          setOpen(week);
          if (saved) changed();
        }}
      />
    );
  }
  const title = p.weekOf(dayWords(monday, language, true), dayWords(plusDays(monday, 6), language, true));
  const back = <BackButton words={p.rooms} onBack={onBack} />;
  return (
    <Screen title={p.title} subtitle={title} staff tools={back}>
      <div class="planner">
        <div class="week-tools">
          <button type="button" class="button primary plan" onClick={plan}>
            {p.plan}
          </button>
          <button type="button" class="button quiet" aria-label={p.before} onClick={() => turn(-7)}>
            ←
          </button>
          <button type="button" class="button quiet" onClick={() => turn(0)}>
            {p.thisWeek}
          </button>
          <button type="button" class="button quiet" aria-label={p.after} onClick={() => turn(7)}>
            →
          </button>
          <button type="button" class="button quiet" onClick={rota}>
            {p.rota.open}
          </button>
          <button type="button" class="button quiet" onClick={() => setOpen({ is: "topics" })}>
            {topics_words.open}
          </button>
          <button type="button" class="button quiet" onClick={onList}>
            {p.list}
          </button>
          <button type="button" class="button quiet" onClick={() => setOpen({ is: "web" })}>
            {web.open}
          </button>
          <button type="button" class="button quiet" onClick={() => setOpen({ is: "figures" })}>
            {f.open}
          </button>
          {place.role === Role.ADMIN && (
            <>
              <button type="button" class="button quiet" onClick={() => setOpen({ is: "team" })}>
                {team_words.open}
              </button>
              <button type="button" class="button quiet" onClick={() => setOpen({ is: "settings" })}>
                {settings_words.open}
              </button>
            </>
          )}
        </div>
        <p class="gentle" role="alert">
          {failure}
        </p>
        <p class="soft" role="status">
          {meetings === null ? p.loading : said !== "" ? said : meetings.length === 0 ? p.none : ""}
        </p>
        <WeekView
          monday={monday}
          meetings={meetings ?? []}
          book={book}
          onOpen={(meeting) => {
            setSaid("");
            setOpen({ is: "meeting", meeting });
          }}
        />
        <p class="soft hint keys-line">{p.keys}</p>
      </div>
      {open.is === "web" && <WebSheet onClose={() => setOpen(week)} />}
      {open.is === "meeting" && (
        <MeetingSheet
          meeting={open.meeting}
          book={book}
          onEdit={(editing) => setOpen({ is: "editor", editing })}
          onChanged={() => {
            setOpen(week);
            changed();
          }}
          onSignedOut={onSignedOut}
          onClose={() => setOpen(week)}
        />
      )}
    </Screen>
  );
}

// Single letters, while nothing is typed and no sheet is open.
function useWeekKeys(on: boolean, keys: Record<string, () => void>): void {
  useLayoutEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, select, textarea, dialog") !== null;
      const what = keys[event.key];
      if (typing || what === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      what();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}
