// Elements, made of names, properties and children; all text is put in as text.

/** Make an element: properties that begin with "on" are listeners, the others attributes; null leaves one out. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  const there = children.filter((child) => child !== null && child !== undefined);
  element.append(...there.map((child) => (typeof child === "string" ? plain(child) : child)));
  return element;
}

/** Give a text with nothing in it that turns the direction of a line: such a character is spelled as JSON spells it. */
export function plain(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** Find an element by its id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Give a select with its options, each a value and its words. */
export function choice(properties, options, chosen) {
  const select = make("select", properties);
  for (const [value, words] of options) select.append(make("option", { value }, words));
  if (chosen !== undefined) select.value = chosen;
  return select;
}
