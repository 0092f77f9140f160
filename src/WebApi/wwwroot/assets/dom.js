// Small helpers for the page's elements. Content only ever becomes text nodes, never markup.

/** The page's element of that id. */
export const byId = id => document.getElementById(id);

/** Makes an element: properties are set on it, `data-…` and `aria-…` as attributes; children are nodes or texts. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.includes('-') || name === 'role') element.setAttribute(name, value);
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element[name] = value;
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** A colour that always is the same for the same id, as a class: styles in the markup are not allowed here. */
export function hueOf(id) {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  return `hue-${hash % 8}`;
}

/** The round sign with somebody's initial. */
export function avatar(id, name) {
  return el('span', { className: `avatar ${hueOf(id)}`, 'aria-hidden': 'true', textContent: initialOf(name) });
}

export const initialOf = name => [...(name || '?')][0];

/** A random UUID, also where the page came over plain HTTP from another machine and `crypto.randomUUID` is missing. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
