// A walk as a call of a flow file: a test that reads as the call went.

import { localText } from "./link.js";

/** Write a walk as an entry of `calls:`. */
export function callText(walk) {
  const lines = [`- call: ${quoted(nameOf(walk))}`, `  line: ${quoted(walk.start.line)}`, `  at: ${localText(walk.table, walk.start.at).replace("T", " ")}`];
  if (walk.start.language) lines.push(`  language: ${walk.start.language}`);
  const given = Object.entries(walk.start.given || {}).map(([name, value]) => `${quoted(name)}: ${quoted(value)}`);
  if (given.length) lines.push(`  given: {${given.join(", ")}}`);
  return [...lines, "  steps:", ...stepsOf(walk).map((step) => `    - ${step}`)].join("\n") + "\n";
}

function nameOf(walk) {
  return `Walked to ${walk.state.node}`;
}

function stepsOf(walk) {
  const steps = [];
  for (const [number, { event, effects }] of walk.moments.entries()) {
    if (event) steps.push(stepOf(walk, number, event));
    const end = effects.find((effect) => effect.for === "end");
    if (end && end.how !== "caller") steps.push(`end: ${quoted(end.how === "transfer" ? `transfer ${end.why}` : end.how)}`);
  }
  if (!walk.isOver) steps.push(`reach: ${quoted(walk.state.node)}`);
  return steps;
}

function stepOf(walk, number, event) {
  if (event.kind === "key") return `press: "${event.key}"`;
  if (event.kind === "silence") return "wait";
  if (event.kind === "hangup") return "hang up";
  if (event.kind === "words") return `speak: ${quoted(event.words)}`;
  const asked = walk.moments[number - 1].effects.at(-1);
  const values = Object.entries(event.values || {}).map(([name, value]) => `${quoted(name)}: ${quoted(value)}`);
  const outcome = values.length ? `{${quoted(event.answer)}: {${values.join(", ")}}}` : quoted(event.answer);
  return `answer: {${quoted(asked.name)}: ${outcome}}`;
}

function quoted(text) {
  return /^[A-Za-z][\w -]*$/.test(text) && !/^(yes|no|on|off|true|false|null)$/i.test(text) ? text : JSON.stringify(text);
}
