// What is written down of a call, in the words of people who make calls.

/** Give a time on the call's clock, as in 1:07. */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Say what happened to a call. */
export function eventWords(event) {
  if (event.kind === "key") return `presses ${event.key}`;
  if (event.kind === "silence") return "says nothing";
  if (event.kind === "words") return event.words ? `says “${event.words}”` : "says something that is not understood";
  if (event.kind === "hangup") return "hangs up";
  const given = Object.entries(event.values || {}).map(([name, value]) => `${name} = ${value}`);
  return given.length ? `${event.answer} (${given.join(", ")})` : event.answer;
}

/** Say how a call ended. */
export function endWords(content, end) {
  if (end.how === "transfer") return `${contactName(content, end.why)} takes the call`;
  if (end.how === "hangup") return "The line hangs up";
  if (end.how === "caller") return "The caller hung up";
  if (end.how === "dropped") return `The call is dropped, ${end.why}`;
  return `The call ends by a fault of the flow: ${end.why}`;
}

/** Say what a call waits for. */
export function waitWords(content, waits) {
  if (waits.for === "listen") return waits.typed ? `Typed so far: ${waits.typed}` : "Waits for the caller";
  if (waits.for === "transfer") return `Rings ${contactName(content, waits.name)}`;
  if (waits.for === "lookup") return `Looks up ${waits.name}`;
  if (waits.for === "record") return `Records, for at most ${waits.seconds} s`;
  if (waits.for === "choose") return `${waits.name}: which way?`;
  return endWords(content, waits);
}

/** Give what people call a contact, or the number itself. */
export function contactName(content, name) {
  return content.contacts[name] || name;
}

/** Give what people call a node. */
export function nodeTitle(content, name) {
  return content.nodes[name] || name.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());
}
