// Somebody in a room who keeps every frame she is sent, byte for byte, to be laid beside another evening's.
import { awaited, openLine } from "./line.mjs";

export class Witness {
  frames = [];
  #bytes = [];
  #waiting = [];
  #line;
  #seat;
  #submitted = 0;

  constructor({ port, seat, name }) {
    this.name = name;
    this.#seat = seat;
    this.#line = openLine({ port, seat, heard: (frame, bytes) => this.#heard(frame, bytes) });
  }

  // The first frame that is `wanted`, come or to come.
  sees(what, wanted) {
    const found = this.frames.find(wanted);
    if (found) return Promise.resolve(found);
    const hope = awaited(`${this.name} sees ${what}`);
    this.#waiting.push({ wanted, hope });
    return hope.promise;
  }

  // Resolves to the ack or the refusal.
  async asks(command) {
    const id = `${this.name}.${++this.#submitted}`;
    this.#line.submit(id, command);
    const { ack, refusal } = await this.sees(`the answer to ${id}`, (f) => (f.ack ?? f.refusal)?.id === id);
    return ack ?? refusal;
  }

  // Her frames without what no two evenings share, each as long as it was: the room's id and title, the epoch, times.
  evening() {
    const { room } = this.#seat;
    const { epoch } = this.frames.find((f) => f.joined).joined;
    const { title } = this.frames.find((f) => f.snapshot).snapshot;
    return this.#bytes.map((frame) =>
      frame
        .replaceAll(room, "r".repeat(room.length))
        .replaceAll(epoch, "e".repeat(epoch.length))
        .replaceAll(`"${title}"`, `"${"t".repeat(title.length)}"`)
        .replaceAll(/("(?:at|serverTime)Ms":")(\d+)/g, (_, key, ms) => key + "0".repeat(ms.length)),
    );
  }

  close() {
    this.#line.close();
  }

  #heard(frame, bytes) {
    this.frames.push(frame);
    this.#bytes.push(bytes);
    this.#waiting = this.#waiting.filter(({ wanted, hope }) => {
      if (!wanted(frame)) return true;
      hope.found(frame);
      return false;
    });
  }
}
