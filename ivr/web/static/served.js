// What only a served page does: it loads itself again when the flow changes, and saves walks as calls.

import { set, settings } from "./kept.js";
import { eventWords } from "./words.js";

const KEPT = "ivr walk before the flow changed";
let justSaved = "";
let saving = null;

/** Watch the flow: when it changes, load the page again; its address says which call to make. `gone` hears of the server. */
export function watch(served, walk, tabs, gone) {
  const events = new EventSource(served.events);
  events.addEventListener("open", () => gone(false));
  events.addEventListener("error", () => gone(true));
  events.addEventListener("changed", async () => {
    await saving;
    await closed(document.querySelector("dialog[open]"));
    sessionStorage.setItem(KEPT, JSON.stringify({ settings: settings(), node: walk.state.node, mistakes: walk.mistakes, tab: tabs.chosen, said: justSaved }));
    location.reload();
  });
}

/** Wait until a dialog is closed, if there is one. */
function closed(box) {
  return box && new Promise((done) => { box.addEventListener("close", done, { once: true }); });
}

/**
 * Say what became of a call whose flow has changed, and show the tab that was shown; empty where nothing has.
 * `stopped` says why the call could not be made again as it was.
 */
export function toldOfChange(walk, tabs, stopped) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  sessionStorage.removeItem(KEPT);
  if (!kept) return "";
  tabs.choose(kept.tab);
  set(kept.settings);
  const wrong = walk.mistakes.find((number) => !kept.mistakes.includes(number));
  const mistake = wrong === undefined ? "" : ` Where the caller “${eventWords(walk.events[wrong])}”, that is a mistake now.`;
  const still = stopped && ` It stands at “${kept.node}”, as before.`;
  const moved = walk.state.node === kept.node ? still : ` This call was at “${kept.node}”, and is now at “${walk.state.node}”.`;
  if (stopped || mistake || moved) return `The flow has changed. ${stopped.replace("The link", "The call")}${mistake}${moved}`.replace(/\s+/g, " ");
  return kept.said || "The flow has changed; the call stands where it stood.";
}

/** Save a walk as a call beside the flow; gives whether it is kept, and a sentence. */
export function saveCall(served, walk, name) {
  saving = sent(served, walk, name);
  return saving;
}

async function sent(served, walk, name) {
  const { line, at, language, given } = walk.start;
  const events = walk.events.map((event) => (event.words === "" ? { ...event, words: walk.content.unmeant } : event));
  const body = JSON.stringify({ name, line, at, language, given: given || {}, events });
  try {
    const answer = await fetch(served.calls, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    const { saved, wrong } = await answer.json();
    justSaved = saved || "";
    return { kept: Boolean(saved), said: saved || `The call is not saved: ${wrong}.` };
  } catch {
    return { kept: false, said: "The call is not saved: the server does not answer. Start `ivr serve` again, then save." };
  }
}
