// The transcript: one line for everything that happened; a click goes back to that moment.

import { make } from "./dom.js";
import { clock, endWords, eventWords, nodeTitle } from "./words.js";

/** Write the walk down. */
export function showTranscript(panel, walk) {
  const items = walk.moments.map((moment, number) => momentItem(walk, moment, number));
  panel.replaceChildren(make("ol", { class: "transcript" }, ...items));
  panel.scrollTop = panel.scrollHeight;
}

function momentItem(walk, { event, call, effects }, number) {
  const words = event ? eventWords(event) : `dials ${walk.start.line}`;
  const last = number === walk.moments.length - 1;
  const back = make("button", {
    type: "button", class: "moment", "aria-current": last ? "step" : null, onclick: () => walk.goBack(number),
  }, make("span", { class: "clock" }, clock(call.seconds)), ` ${words}`);
  return make("li", {}, back, make("ul", {}, ...effects.map((effect) => effectItem(walk.content, effect)).filter(Boolean)));
}

function effectItem(content, effect) {
  if (effect.for === "came") return make("li", { class: "came" }, nodeTitle(content, effect.node));
  if (effect.for === "say") return make("li", { class: "say", lang: effect.language }, `“${effect.text || effect.audio}”`);
  if (effect.for === "end") return make("li", { class: "end" }, endWords(content, effect));
  return null;
}
