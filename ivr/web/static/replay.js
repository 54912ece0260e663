// A call that was found or written down, made again step by step.

import { make, plain } from "./dom.js";
import { eventWords } from "./words.js";

/** Makes calls again in a part of the page that is there only while one is under way. */
export class Replayer {
  constructor(place, walk) {
    this.place = place;
    this.walk = walk;
    this.events = [];
    this.at = 0;
    this.said = make("p", { role: "status" });
    this.onward = make("button", { type: "button", onclick: () => this.next() }, "Next step");
    place.append(
      this.said, this.onward,
      make("button", { type: "button", onclick: () => this.finish() }, "To its end"),
      make("button", { type: "button", onclick: () => this.stop() }, "Leave it"),
    );
  }

  /** Dial, and wait for the first step to be asked for. */
  begin(call) {
    this.events = call.steps.flatMap(eventsFor);
    this.at = 0;
    this.wrong = !this.walk.dial({ line: call.line, at: call.at, language: call.language || "", given: call.given || {} });
    this.show();
    if (this.events.length) this.onward.focus();
  }

  next() {
    this.at += 1;
    this.wrong = !this.walk.feed(this.events[this.at - 1]);
    this.show();
  }

  finish() {
    while (this.isUnderWay) this.next();
  }

  stop() {
    this.events = [];
    this.show();
    document.getElementById("phone").focus();
  }

  get isUnderWay() {
    return this.at < this.events.length && !this.wrong;
  }

  /** Say what comes next; a walk that went its own way is left alone. */
  show() {
    const strayed = this.walk.events.length !== this.at && !this.wrong;
    if (strayed) this.events = [];
    const had = this.place.contains(document.activeElement);
    this.place.hidden = !this.events.length || (!this.isUnderWay && !this.wrong);
    if (this.place.hidden && had) document.getElementById("phone").focus();
    if (this.place.hidden) return;
    this.said.textContent = plain(this.wrong
      ? "This call cannot be made to its end in a page; `ivr walk --replay` makes it."
      : `Step ${this.at + 1} of ${this.events.length}: ${eventWords(this.events[this.at])}`);
  }
}

function eventsFor([kind, what, values]) {
  if (kind === "press") return [...what].map((key) => ({ kind: "key", key }));
  if (kind === "speak") return [{ kind: "words", words: what }];
  if (kind === "answer") return [{ kind: "answer", answer: what, values: Object.fromEntries(values) }];
  return [{ kind: kind === "wait" ? "silence" : "hangup" }];
}
