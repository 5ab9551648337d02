// One connection over the JSON subprotocol: says hello and joins as soon as it is open, then hands on every frame.

// `heard(frame, bytes)` for each frame, `closed(code)` once. `resume` is {epoch, after} or nothing.
export function openLine({ port, seat, resume, heard, closed }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/chat`, {
    protocols: ["nightlight.v1.json"],
    headers: { authorization: `Bearer ${seat.token}` },
  });
  const send = (frame) => socket.send(JSON.stringify(frame));
  socket.onopen = () => {
    send({ hello: { language: "en" } });
    send({ join: { room: seat.room, ...(resume && { resume }) } });
  };
  socket.onmessage = ({ data }) => heard(JSON.parse(data), data);
  socket.onclose = ({ code }) => closed?.(code);
  return {
    submit: (id, command) => send({ submit: { room: seat.room, id, ...command } }),
    history: (before) => send({ history: { room: seat.room, before } }),
    close: () => socket.close(),
  };
}

// A promise with its ends outside, which fails by itself when nothing comes.
export function awaited(what, ms_max = 20_000) {
  let found, failed;
  const promise = new Promise((yes, no) => ([found, failed] = [yes, no]));
  const late = setTimeout(() => failed(new Error(`${what}: nothing within ${ms_max} ms`)), ms_max);
  promise.catch(() => {}).finally(() => clearTimeout(late));
  return { promise, found, failed };
}
