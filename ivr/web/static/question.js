// What something outside has to answer before the call goes on: whoever walks says how it turns out.

import { choice, make } from "./dom.js";
import { waitWords } from "./words.js";

const NOTHING = "";

/** Make the form of a question; `answered` is called with the event. */
export function questionForm(content, state, waits, answered) {
  const fields = (waits.gives || []).map((name) => [name, fieldFor(name, valuesFor(state, name))]);
  const buttons = waits.answers.map((answer) =>
    make("button", { type: "button", onclick: () => answered({ kind: "answer", answer, values: given(fields) }) }, answer),
  );
  return make(
    "fieldset", { class: "question" },
    make("legend", {}, `${waitWords(content, waits)}. How does it turn out?`),
    ...(waits.values || []).map(([name, value]) => make("p", { class: "passed" }, `with ${name}: ${value}`)),
    ...fields.map(([name, field]) => make("label", {}, `${name} `, field)),
    make("div", { class: "answers" }, ...buttons),
  );
}

/** Give the values that make a difference for a variable; null among them where any text will do. */
function valuesFor(state, name) {
  const brought = state.answers.flatMap(([, values]) => values.filter(([given]) => given === name).map(([, text]) => text));
  return [...new Set(brought)];
}

function fieldFor(name, values) {
  if (values.includes(null)) return make("input", { type: "text", maxlength: 40, autocomplete: "off" });
  return choice({}, [[NOTHING, "leaves it unset"], ...values.map((value) => [value, value])]);
}

function given(fields) {
  const pairs = fields.map(([name, field]) => [name, field.value]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== NOTHING));
}
