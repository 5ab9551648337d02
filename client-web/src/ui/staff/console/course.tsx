// The course of the evening above the conversation: which step it is, how it stands with its time, and the next one. Words
// that change every five minutes; nothing runs down and nothing blinks.
import { useState } from "preact/hooks";
import { paceOf, stepsFrom, stepsText, type Step, type Walk } from "../../../desk/course";
import { useScriptWords, type ScriptWords } from "../../../i18n/scripts_words";
import { keepCourse, keepWalk, readCourse, readWalk } from "../../../session/scripts";
import { Sheet } from "../../sheet";

export function CourseLine({ room, nowMs }: { room: string; nowMs: number }) {
  const s = useScriptWords();
  const [, draw] = useState(0);
  const walk = readWalk(room);
  if (walk === null) return null;
  const steps = readCourse(s.course.first);
  const step = steps[walk.step];
  if (step === undefined) return null;
  const next = steps[walk.step + 1];
  const go = (to: Walk | null) => {
    keepWalk(room, to);
    draw(Date.now());
  };
  return (
    <div class="floor-bar course" role="group" aria-label={s.course.title}>
      <p>
        <strong dir="auto">{step.title}</strong> <span class="soft">{paceWords(step, walk, nowMs, s)}</span>
      </p>
      <button
        type="button"
        class="chip"
        onClick={() => go(next === undefined ? null : { step: walk.step + 1, sinceMs: Date.now() })}
      >
        {next === undefined ? s.course.end : s.course.next(next.title)}
      </button>
    </div>
  );
}

export function CourseSheet({ room, onClose }: { room: string; onClose: () => void }) {
  const s = useScriptWords();
  const [text, setText] = useState(() => stepsText(readCourse(s.course.first)));
  const steps = stepsFrom(text);
  const walking = readWalk(room) !== null;
  const keep = (walk: Walk | null) => {
    keepCourse(steps);
    keepWalk(room, walk);
    onClose();
  };
  return (
    <Sheet title={s.course.title} onClose={onClose}>
      <p class="soft">{s.course.only}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (steps.length > 0) keep(walking ? readWalk(room) : null);
        }}
      >
        <label class="field">
          <span>{s.course.steps}</span>
          <textarea rows={7} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button
          type="button"
          class="button primary"
          aria-disabled={steps.length === 0}
          onClick={() => {
            if (steps.length > 0) keep({ step: 0, sinceMs: Date.now() });
          }}
        >
          {s.course.begin}
        </button>
        <button type="submit" class="button" aria-disabled={steps.length === 0}>
          {s.course.save}
        </button>
        {walking && (
          <button type="button" class="button quiet" onClick={() => keep(null)}>
            {s.course.end}
          </button>
        )}
      </form>
    </Sheet>
  );
}

function paceWords(step: Step, walk: Walk, nowMs: number, s: ScriptWords): string {
  const pace = paceOf(step, walk, nowMs);
  switch (pace.is) {
    case "time":
      return s.course.time(pace.minutes);
    case "few":
      return s.course.few;
    case "over":
      return s.course.over;
  }
}
