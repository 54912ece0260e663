// Replays calls by a table: reads {table, calls} lines from standard input, and tells of each call whose steps differ.
// The folder of the page's modules is the first argument.

import { createInterface } from "node:readline";

const folder = process.argv[2];
const { begin, step, rootOf, valuesOf } = await import(`file://${folder}/table.js`);

function shown(table, call) {
  const state = table.states[call.state];
  return {
    node: state.node, language: state.language, failures: state.failures || 0, typed: call.typed,
    stack: state.stack || [], trails: call.trails, values: valuesOf(table, call), presses: call.presses,
    ended: call.ended ? true : table.waits[state.waits].for === "end",
  };
}

function differs(table, { line, language, at, steps }) {
  let made = begin(table, rootOf(table, line, language), at);
  for (const [number, { event, call, effects, seconds }] of steps.entries()) {
    if (event) made = step(table, made.call, event);
    if (!made) return `step ${number}: nothing for ${JSON.stringify(event)}`;
    const got = [shown(table, made.call), made.effects];
    const wanted = [call, effects];
    if (!same(got, wanted)) return `step ${number} ${JSON.stringify(event)}:\n  got    ${JSON.stringify(got)}\n  wanted ${JSON.stringify(wanted)}`;
    if (Math.abs(made.call.seconds - seconds) > 1e-5) return `step ${number}: ${made.call.seconds} s, not ${seconds}`;
  }
  return "";
}

function same(one, other) {
  if (typeof one !== "object" || one === null || other === null) return one === other;
  const keys = Object.keys(other);
  return Object.keys(one).length === keys.length && keys.every((key) => same(one[key], other[key]));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { table, calls } = JSON.parse(line);
  const wrong = calls.map((call) => differs(table, call)).filter(Boolean);
  console.log(JSON.stringify({ calls: calls.length, wrong: wrong.length, first: wrong[0] || "" }));
}
