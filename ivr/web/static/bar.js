// The bar on top: which line is called, when, and in which language; restart, link, sound.

import { choice, make } from "./dom.js";
import { localOf } from "./hours.js";
import { localText, readLocal } from "./link.js";

/** The bar; `acts` has what its buttons do. */
export class Bar {
  constructor(place, content, sound, acts) {
    this.content = content;
    this.line = choice({ id: "line" }, content.lines.map(({ number, name }) => [number, name ? `${number} (${name})` : number]));
    this.at = make("input", { type: "datetime-local", id: "at", required: true, min: "1900-01-01T00:00", max: "8999-12-31T23:59" });
    this.language = choice({ id: "language" }, content.languages.map((tag) => [tag, tag]));
    this.given = choice({ id: "given" }, content.presets.map(([words], number) => [String(number), words]));
    this.zone = make("span", { class: "zone" });
    this.dials = make("input", { type: "checkbox", id: "dials", checked: true });
    const changed = () => acts.dial(this.start());
    for (const field of [this.language, this.given]) field.addEventListener("change", changed);
    this.takeTime(changed);
    this.line.addEventListener("change", () => {
      this.language.value = content.lines[this.line.selectedIndex].language;
      changed();
    });
    place.append(...[
      content.served ? make("a", { href: content.served.list }, "All flows") : null,
      make("h1", {}, content.name),
      make("div", { class: "settings checks" },
        check("Voice", (on) => { sound.on.voice = on; if (!on) sound.hush(); }),
        check("Key tones", (on) => { sound.on.keys = on; }),
        make("label", { class: "check" }, this.dials, " Number keys dial"),
      ),
      make("div", { class: "settings" },
        labelled("Line", this.line), labelled("Time", this.at, this.zone), labelled("Language", this.language),
        content.presets.length > 1 ? labelled("Caller", this.given) : null,
        make("button", { type: "button", onclick: acts.restart }, "Restart"),
        make("button", { type: "button", onclick: acts.copy }, "Copy link"),
        make("button", { type: "button", onclick: acts.save }, "Save as call"),
      ),
    ].filter(Boolean));
  }

  /** Take a time when it is chosen, or typed to its end: while somebody types, a field says one odd time after another. */
  takeTime(changed) {
    let isTyped = false;
    const taken = () => {
      isTyped = false;
      if (this.time() === this.shown.at) this.at.value = localText(this.content.table, this.shown.at);
      else changed();
    };
    this.at.addEventListener("keydown", (event) => {
      isTyped = event.key !== "Enter";
      if (!isTyped) taken();
    });
    this.at.addEventListener("change", () => isTyped || taken());
    this.at.addEventListener("blur", taken);
  }

  /** The time in its field; that of the call, where there is none in it, or the same. */
  time() {
    const { table } = this.content;
    const written = this.at.validity.valid ? readLocal(table, this.at.value.slice(0, 16)) : undefined;
    return this.at.value === localText(table, this.shown.at) ? this.shown.at : written ?? this.shown.at;
  }

  /** What the fields say. */
  start() {
    return { line: this.line.value, at: this.time(), language: this.language.value, given: this.content.presets[Number(this.given.value)][1] };
  }

  /** Show how a call began. */
  show(start) {
    if (start === this.shown) return;
    this.shown = start;
    this.line.value = start.line;
    this.at.value = localText(this.content.table, start.at);
    const line = this.content.lines.find(({ number }) => number === start.line);
    this.language.value = start.language || line.language;
    const given = JSON.stringify(start.given || {});
    this.given.value = String(Math.max(0, this.content.presets.findIndex(([, values]) => JSON.stringify(values) === given)));
    const { date, zone } = localOf(this.content.table, start.at);
    this.zone.textContent = `${date.toLocaleDateString("en", { weekday: "short", timeZone: "UTC" })} ${zone}`;
  }
}

function labelled(words, field, more) {
  return make("label", {}, make("span", {}, words), field, more || null);
}

function check(words, does) {
  return make("label", { class: "check" }, make("input", { type: "checkbox", onchange: (event) => does(event.target.checked) }), ` ${words}`);
}
