// What the calls of the flow cover, as `ivr test --coverage` has it; each of them can be made again.

import { make } from "./dom.js";

/** Show the calls, the coverage line by line, and what no call takes. */
export function showCoverage(panel, { calls, coverage }, replay) {
  panel.replaceChildren(
    make("h3", {}, "Calls of the flow"),
    calls.length ? make("ul", { class: "list" }, ...calls.map((call) => callItem(call, replay))) : make("p", {}, "The flow has no calls."),
    make("h3", {}, "What they cover"),
    coverageTable(coverage),
    coverage.unexplored ? make("p", {}, `There may be more: ${coverage.unexplored}.`) : null,
    make("h3", {}, `Not covered (${coverage.missing.length})`),
    make("ul", { class: "list" }, ...coverage.missing.map((one) => missingItem(one, replay))),
  );
}

function callItem({ name, passed, wrong, unmade, call }, replay) {
  return make("li", { class: passed ? "kept" : "refuted" },
    make("p", { class: "code" }, make("span", { class: "sign" }, passed ? "✔ passed" : "✖ failed"), ` ${name}`),
    wrong ? make("p", {}, wrong) : null,
    unmade ? make("p", { class: "hint" }, `This call cannot be made in a page: ${unmade}. \`ivr walk --replay\` makes it.`) : null,
    call ? make("p", { class: "acts" }, make("button", { type: "button", onclick: () => replay(call) }, "Make the call")) : null);
}

function coverageTable({ rows, exits, nodes }) {
  const head = ["Line", "Language", "Exits", "Nodes"].map((words) => make("th", { scope: "col" }, words));
  const body = [...rows, ["in all", "", exits, nodes]].map(([line, language, ...shares]) =>
    make("tr", {}, make("th", { scope: "row" }, line), make("td", {}, language), ...shares.map((share) => make("td", {}, shareWords(share)))));
  return make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
}

function shareWords([covered, of, percent]) {
  return `${covered} of ${of}, ${percent} %`;
}

function missingItem([line, language, node, on, call], replay) {
  return make("li", {},
    make("p", {}, make("strong", {}, `${node}: ${on}`), ` on ${line}, in ${language}`),
    call ? make("p", { class: "acts" }, make("button", { type: "button", onclick: () => replay(call) }, "Make the call"), make("span", { class: "place" }, call.words)) : null);
}
