// One walk: a call, all that happened to it, and the way back to every moment of it.

import { begin, step, rootOf, isOver, waitsOf } from "./table.js";

/** A walk through the flow of a page; `changed` is called after everything that happens. */
export class Walk {
  constructor(content, changed) {
    this.content = content;
    this.table = content.table;
    this.changed = changed;
    this.moments = [];
    this.start = null;
  }

  /** Dial: `start` has a line, a moment (seconds since 1970), a language, which may be empty, and what is given. */
  dial(start) {
    const root = rootOf(this.table, start.line, start.language, start.given);
    if (root < 0) return false;
    this.start = start;
    this.moments = [{ event: null, ...begin(this.table, root, start.at) }];
    this.changed(this);
    return true;
  }

  /** Let an event happen; gives false where nothing listens to it. */
  feed(event) {
    const made = this.tried(event);
    if (!made || (!made.effects.length && made.call.presses === this.call.presses)) return false;
    this.moments.push({ event, ...made });
    this.changed(this);
    return true;
  }

  /** Give what an event would do, without doing it. */
  tried(event) {
    return step(this.table, this.call, event);
  }

  /** Go back to a moment. */
  goBack(number) {
    if (number < 0 || number >= this.moments.length - 1) return;
    this.moments.length = number + 1;
    this.changed(this);
  }

  get now() {
    return this.moments[this.moments.length - 1];
  }

  get call() {
    return this.now.call;
  }

  get state() {
    return this.table.states[this.call.state];
  }

  get waits() {
    return waitsOf(this.table, this.call);
  }

  get isOver() {
    return isOver(this.table, this.call);
  }

  /** The events of the walk, in order. */
  get events() {
    return this.moments.slice(1).map((moment) => moment.event);
  }

  /** The numbers of the events by which a caller failed once more, or for the last time. */
  get mistakes() {
    const failures = this.moments.map(({ call }) => this.table.states[call.state].failures || 0);
    const isLast = ({ effects }) => effects.some((effect) => effect.for === "came" && effect.on === "otherwise");
    return this.events.map((_, number) => number).filter((number) => failures[number + 1] > failures[number] || isLast(this.moments[number + 1]));
  }

  /** The ways that were taken: a node and the exit by which it was left, in order. */
  get way() {
    const ways = [];
    for (const { effects } of this.moments) {
      for (const effect of effects) {
        if (effect.for === "came") ways.push([effect.left || `line:${this.start.line}`, effect.on]);
        if (effect.for === "end" && effect.how === "transfer") ways.push([this.state.node, "transfer"]);
      }
    }
    return ways;
  }
}
