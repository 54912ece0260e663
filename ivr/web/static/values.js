// The values of a call: what it knows, and where it stands.

import { make } from "./dom.js";
import { clock, nodeTitle } from "./words.js";
import { valuesOf } from "./table.js";

/** Show the variables of a call, and what else matters of it. */
export function showValues(panel, walk) {
  const { call, state, content } = walk;
  const trail = call.trails[call.trails.length - 1];
  const rows = [
    ["Where", nodeTitle(content, state.node)],
    ["Language", state.language],
    ["Clock", clock(call.seconds)],
    ["Keys pressed", call.presses],
    ["Failures here", state.failures || 0],
    ["Typed", call.typed || "nothing"],
    ["Menus to go back to", trail.map((name) => nodeTitle(content, name)).join(" › ") || "none"],
    ["Sub-flows under way", (state.stack || []).map((name) => nodeTitle(content, name)).join(" › ") || "none"],
  ];
  panel.replaceChildren(
    make("h3", {}, "Variables"), table(valuesOf(walk.table, call), "No variable is set."),
    make("h3", {}, "The call"), table(rows, ""),
  );
}

function table(rows, none) {
  if (!rows.length) return make("p", {}, none);
  return make("table", {}, make("tbody", {}, ...rows.map(([name, value]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, String(value))))));
}
