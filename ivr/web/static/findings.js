// Findings and promises, as the commands give them; the call that shows one can be made again, step by step.

import { make } from "./dom.js";

const SIGNS = { error: "✖", warning: "▲", info: "ℹ", kept: "✔", refuted: "✖", unprovable: "?" };

/** List the findings; `show` is called with a box's name, `replay` with a call. */
export function listFindings(panel, findings, show, replay) {
  const items = findings.map((finding) =>
    make("li", { class: `finding ${finding.severity}` },
      make("p", { class: "code" }, sign(finding.severity), ` ${finding.code} ${finding.name}`),
      make("p", {}, finding.message),
      finding.hint ? make("p", { class: "hint" }, finding.hint) : null,
      make("p", { class: "acts" },
        finding.node ? act("Show it", () => show(finding.node)) : null,
        finding.call ? act("Make the call", () => replay(finding.call)) : null,
        make("span", { class: "place" }, `${finding.file}:${finding.line}`)),
    ));
  panel.replaceChildren(items.length ? make("ul", { class: "list" }, ...items) : make("p", {}, "Nothing was found."));
}

/** List the promises, each with what became of it. */
export function listPromises(panel, promises, replay) {
  const items = promises.map((promise) =>
    make("li", { class: `promise ${promise.status}` },
      make("p", { class: "code" }, sign(promise.status), ` ${promise.promise}`),
      make("p", {}, became(promise)),
      promise.call ? make("p", { class: "acts" }, act("Make the call", () => replay(promise.call))) : null,
    ));
  panel.replaceChildren(items.length ? make("ul", { class: "list" }, ...items) : make("p", {}, "The flow makes no promises."));
}

function became(promise) {
  if (promise.reason) return promise.reason;
  if (promise.status !== "kept") return promise.call ? promise.call.words : "";
  if (promise.keys === null) return "";
  return `at most ${promise.keys} ${promise.keys === 1 ? "key" : "keys"}, ${Math.round(promise.seconds)} s`;
}

function sign(word) {
  return make("span", { class: "sign" }, make("span", { "aria-hidden": "true" }, SIGNS[word] || ""), ` ${word}`);
}

function act(words, does) {
  return make("button", { type: "button", onclick: does }, words);
}
