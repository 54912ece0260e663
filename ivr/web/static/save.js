// A walk as a call of a flow file: a test that reads as the call went.

import { plain } from "./dom.js";
import { localText } from "./link.js";

/** Write a walk as an entry of `calls:`. */
export function callText(walk, name) {
  const lines = [`- call: ${quoted(name)}`, `  line: ${quoted(walk.start.line)}`, `  at: ${localText(walk.table, walk.start.at).replace("T", " ")}`];
  if (walk.start.language) lines.push(`  language: ${walk.start.language}`);
  const given = Object.entries(walk.start.given || {}).map(([name, value]) => `${quoted(name)}: ${quoted(value)}`);
  if (given.length) lines.push(`  given: {${given.join(", ")}}`);
  return [...lines, "  steps:", ...stepsOf(walk).map((step) => `    - ${step}`)].join("\n") + "\n";
}

function stepsOf(walk) {
  const steps = [];
  let entry = false;
  for (const [number, { event, effects }] of walk.moments.entries()) {
    const goesOn = entry && event?.kind === "key";
    if (goesOn) steps[steps.length - 1] = steps[steps.length - 1].replace(/"$/, `${event.key}"`);
    else if (event) steps.push(stepOf(walk, number, event));
    entry = event?.kind === "key" && effects.every((effect) => effect.for === "listen");
    const heard = effects.find((effect) => effect.for === "say" && effect.text.trim());
    if (heard) steps.push(`hear: ${quoted(beginning(heard.text))}`);
    const end = effects.find((effect) => effect.for === "end");
    if (end && end.how !== "caller") steps.push(`end: ${quoted(end.how === "transfer" ? `transfer ${end.why}` : end.how)}`);
  }
  if (!walk.isOver) steps.push(`reach: ${quoted(walk.state.node)}`);
  return steps;
}

/** Give enough of what is heard to know it again. */
function beginning(text) {
  const words = text.trim().split(/\s+/).join(" ");
  return words.length <= 60 ? words : words.slice(0, 60).replace(/ [^ ]*$/, "");
}

function stepOf(walk, number, event) {
  if (event.kind === "key") return `press: "${event.key}"`;
  if (event.kind === "silence") return "wait";
  if (event.kind === "hangup") return "hang up";
  if (event.kind === "words") return `speak: ${quoted(event.words || walk.content.unmeant)}`;
  const asked = walk.moments[number - 1].effects.at(-1);
  const values = Object.entries(event.values || {}).map(([name, value]) => `${quoted(name)}: ${quoted(value)}`);
  const outcome = values.length ? `{${quoted(event.answer)}: {${values.join(", ")}}}` : quoted(event.answer);
  return `answer: {${quoted(asked.name)}: ${outcome}}`;
}

function quoted(text) {
  return /^[A-Za-z][\w -]*$/.test(text) && !/^(yes|no|on|off|true|false|null)$/i.test(text) ? text : plain(JSON.stringify(text));
}
