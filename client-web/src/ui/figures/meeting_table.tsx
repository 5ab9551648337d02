// A row for each meeting. Too wide for a phone, it scrolls inside its own frame, with the keyboard too.
import { factsOf } from "../../figures/facts";
import { useFiguresWords } from "../../i18n/figures_words";
import { momentOf, region, useSpeech } from "../../i18n/words";
import type { MeetingFigures } from "../../protocol/generated/nightlight/api/v1/figures_pb";

export function MeetingTable({ meetings }: { meetings: readonly MeetingFigures[] }) {
  const f = useFiguresWords();
  const { language } = useSpeech();
  const heads = [f.meeting, f.minutes, ...factsOf(meetings[0]?.figures, f).map(({ name }) => name)];
  return (
    <div class="wide-table" tabIndex={0} role="region" aria-label={f.byMeeting}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meetings.map((one, index) => (
            <tr key={index}>
              <th scope="row">
                <span dir="auto">{one.title}</span> · {momentOf(Number(one.openedAtMs), language, 0, region[language])}
              </th>
              <td>{one.minutes}</td>
              {factsOf(one.figures, f).map(({ name, words }) => (
                <td key={name}>{words}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
