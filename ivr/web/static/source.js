// The text of the flow, at the node where the call is.

import { make } from "./dom.js";

/** Show the text of a node, or of any other box, with what stands around it in its file. */
export function showSource(panel, content, name) {
  const node = content.nodes[name];
  if (!node) return;
  const lines = (content.texts[node.file] || "").split("\n");
  const [first, last] = node.lines;
  const rows = lines.map((line, number) =>
    make("li", { value: number + 1, class: number + 1 >= first && number + 1 <= last ? "here" : null }, line || " "));
  panel.replaceChildren(make("p", { class: "place" }, `${node.file}:${first}`), make("ol", { class: "source", translate: "no" }, ...rows));
  rows[first - 1]?.scrollIntoView({ block: "center" });
}
