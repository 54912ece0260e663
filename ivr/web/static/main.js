// The page: puts its parts together, and lets each show where the call stands.

import { Bar } from "./bar.js";
import { showCoverage } from "./coverage.js";
import { Diagram } from "./diagram.js";
import { byId, make, plain } from "./dom.js";
import { listFindings, listPromises } from "./findings.js";
import { isKnown } from "./hours.js";
import { eventsOf, fragmentOf, now, readFragment } from "./link.js";
import { Phone } from "./phone.js";
import { Replayer } from "./replay.js";
import { Saving } from "./saving.js";
import { showSource } from "./source.js";
import { saveCall, toldOfChange, watch } from "./served.js";
import { Sound } from "./sound.js";
import { Tabs } from "./tabs.js";
import { showTranscript } from "./transcript.js";
import { showValues } from "./values.js";
import { Walk } from "./walk.js";

const content = JSON.parse(byId("content").textContent);
const GONE = "The server does not answer any more: what is shown may be old, and nothing can be saved until `ivr serve` runs again.";
const UNKNOWN = "This page knows opening hours from 2020 to 2049 only; at this time they may be wrong.";
const first = { line: content.lines[0].number, at: now(), language: "", given: {} };
let pointed = "";
let isGone = false;
let addressing = 0;
let settling = 0;
const page = document.documentElement.dataset;
const sound = new Sound(content.recordings);
const walk = new Walk(content, show);
const panels = ["Transcript", "Values", "Findings", "Promises", "Coverage", "Text"].map((name) => [name, make("div")]);
const panel = Object.fromEntries(panels);
const bar = new Bar(byId("bar"), content, sound, { dial: (start) => walk.dial(start), restart: () => walk.dial(bar.start()), copy, save: () => saving.open() });
const phone = new Phone(byId("phone"), walk, sound, tell);
const saving = new Saving(walk, content.served ? "Save" : "Copy", keep, tell);
const replayer = new Replayer(byId("replay"), walk);
const diagram = new Diagram(content, point);
byId("side").append(make("h2", { id: "side-head", class: "hidden" }, "The call and the flow"));
const tabs = new Tabs(byId("side"), "The call and the flow", panels, fill);
listFindings(panel.Findings, content.findings, point, replay);
listPromises(panel.Promises, content.promises, replay);
showCoverage(panel.Coverage, content, replay);
tabs.count("Findings", content.findings.length);
tabs.count("Promises", content.promises.length);

/** Show where the call stands: the telephone at once, and all else when that is to be seen. */
function show() {
  tell(isKnown(content.table, walk.start.at) ? "" : UNKNOWN);
  sound.hush();
  bar.show(walk.start);
  phone.show();
  replayer.show();
  pointed = walk.state.node;
  page.settled = "no";
  cancelAnimationFrame(settling);
  settling = requestAnimationFrame(() => setTimeout(settle, 0));
}

function settle() {
  diagram.show(walk);
  fill(tabs.name);
  address();
  page.settled = "yes";
}

/** Put the call into the address of the page; where a browser finds that too often, a later time will do. */
function address() {
  clearTimeout(addressing);
  try {
    history.replaceState(null, "", fragmentOf(content.table, walk.start, walk.events));
  } catch {
    addressing = setTimeout(address, 1000);
  }
}

/** Show in a panel where the call stands; the others wait until they are looked at. */
function fill(name) {
  if (!walk.start) return;
  if (name === "Transcript") showTranscript(panel.Transcript, walk);
  if (name === "Values") showValues(panel.Values, walk);
  if (name === "Text") showSource(panel.Text, content, pointed);
}

function tell(words) {
  byId("notice").textContent = plain(isGone ? `${GONE} ${words}` : words);
}

/** Tell when the server has gone, or is there again. */
function goneNow(gone) {
  if (gone === isGone) return;
  isGone = gone;
  tell("");
}

function point(name) {
  diagram.bring(name);
  if (!(name in content.places)) return;
  pointed = name;
  tabs.show("Text");
}

function replay(call) {
  replayer.begin(call);
  tabs.show("Transcript");
}

/** Make the call of a link; gives why it is another call, or is made only so far. */
function open(link) {
  const odd = link.odd && `The link's time “${link.odd}” cannot be read, so it is called as of now. `;
  if (!walk.dial(link.start)) {
    walk.dial({ ...first, at: link.start.at });
    return `${odd}The line ${link.start.line} cannot be called like that here; ${first.line} is dialled now.`;
  }
  for (const item of link.items) {
    const events = eventsOf(item, walk.waits);
    if (!events.length || !events.every((event) => walk.feed(event))) {
      return `${odd}The link goes on with “${item}”, but nothing listens to that here.`;
    }
  }
  return odd;
}

function openAndTell(link) {
  const told = open(link);
  if (told) tell(told);
  return told;
}

async function copy() {
  address();
  try {
    await navigator.clipboard.writeText(location.href);
    tell("The link is copied.");
  } catch {
    tell(`Copy the address of this page: ${location.href}`);
  }
}

/** Keep a call: beside the flow where there is a server, else where a person puts it. */
async function keep(name, text) {
  if (content.served) return saveCall(content.served, walk, name);
  try {
    await navigator.clipboard.writeText(text);
    return { kept: true, said: "The call is copied; put it under `calls:` in the flow." };
  } catch {
    return { kept: true, said: text };
  }
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
  if (typing || event.ctrlKey || event.altKey || event.metaKey || !bar.dials.checked) return;
  if (/^[0-9*#]$/.test(event.key)) {
    event.preventDefault();
    phone.press(event.key);
  }
});
addEventListener("hashchange", () => {
  const link = readFragment(content.table, location.hash);
  if (link) openAndTell(link);
});

const link = readFragment(content.table, location.hash);
diagram.fit();
const stopped = link ? openAndTell(link) : "";
if (!link) walk.dial(first);
if (content.served) {
  cancelAnimationFrame(settling);
  settle();
  const told = toldOfChange(walk, tabs, stopped);
  if (told) tell(told);
  watch(content.served, walk, tabs, goneNow);
}
page.ready = "yes";
