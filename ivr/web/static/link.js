// A link is a call: line, time, language and everything that happened, in the part of an address that no server sees.

import { localOf, momentOf } from "./hours.js";

/** Write a call as the fragment of an address. */
export function fragmentOf(table, start, events) {
  const parts = new URLSearchParams({ line: start.line, at: localText(table, start.at) });
  if (start.language) parts.set("language", start.language);
  for (const [name, value] of Object.entries(start.given || {})) parts.set(`given.${name}`, value);
  if (events.length) parts.set("keys", itemsOf(events).join(","));
  return `#${parts}`;
}

/** Read such a fragment: gives the start, the items, and a time that is none, or null where it is no call. */
export function readFragment(table, fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  if (!parts.has("line")) return null;
  const time = parts.get("at") || "";
  const at = readLocal(table, time);
  const given = [...parts].filter(([name]) => name.startsWith("given.")).map(([name, value]) => [name.slice(6), value]);
  const items = (parts.get("keys") || "").split(",").filter(Boolean);
  const start = { line: parts.get("line"), at: at ?? now(), language: parts.get("language") || "", given: Object.fromEntries(given) };
  return { start, items, odd: at === undefined ? time : "" };
}

/** Give the events that an item stands for where a call waits for something, a key each; none where it makes no sense. */
export function eventsOf(item, waits) {
  const answer = answerIn(item, waits.answers || []);
  if (answer) return [answer];
  if (item === "wait") return [{ kind: "silence" }];
  if (item === "hangup") return [{ kind: "hangup" }];
  if (item === "say") return [{ kind: "words", words: "" }];
  if (item.startsWith("say ")) return [{ kind: "words", words: decoded(item.slice(4)) }];
  return /^[0-9*#]+$/.test(item) ? [...item].map((key) => ({ kind: "key", key })) : [];
}

/** Write events down, as `ivr walk --keys` takes them; keys one behind the other are one item, and `%2C` is a comma. */
export function itemsOf(events) {
  const items = [];
  let keys = false;
  for (const event of events) {
    if (event.kind === "key" && keys) items[items.length - 1] += event.key;
    else items.push(itemOf(event));
    keys = event.kind === "key";
  }
  return items;
}

/** Give a moment as the flow's own clocks show it. */
export function localText(table, at) {
  return localOf(table, at).date.toISOString().slice(0, 16);
}

/** Read such a text; undefined where it is none. */
export function readLocal(table, text) {
  const time = text.replace(" ", "T");
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(time) ? new Date(`${time}:00Z`) : null;
  const isTime = local && !Number.isNaN(local.getTime()) && local.toISOString().startsWith(time);
  return isTime ? momentOf(table, local.getTime() / 1000) : undefined;
}

/** The minute that it is. */
export function now() {
  return Math.floor(Date.now() / 60000) * 60;
}

function itemOf(event) {
  if (event.kind === "key") return event.key;
  if (event.kind === "silence") return "wait";
  if (event.kind === "hangup") return "hangup";
  if (event.kind === "words") return `say ${event.words.replace(/[%,]/g, encodeURIComponent)}`.trim();
  const values = Object.entries(event.values || {}).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return [encoded(event.answer), ...values].join(" ");
}

/** Find the answer that an item begins with, the longest as it stands, or else a word that is written with `%`. */
function answerIn(item, answers) {
  const [whole] = answers.filter((name) => item === name || item.startsWith(`${name} `)).sort((a, b) => b.length - a.length);
  const [word] = item.split(" ");
  const answer = whole ?? answers.find((name) => encoded(name) === word);
  const pairs = answer === undefined ? [] : item.slice((whole ?? word).length).split(" ").filter(Boolean).map((pair) => pair.split("="));
  if (answer === undefined || pairs.some((pair) => pair.length < 2)) return null;
  return { kind: "answer", answer, values: Object.fromEntries(pairs.map(([name, ...value]) => [decoded(name), decoded(value.join("="))])) };
}

/** Write a text so that it holds nothing that items are told apart by. */
function encoded(text) {
  return text.replace(/[%,=\s]/g, encodeURIComponent);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
