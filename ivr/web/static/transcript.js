// The transcript: one line for everything that happened; a click goes back to that moment.

import { make } from "./dom.js";
import { clock, endWords, eventWords, nodeTitle } from "./words.js";

/** Write the walk down; keys of one code or entry stand on one line. */
export function showTranscript(panel, walk) {
  const list = panel.querySelector("ol") || panel.appendChild(make("ol", { class: "transcript" }));
  const groups = together(walk.moments);
  const same = (written.get(list) || []).findIndex((keys, number) => keys !== nameOf(groups[number], number, groups));
  const kept = same < 0 ? Math.min((written.get(list) || []).length, groups.length) : same;
  const had = list.contains(document.activeElement);
  while (list.children.length > kept) list.lastChild.remove();
  list.append(...groups.slice(kept).map((several) => item(walk, several)));
  written.set(list, groups.map(nameOf));
  if (had && !list.contains(document.activeElement)) list.lastChild.querySelector(".moment").focus({ preventScroll: true });
  requestAnimationFrame(() => { panel.scrollTop = panel.scrollHeight; });
}

/** What was written into lists, line by line: what is the same is not written again. */
const written = new WeakMap();
const numbers = new WeakMap();
let count = 0;

/** Give a text that is the same only for the same moment, written the same. */
function nameOf(group, number, groups) {
  if (!group) return "";
  if (!numbers.has(group.call)) numbers.set(group.call, (count += 1));
  return `${numbers.get(group.call)} ${number === groups.length - 1}`;
}

/** Put moments together at which keys were pressed one after the other, with nothing to tell between them. */
function together(moments) {
  const groups = [];
  for (const [number, moment] of moments.entries()) {
    const last = groups[groups.length - 1];
    const goesOn = last && moment.event?.kind === "key" && last.event?.kind === "key" && last.quiet;
    const quiet = moment.effects.every((effect) => effect.for === "listen");
    if (goesOn) Object.assign(last, { number, quiet, keys: last.keys + moment.event.key, effects: moment.effects, call: moment.call });
    else groups.push({ ...moment, number, quiet, keys: moment.event?.key || "" });
  }
  return groups;
}

function item(walk, { event, call, effects, number, keys }) {
  const words = event ? eventWords(event.kind === "key" ? { ...event, key: keys } : event) : `dials ${walk.start.line}`;
  const last = number === walk.moments.length - 1;
  const back = make("button", {
    type: "button", class: "moment", "aria-current": last ? "step" : null, onclick: () => walk.goBack(number),
  }, make("span", { class: "clock" }, clock(when(call, effects))), ` ${words}`);
  const told = effects.map((effect) => effectItem(walk.content, effect)).filter(Boolean);
  return make("li", {}, back, told.length ? make("ul", {}, ...told) : null);
}

/** The second at which something happened: before what was said then, where the call is over by that. */
function when(call, effects) {
  const over = effects.some((effect) => effect.for === "end");
  const heard = effects.reduce((sum, effect) => sum + (effect.for === "say" ? effect.seconds : 0), 0);
  return over ? Math.max(0, call.seconds - heard) : call.seconds;
}

function effectItem(content, effect) {
  if (effect.for === "came") return make("li", { class: "came" }, nodeTitle(content, effect.node));
  if (effect.for === "say") return make("li", { class: "say", lang: effect.language }, `“${effect.text || effect.audio}”`);
  if (effect.for === "end") return make("li", { class: "end" }, endWords(content, effect));
  return null;
}
