// What a person has set on the page, kept while it loads itself again: switches, and where the focus was.

const REACHED = "button, input, select, textarea, [tabindex]";

/** Give what is set, as something that can be written down. */
export function settings() {
  const had = document.activeElement;
  const alike = reached().filter((one) => nameOf(one) === nameOf(had));
  return { switches: switches().map((one) => one.checked), focus: nameOf(had), nth: alike.indexOf(had) };
}

/** Set it again; what had the focus and is not there any more leaves it to the telephone. */
export function set({ switches: on, focus, nth }) {
  for (const [number, one] of switches().entries()) if (on[number] !== undefined && one.checked !== on[number]) one.click();
  if (nth < 0) return;
  const alike = reached().filter((one) => nameOf(one) === focus);
  (alike[nth] || document.getElementById("phone")).focus({ preventScroll: true });
}

function switches() {
  return [...document.querySelectorAll("input[type=checkbox]")];
}

function reached() {
  return [...document.querySelectorAll(REACHED)];
}

function nameOf(element) {
  return [element.tagName, element.id, element.className, element.getAttribute("aria-label") || element.textContent].join(" ");
}
