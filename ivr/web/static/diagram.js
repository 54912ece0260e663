// The drawing: it follows the call, and can be moved and zoomed by mouse, fingers and keys.

import { byId, make } from "./dom.js";
import { isOpen } from "./hours.js";

const SVG = "http://www.w3.org/2000/svg";
const STEP = 60;
const MOST = 4;

/** The drawing in its part of the page; `picked` is called with the name of a box that was clicked. */
export class Diagram {
  constructor(content, picked) {
    this.content = content;
    this.view = byId("view");
    this.canvas = byId("canvas");
    this.svg = this.canvas.querySelector("svg");
    this.width = Number(this.svg.getAttribute("width"));
    this.height = Number(this.svg.getAttribute("height"));
    this.x = 0;
    this.y = 0;
    this.zoom = 1;
    this.follows = true;
    this.over = document.createElementNS(SVG, "svg");
    for (const name of ["width", "height", "viewBox"]) this.over.setAttribute(name, this.svg.getAttribute(name));
    this.over.setAttribute("class", "over");
    this.over.setAttribute("aria-hidden", "true");
    this.canvas.append(this.over);
    this.hours = this.over.appendChild(document.createElementNS(SVG, "g"));
    this.marks = this.over.appendChild(document.createElementNS(SVG, "g"));
    this.size = [this.view.clientWidth, this.view.clientHeight];
    new ResizeObserver(() => { this.size = [this.view.clientWidth, this.view.clientHeight]; }).observe(this.view);
    this.drawn = new Set();
    this.boxOf = new Map(Object.entries(content.boxes).map(([name, box]) => [box.element, name]));
    this.bar(byId("diagram-bar"));
    this.listen(picked);
    this.taken = new Set();
  }

  bar(place) {
    const button = (words, does, label) => make("button", { type: "button", onclick: does, "aria-label": label }, words);
    this.following = make("input", { type: "checkbox", checked: true, onchange: () => { this.follows = this.following.checked; } });
    place.append(
      make("h2", { id: "diagram-head" }, "Diagram"),
      button("−", () => this.zoomBy(0.8), "Zoom out"),
      button("+", () => this.zoomBy(1.25), "Zoom in"),
      button("Whole", () => this.fit(), "Show the whole drawing"),
      make("label", {}, this.following, " follows the call"),
    );
  }

  listen(picked) {
    this.view.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoomBy(Math.exp(-event.deltaY / 400), event);
    }, { passive: false });
    this.view.addEventListener("pointerdown", (event) => this.drag(event, picked));
    this.view.addEventListener("keydown", (event) => this.byKey(event));
  }

  /** Move with the pointer, until it is lifted; where it has not moved, it was a click. */
  drag(event, picked) {
    const from = { x: event.clientX - this.x, y: event.clientY - this.y };
    const began = [event.clientX, event.clientY];
    const move = (now) => this.put(now.clientX - from.x, now.clientY - from.y);
    const end = (now) => {
      this.view.removeEventListener("pointermove", move);
      if (Math.hypot(now.clientX - began[0], now.clientY - began[1]) < 4) this.pick(event.target, picked);
    };
    this.view.setPointerCapture(event.pointerId);
    this.view.addEventListener("pointermove", move);
    this.view.addEventListener("pointerup", end, { once: true });
    this.view.addEventListener("pointercancel", end, { once: true });
  }

  pick(target, picked) {
    const group = target.closest("g[id]");
    const name = group && this.boxOf.get(group.id);
    if (name) picked(name);
  }

  byKey(event) {
    const moves = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
    if (event.key in moves) this.put(this.x + moves[event.key][0], this.y + moves[event.key][1]);
    else if (event.key === "+" || event.key === "=") this.zoomBy(1.25);
    else if (event.key === "-") this.zoomBy(0.8);
    else if (event.key === "Home") this.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  put(x, y) {
    this.x = x;
    this.y = y;
    this.canvas.style.transform = `translate(${x}px, ${y}px) scale(${this.zoom})`;
  }

  zoomBy(factor, at) {
    const frame = this.view.getBoundingClientRect();
    const [x, y] = at ? [at.clientX - frame.left, at.clientY - frame.top] : [frame.width / 2, frame.height / 2];
    const zoom = Math.min(MOST, Math.max(0.02, this.zoom * factor));
    const scale = zoom / this.zoom;
    this.zoom = zoom;
    this.put(x - (x - this.x) * scale, y - (y - this.y) * scale);
  }

  /** Show the whole drawing. */
  fit() {
    const [clientWidth, clientHeight] = this.size;
    this.zoom = Math.min(clientWidth / this.width, clientHeight / this.height, 1.2);
    this.put((clientWidth - this.width * this.zoom) / 2, (clientHeight - this.height * this.zoom) / 2);
  }

  /** Bring a box into view, large enough to be read. */
  bring(name) {
    const box = this.content.boxes[name];
    const [clientWidth, clientHeight] = this.size;
    if (!box || !clientWidth) return;
    const [x, y, width, height] = box.place;
    this.zoom = Math.max(Math.min(this.zoom, 1.3), 0.75);
    this.put(clientWidth / 2 - (x + width / 2) * this.zoom, clientHeight / 2 - (y + height / 2) * this.zoom);
  }

  /** Show where a call stands, the way that it took, and which ways are open. */
  show(walk) {
    const { node } = walk.state;
    const way = walk.way;
    const standing = `${walk.call.state} ${walk.isOver} ${walk.call.at} ${way.join(" ")}`;
    if (standing === this.standing) return;
    this.standing = standing;
    this.marks.replaceChildren();
    this.markClosed(walk);
    this.drawn = new Set();
    this.markTaken(way);
    this.markOpen(walk, node);
    const here = this.drawnAt(walk, node);
    this.frame(here, "here", walk.isOver ? "The call ended here" : "The call is here");
    if (this.follows && here !== this.here) this.bring(here);
    this.here = here;
  }

  /** Name the box at which to show a call: who took it, its node, or, on an overview, the last menu. */
  drawnAt(walk, node) {
    const menus = [...walk.call.trails].reverse().flatMap((trail) => [...trail].reverse());
    const took = walk.isOver && walk.waits.how === "transfer" ? [`contact:${walk.waits.why}`] : [];
    return [...took, node, ...menus, `line:${walk.start.line}`].find((name) => name in this.content.boxes);
  }

  markTaken(way) {
    const arrows = new Set(way.flatMap(([from, on]) => this.wayOf(from, on)?.[2] || []));
    for (const number of this.taken) if (!arrows.has(number)) byId(`arrow-${number}`)?.classList.remove("taken");
    for (const number of arrows) if (!this.taken.has(number)) byId(`arrow-${number}`)?.classList.add("taken");
    this.taken = arrows;
    for (const [from, on] of way) this.row(from, on, "went");
  }

  /** Mark the rows that lead on from here, and those that hours keep shut now. */
  markOpen(walk, node) {
    if (walk.isOver) return;
    for (const event of this.eventsAt(walk)) {
      const made = walk.tried(event);
      const first = made && made.effects.find((effect) => effect.for === "came" || effect.for === "end");
      if (!first || first.on === "wrong") continue;
      this.row(node, first.for === "end" ? "transfer" : first.on, "open");
    }
  }

  eventsAt(walk) {
    const keys = [..."0123456789*#"].map((key) => ({ kind: "key", key }));
    return [...keys, ...(walk.state.answers || []).map(([answer, values]) => ({ kind: "answer", answer, values: Object.fromEntries(values) }))];
  }

  markClosed(walk) {
    const { schedules, shut } = this.content.closed;
    const open = schedules.map((name) => Number(isOpen(walk.table, name, walk.call.at, walk.call.seconds))).join("");
    if (open === this.open) return;
    this.open = open;
    this.drawn = new Set();
    this.hours.replaceChildren();
    [this.marks, this.hours] = [this.hours, this.marks];
    for (const element of this.svg.querySelectorAll(".shut")) element.classList.remove("shut");
    for (const [name, on, closed] of shut[open] || []) {
      const box = this.content.boxes[name];
      if (on) {
        for (const number of this.wayOf(name, on)?.[2] || []) byId(`arrow-${number}`)?.classList.add("shut");
        if (closed) this.row(name, on, "closed", "closed now");
      } else if (box) {
        byId(box.element)?.classList.add("shut");
        if (closed) this.note(box, "closed now");
      }
    }
    [this.marks, this.hours] = [this.hours, this.marks];
  }

  wayOf(name, on) {
    return this.content.ways[name]?.[on];
  }

  row(name, on, kind, words) {
    const way = this.wayOf(name, on);
    const box = way && this.content.boxes[way[0]];
    if (!box || way[1] < 0) return;
    const drawn = `${way[0]} ${way[1]} ${kind}`;
    if (this.drawn.has(drawn)) return;
    this.drawn.add(drawn);
    const [x, y, width] = box.place;
    const [top, height] = box.rows[way[1]];
    this.rect([x + 1, y + top, width - 2, height], kind);
    if (words) this.text(x + width - 6, y + top + height - 5, words, kind);
  }

  frame(name, kind, words) {
    const box = this.content.boxes[name];
    if (!box) return;
    const [x, y, width, height] = box.place;
    this.rect([x - 5, y - 5, width + 10, height + 10], kind);
    this.text(x - 5, y - 10, `▼ ${words}`, kind);
  }

  note(box, words) {
    const [x, y, width] = box.place;
    this.text(x + width, y - 4, words, "closed");
  }

  rect([x, y, width, height], kind) {
    const element = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ x, y, width, height, rx: 4, class: `mark ${kind}` })) element.setAttribute(name, value);
    this.marks.append(element);
  }

  text(x, y, words, kind) {
    const element = document.createElementNS(SVG, "text");
    for (const [name, value] of Object.entries({ x, y, "font-size": 10, class: `mark-words ${kind}` })) element.setAttribute(name, value);
    element.textContent = words;
    this.marks.append(element);
  }
}
