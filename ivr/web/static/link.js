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

/** Read such a fragment: gives the start and the items, or null where it is none. */
export function readFragment(table, fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  if (!parts.has("line")) return null;
  const at = readLocal(table, parts.get("at") || "");
  const given = [...parts].filter(([name]) => name.startsWith("given.")).map(([name, value]) => [name.slice(6), value]);
  const items = (parts.get("keys") || "").split(",").filter(Boolean);
  return { start: { line: parts.get("line"), at, language: parts.get("language") || "", given: Object.fromEntries(given) }, items };
}

/** Give the event that an item stands for where a call waits for something; one key of several at a time. */
export function eventsOf(item, waits) {
  const answer = (waits.answers || []).filter((name) => item === name || item.startsWith(`${name} `)).sort((a, b) => b.length - a.length)[0];
  if (answer !== undefined) return [{ kind: "answer", answer, values: readValues(item.slice(answer.length)) }];
  if (item === "wait") return [{ kind: "silence" }];
  if (item === "hangup") return [{ kind: "hangup" }];
  if (item === "say") return [{ kind: "words", words: "" }];
  if (item.startsWith("say ")) return [{ kind: "words", words: item.slice(4) }];
  return [...item].map((key) => ({ kind: "key", key }));
}

/** Write events down, as `ivr walk --keys` takes them; keys one behind the other are one item. */
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

/** Read such a text; now where it is none. */
export function readLocal(table, text) {
  const local = Date.parse(`${text.replace(" ", "T")}:00Z`);
  return Number.isNaN(local) ? Math.floor(Date.now() / 60000) * 60 : momentOf(table, local / 1000);
}

function itemOf(event) {
  if (event.kind === "key") return event.key;
  if (event.kind === "silence") return "wait";
  if (event.kind === "hangup") return "hangup";
  if (event.kind === "words") return `say ${event.words}`.trim();
  return [event.answer, ...Object.entries(event.values || {}).map(([name, value]) => `${name}=${value}`)].join(" ");
}

function readValues(text) {
  const pairs = text.split(" ").filter(Boolean).map((pair) => pair.split("="));
  return Object.fromEntries(pairs.map(([name, ...value]) => [name, value.join("=")]));
}
