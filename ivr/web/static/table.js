// Looks up what an event does to a call, in the table that the engine made. Nothing in here decides where a call goes.
//
// A call: `state` is its number, `at` the second (since 1970) at which the line answered, `seconds` the call's clock,
// `origin` the second at which what plays at the state itself began, `trails` the menus that it has been to (of each
// sub-flow under way, outermost first), `slots` what callers typed, `typed` and `entry` an entry that is being made.

import { isOpen } from "./hours.js";

const MARK = /\ufdd0([^\ufdd2]*)\ufdd2/g;

/** Give the number of the root for a line, a language and what is known of the caller, or -1. */
export function rootOf(table, line, language, given = {}) {
  const wanted = Object.entries(given);
  const fits = (values) => values.length === wanted.length && values.every(([name, text]) => given[name] === text);
  return table.roots.findIndex(([number, spoken, values]) => number === line && (!language || spoken === language) && fits(values));
}

/** Answer a call: gives the call, and the effects in order. */
export function begin(table, root, at) {
  const [line, , , step, presses] = table.roots[root];
  const call = { line, root, state: -1, at, seconds: 0, origin: 0, presses, trails: [[]], slots: [], typed: "", entry: 0 };
  return follow(table, call, step, {});
}

/** Let an event happen to a call: gives the call and the effects, or null where the table has nothing for it. */
export function step(table, call, event) {
  const state = table.states[call.state];
  if (isOver(table, call)) return { call, effects: [] };
  if (event.kind === "hangup") return hangUp(table, call);
  if (event.kind === "key") return press(table, { ...call, presses: call.presses + 1 }, state, event.key);
  if (event.kind === "silence") return rest(table, call, state);
  if (event.kind === "words") return say(table, call, state, event.words);
  const answer = (state.answers || []).find((one) => answers(one, event));
  return answer ? follow(table, call, answer[2], event.values || {}) : null;
}

/** Whether a call has ended. */
export function isOver(table, call) {
  return call.ended !== undefined || table.waits[table.states[call.state].waits].for === "end";
}

/** What a call waits for. */
export function waitsOf(table, call) {
  if (call.ended) return call.ended;
  const state = table.states[call.state];
  const waits = table.waits[state.waits];
  if (call.entry) return { ...waits, wait: state.typing.between, typed: call.typed };
  return waits.values ? { ...waits, values: pairs(waits.values, call.slots) } : waits;
}

/** The variables of a call, each a name and a text. */
export function valuesOf(table, call) {
  return pairs(table.values[table.states[call.state].values], call.slots);
}

function press(table, call, state, key) {
  const typing = state.typing;
  if (!typing || (!call.entry && key in (state.keys || {}))) {
    const found = lookUp(state.keys, key);
    return found === undefined ? null : follow(table, call, found, {});
  }
  const machine = table.machines[typing.machine];
  if (typing.ends.includes(key)) return follow(table, call, typing.end[machine.sorts[call.entry]], { t: call.typed });
  if (key in typing.keys) return follow(table, call, typing.keys[key], {});
  const entry = machine.onward[call.entry][Number(key)];
  const typed = call.typed + key;
  if (machine.full.includes(entry)) return follow(table, call, typing.full[machine.sorts[entry]], { t: typed });
  const now = { ...call, entry, typed, seconds: call.origin + typing.first };
  return { call: now, effects: [waitsOf(table, now)] };
}

function lookUp(steps, key) {
  return steps && (key in steps ? steps[key] : steps[""]);
}

function rest(table, call, state) {
  if (!call.entry) return state.silence === undefined ? null : follow(table, call, state.silence, {});
  const sort = table.machines[state.typing.machine].sorts[call.entry];
  return follow(table, call, state.typing.quiet[sort], { t: call.typed });
}

function say(table, call, state, words) {
  if (call.entry) return state.typing.words === undefined ? null : follow(table, call, state.typing.words, {});
  const found = (state.words || []).find(([phrase]) => phrase === words);
  return found ? follow(table, call, found[1], {}) : null;
}

function answers([outcome, brings], { answer, values = {} }) {
  if (outcome !== answer || brings.length !== Object.keys(values).length) return false;
  return brings.every(([name, text]) => name in values && (text === null || text === values[name]));
}

function hangUp(table, call) {
  const ended = table.waits[table.hangup];
  return { call: { ...call, ended, typed: "", entry: 0 }, effects: [ended] };
}

/** Take a step: ask what it depends on, then go where it leads. */
function follow(table, call, number, typed) {
  let [kind, ...parts] = table.steps[number];
  while (kind in WAYS) {
    const next = WAYS[kind](table, call, parts, typed);
    if (next === undefined) return null;
    [kind, ...parts] = table.steps[next];
  }
  if (kind === "still") return { call: { ...call, state: parts[0] }, effects: [] };
  return arrive(table, call, parts, typed);
}

const WAYS = {
  open: openWay,
  back: (table, call, [level, ways]) => ways[menuBelow(table, call, level)],
  same: (table, call, [text, same, other], typed) => (typed.t === fill(text, (slot) => call.slots[Number(slot)]) ? same : other),
};

function openWay(table, call, [schedule, after, open, closed]) {
  return isOpen(table, schedule, call.at, call.origin + after) ? open : closed;
}

/** The menu below what is known of a trail, or nothing where there is none. */
function menuBelow(table, call, level) {
  const trail = call.trails[level];
  const state = table.states[call.state];
  const own = level === call.trails.length - 1 && trail[trail.length - 1] === state.node ? 1 : 0;
  return trail[trail.length - 1 - own] || "";
}

function arrive(table, call, [target, seconds, told, slots, kept, levels], typed) {
  const source = [...call.slots];
  const read = (name) => (name.startsWith("t") ? (name === "t" ? typed.t : typed[name.slice(1)]) : source[Number(name)]);
  const before = told.map((number) => toldOf(table, number, read));
  const now = {
    line: call.line,
    root: call.root,
    state: target,
    at: call.at,
    seconds: round(call.origin + seconds),
    origin: 0,
    presses: call.presses,
    trails: [...call.trails.slice(0, kept), ...levels.map((level) => trailOf(call.trails, level))],
    slots: slots.map(read),
    typed: table.states[target].typed || "",
    entry: 0,
  };
  now.origin = round(now.seconds + lengthOf(before));
  const own = (table.states[target].own || []).map((number) => toldOf(table, number, (name) => now.slots[Number(name)]));
  return { call: now, effects: [...before, ...own, waitsOf(table, now)] };
}

/** A trail holds no menu twice: coming to one that is on it cuts the trail back to there. */
function trailOf(trails, [level, dropped, menus]) {
  const trail = level < 0 ? [] : trails[level].slice(0, trails[level].length - dropped);
  for (const menu of menus) {
    const at = trail.indexOf(menu);
    trail.splice(at < 0 ? trail.length : at, trail.length, menu);
  }
  return trail;
}

function toldOf(table, number, read) {
  if (number < 0) {
    const [node, on, left, language] = table.ways[-1 - number];
    return { for: "came", node, on, left, language };
  }
  const [text, seconds, language, interruptible, audio, key] = table.says[number];
  return { for: "say", text: fill(text, read), seconds, language, interruptible: interruptible === 1, audio, key };
}

function lengthOf(effects) {
  return effects.reduce((sum, effect) => sum + (effect.for === "say" ? effect.seconds : 0), 0);
}

function pairs(values, slots) {
  return values.map(([name, text]) => [name, fill(text, (slot) => slots[Number(slot)])]);
}

function fill(text, read) {
  return text.includes("\ufdd0") ? text.replace(MARK, (_, name) => read(name)) : text;
}

function round(seconds) {
  return Math.round(seconds * 1e6) / 1e6;
}
