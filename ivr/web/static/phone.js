// The telephone: what is being said, the keypad, and what a caller can do beside pressing keys.

import { Captions } from "./captions.js";
import { choice, make, plain } from "./dom.js";
import { questionForm } from "./question.js";
import { clock, nodeTitle, waitWords } from "./words.js";

const KEYS = "123456789*0#";
const LETTERS = { 2: "ABC", 3: "DEF", 4: "GHI", 5: "JKL", 6: "MNO", 7: "PQRS", 8: "TUV", 9: "WXYZ" };
const NAMES = { "*": "star", "#": "pound" };

/** The telephone in a part of the page. */
export class Phone {
  constructor(place, walk, sound, tell) {
    this.walk = walk;
    this.sound = sound;
    this.tell = tell;
    this.title = make("p", { class: "at" });
    this.state = make("p", { class: "state", role: "status" });
    this.list = make("div", { class: "captions", role: "log", "aria-live": "polite", "aria-label": "What is being said", tabindex: "0" });
    this.captions = new Captions(this.list, () => this.showState());
    this.question = make("div");
    this.keys = new Map([...KEYS].map((key) => [key, this.keyButton(key)]));
    this.pad = make("div", { class: "keypad", role: "group", "aria-label": "Keypad" }, ...this.keys.values());
    this.actions = make("div", { class: "actions", role: "group", "aria-label": "What else a caller can do" }, ...this.actionButtons());
    place.append(make("h2", { id: "phone-head" }, "Telephone"), this.title, this.list, this.state, this.question, this.pad, this.actions);
  }

  keyButton(key) {
    const name = NAMES[key] ? `${key} (${NAMES[key]})` : key;
    return make("button", { type: "button", "aria-label": name, onclick: () => this.press(key) },
      make("span", {}, key), make("small", { "aria-hidden": "true" }, LETTERS[key] || "\u00a0"));
  }

  actionButtons() {
    this.silent = make("button", { type: "button", onclick: () => this.feed({ kind: "silence" }) }, "Say nothing");
    this.words = choice({ "aria-label": "What to say" }, []);
    this.speak = make("button", { type: "button", onclick: () => this.feed({ kind: "words", words: this.words.value }) }, "Say this");
    this.speaking = make("span", { class: "speak" }, this.words, this.speak);
    this.speaking.hidden = !this.walk.table.states.some((state) => (state.words || []).length > 1);
    this.skip = make("button", { type: "button", onclick: () => { this.sound.hush(); this.captions.skip(); } }, "Skip");
    this.hangUp = make("button", { type: "button", class: "hangup", onclick: () => this.hangUpOrDial() }, "Hang up");
    return [this.silent, this.skip, this.speaking, this.hangUp];
  }

  /** Press a key, as a caller does. */
  press(key) {
    this.sound.tone(key);
    const button = this.keys.get(key);
    button.classList.add("down");
    setTimeout(() => button.classList.remove("down"), 150);
    this.feed({ kind: "key", key });
  }

  feed(event) {
    const had = document.activeElement;
    if (this.walk.isOver) this.tell("The call is over; dial again, or go back in the transcript.");
    else if (!this.walk.feed(event)) this.tell("Nothing listens to that here; say below the captions how it turns out.");
    if (had && !had.isConnected && document.activeElement === document.body) this.list.focus();
  }

  hangUpOrDial() {
    if (this.walk.isOver) this.walk.dial(this.walk.start);
    else this.feed({ kind: "hangup" });
  }

  /** Show where the call stands. */
  show() {
    const { walk } = this;
    const prompts = walk.now.effects.filter((effect) => effect.for === "say");
    this.title.textContent = walk.isOver ? "The call is over" : plain(nodeTitle(walk.content, walk.state.node));
    this.hangUp.textContent = walk.isOver ? "Dial again" : "Hang up";
    const asks = !walk.isOver && walk.waits.answers;
    if (asks || this.question.firstChild) this.ask(asks);
    if (walk.state !== this.offered) this.offerWords();
    this.offered = walk.state;
    if (walk.now.event === null || prompts.length || walk.isOver) this.captions.play(prompts, (prompt) => this.sound.say(prompt));
    else this.captions.skip();
    this.showState();
  }

  /** Ask how something turns out, or ask no more; the focus stays near. */
  ask(asks) {
    const { walk } = this;
    const had = this.question.contains(document.activeElement);
    this.question.replaceChildren(...(asks ? [questionForm(walk.content, walk.state, walk.waits, (event) => this.feed(event))] : []));
    if (had) (this.question.querySelector("button") || this.list).focus({ preventScroll: true });
  }

  offerWords() {
    const phrases = this.walk.isOver ? [] : (this.walk.state.words || []).map(([phrase]) => phrase);
    this.words.replaceChildren(...phrases.map((phrase) => make("option", { value: phrase }, phrase || "something else")));
    this.words.disabled = !phrases.length;
  }

  showState() {
    const { walk } = this;
    const waits = this.captions.isPlaying && walk.waits.for === "listen" && !walk.waits.typed ? "Speaks" : waitWords(walk.content, walk.waits);
    const fails = walk.state.failures && !walk.isOver ? `, ${walk.state.failures} of the tries used` : "";
    this.state.textContent = plain(`${clock(walk.call.seconds)} · ${waits}${fails}`);
  }
}
