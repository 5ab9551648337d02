// Which topic and which language: the phone's own lists, large enough for a thumb.
import { type Only } from "../../calendar/agenda";
import type { Topic } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { useCalendarWords } from "../../i18n/calendar_words";

interface Parts {
  topics: readonly Topic[];
  only: Only;
  onOnly: (only: Only) => void;
}

export function Filters({ topics, only, onOnly }: Parts) {
  const c = useCalendarWords();
  return (
    <div class="filters">
      <label class="field">
        <span>{c.topic}</span>
        <select value={only.topic} onChange={(event) => onOnly({ ...only, topic: event.currentTarget.value })}>
          <option value="">{c.all}</option>
          {topics.map((topic) => (
            <option key={topic.id} value={topic.id}>
              {topic.title}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{c.language}</span>
        <select value={only.language} onChange={(event) => onOnly({ ...only, language: event.currentTarget.value })}>
          <option value="">{c.all}</option>
          <option value="en">{c.english}</option>
          <option value="es">{c.spanish}</option>
        </select>
      </label>
    </div>
  );
}
