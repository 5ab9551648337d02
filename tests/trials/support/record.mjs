// What the people of one room were told, laid side by side. Whatever contradicts itself becomes a problem.
export class Record {
  problems = [];
  answers = new Map(); // id → the first ack
  words = new Map(); // id → what was said under it
  repeats = 0; // ids that were answered again
  #circle = new Map(); // circle number → the event without what only staff are told
  #staff = new Map(); // position → the event

  wrong(who, what) {
    this.problems.push(`${who}: ${what}`);
  }

  happened(who, event) {
    const { position, by: _, ...told_everyone } = event;
    if (event.number) this.#same(who, this.#circle, Number(event.number), told_everyone);
    if (position) this.#same(who, this.#staff, Number(position), event);
  }

  answered(who, ack) {
    if (this.answers.has(ack.id)) ++this.repeats;
    this.#same(who, this.answers, ack.id, ack);
  }

  #same(who, known, key, told) {
    const before = known.get(key);
    if (before === undefined) known.set(key, told);
    else if (JSON.stringify(before) !== JSON.stringify(told)) {
      this.wrong(who, `${key} was ${JSON.stringify(before)} and is ${JSON.stringify(told)}`);
    }
  }

  newest(staff) {
    let newest = 0;
    for (const number of (staff ? this.#staff : this.#circle).keys()) newest = Math.max(newest, number);
    return newest;
  }

  // Every id was answered; its words stand once, at the number of the ack, for those who were there and for `fresh`,
  // the messages that somebody new was shown.
  check(who, fresh) {
    const shown = new Map(fresh.map((m) => [Number(m.number), m]));
    if (shown.size !== fresh.length) this.wrong(who, "a message was shown twice");
    const numbers_of = new Map();
    for (const m of fresh) numbers_of.set(m.text, [...(numbers_of.get(m.text) ?? []), Number(m.number)]);
    for (const [id, text] of this.words) {
      const answer = this.answers.get(id);
      const stands = numbers_of.get(text) ?? [];
      if (!answer) this.wrong(who, `${id} was never answered`);
      else if (stands.length !== 1) this.wrong(who, `${id} stands at [${stands}]`);
      else if (stands[0] !== Number(answer.number)) this.wrong(who, `${id} was ${answer.number}, is ${stands[0]}`);
    }
    if (fresh.length !== this.words.size) this.wrong(who, `${fresh.length} messages, ${this.words.size} ids`);
    for (const [number, { said, atMs }] of this.#circle) {
      if (!said) continue;
      const m = shown.get(number);
      if (m?.text !== said.text || m.author !== said.author || m.atMs !== atMs || m.replyTo !== said.replyTo) {
        this.wrong(who, `${number} was heard as ${JSON.stringify(said)} and is ${JSON.stringify(m)}`);
      }
    }
  }
}
