// Tabs: one panel of several is shown; the arrow keys go from tab to tab.

import { make } from "./dom.js";

/** Tabs in a part of the page; `panels` are names with their elements; `shown` is called with the one that is shown. */
export class Tabs {
  constructor(place, head, panels, shown) {
    this.shown = shown;
    this.tabs = panels.map(([name, panel], number) => this.tab(name, panel, number));
    this.list = make("div", { role: "tablist", "aria-label": head, class: "tabs" }, ...this.tabs.map(({ button }) => button));
    place.append(this.list, ...this.tabs.map(({ panel }) => panel));
    this.choose(0);
  }

  tab(name, panel, number) {
    const id = name.toLowerCase();
    const button = make("button", {
      type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}`,
      onclick: () => this.choose(number), onkeydown: (event) => this.move(event, number),
    }, name);
    for (const [key, value] of [["role", "tabpanel"], ["id", `panel-${id}`], ["aria-labelledby", `tab-${id}`], ["tabindex", "0"], ["class", "panel"]]) panel.setAttribute(key, value);
    return { name, button, panel };
  }

  /** Show a panel by its number. */
  choose(number) {
    this.chosen = number;
    for (const [at, { button, panel }] of this.tabs.entries()) {
      button.setAttribute("aria-selected", at === number);
      button.tabIndex = at === number ? 0 : -1;
      panel.hidden = at !== number;
    }
    this.shown(this.tabs[number].name);
  }

  /** The name of the panel that is shown. */
  get name() {
    return this.tabs[this.chosen].name;
  }

  /** Show a panel by its name. */
  show(name) {
    this.choose(this.tabs.findIndex((tab) => tab.name === name));
  }

  /** Write how many there are of what a panel lists. */
  count(name, number) {
    const { button } = this.tabs.find((tab) => tab.name === name);
    button.textContent = `${name} (${number})`;
  }

  move(event, number) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = { Home: 0, End: this.tabs.length - 1 }[event.key] ?? (step && (number + step + this.tabs.length) % this.tabs.length);
    if (to === undefined) return;
    event.preventDefault();
    this.choose(to);
    this.tabs[to].button.focus();
  }
}
