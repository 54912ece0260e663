// Elements, made of names, properties and children; all text is put in as text.

/** Make an element: properties that begin with "on" are listeners, the others attributes; null leaves one out. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
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
