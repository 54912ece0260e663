// The text of the flow, at the node where the call is.

import { make } from "./dom.js";

/** Show the text of a node, or of any other box, with what stands around it in its file. */
export function showSource(panel, content, name) {
  if (!(name in content.places)) return;
  const [file, first, last] = content.places[name];
  if (panel.dataset.file === file) {
    mark(panel, first, last);
    return;
  }
  panel.dataset.file = file;
  const lines = (content.texts[file] || "").split("\n");
  const rows = lines.map((line) => make("li", {}, line || " "));
  panel.replaceChildren(make("p", { class: "place" }, file), make("ol", { class: "source", translate: "no" }, ...rows));
  mark(panel, first, last);
}

function mark(panel, first, last) {
  const rows = panel.querySelector(".source").children;
  for (const row of panel.querySelectorAll(".here")) row.classList.remove("here");
  for (let number = first; number <= last; number += 1) rows[number - 1]?.classList.add("here");
  const row = rows[first - 1];
  if (row) panel.scrollTop += row.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
}
