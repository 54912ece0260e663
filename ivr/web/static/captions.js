// What is being said, as running captions: all of it is there to read, and the part that is being said stands out.

import { make } from "./dom.js";

/** Captions in an element; `done` is called when all has been said. */
export class Captions {
  constructor(list, done) {
    this.list = list;
    this.done = done;
    this.timer = 0;
    this.lines = [];
  }

  /** Begin anew with prompts; `onward` is called with each when its turn has come. */
  play(prompts, onward) {
    this.stop();
    this.list.replaceChildren();
    this.lines = prompts.map((prompt) => ({ prompt, element: make("p", { lang: prompt.language }, textOf(prompt)) }));
    this.list.append(...this.lines.map((line) => line.element));
    this.onward = onward;
    this.at = -1;
    this.next();
  }

  /** Say the next prompt, or be done. */
  next() {
    this.mark(this.at + 1);
    if (this.at >= this.lines.length) {
      this.done();
      return;
    }
    const { prompt, element } = this.lines[this.at];
    this.bring(element);
    if (this.onward) this.onward(prompt);
    this.timer = setTimeout(() => this.next(), prompt.seconds * 1000);
  }

  /** Scroll to what is said now, and nothing but the captions: whoever looks at something else goes on doing so. */
  bring(element) {
    const { list } = this;
    const end = element.offsetTop + element.offsetHeight;
    list.scrollTop = Math.min(element.offsetTop, Math.max(list.scrollTop, end - list.clientHeight));
  }

  /** Hear no more of it. */
  skip() {
    this.stop();
    this.mark(this.lines.length);
    this.done();
  }

  get isPlaying() {
    return this.at < this.lines.length;
  }

  stop() {
    clearTimeout(this.timer);
  }

  mark(at) {
    this.at = at;
    for (const [number, { element }] of this.lines.entries()) {
      element.classList.toggle("said", number < at);
      element.classList.toggle("now", number === at);
    }
  }
}

function textOf(prompt) {
  return prompt.text || `[${prompt.audio}]`;
}
