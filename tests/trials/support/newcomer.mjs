// What somebody is shown who comes in without remembering anything: the snapshot and every older page.
import { awaited, openLine } from "./line.mjs";

export async function readEverything(port, seat) {
  const done = awaited("a newcomer's reading");
  const messages = [];
  let through = 0;
  const page = ({ messages: these = [], hasEarlier }) => {
    messages.unshift(...these);
    if (hasEarlier && these.length > 0) line.history(messages[0].number);
    else done.found();
  };
  const line = openLine({
    port,
    seat,
    heard: (frame) => {
      if (frame.refusal) done.failed(new Error(`a newcomer was refused: ${frame.refusal.code}`));
      if (frame.snapshot) through = Number(frame.snapshot.through);
      if (frame.snapshot ?? frame.history) page(frame.snapshot ?? frame.history);
    },
  });
  await done.promise;
  line.close();
  return { through, messages };
}
