// What the page says beside the conversation: failures in a box that goes away, and words for screen readers alone.

import { byId, el } from './dom.js';

const SHOWN = 8000; // ms

/** Shows a message for a while, and has it read out. */
export function toast(text, isBad = true) {
  const box = el('div', { className: isBad ? 'toast bad' : 'toast' }, el('span', { textContent: text, className: 'grow' }));
  const close = el('button', { className: 'icon', type: 'button', textContent: '✕', 'aria-label': 'Close the notice', onclick: () => box.remove() });
  box.append(close);
  byId('toasts').replaceChildren(...[...byId('toasts').children].slice(-2), box);
  setTimeout(() => box.remove(), SHOWN);
}

/** Says something to screen readers. */
export function announce(text) {
  byId('announcer').textContent = text;
}

let unseen = 0;
let title = 'Eliza';

/** Names the page after the open conversation. */
export function setTitle(name) {
  title = name ? `${name} · Eliza` : 'Eliza';
  showTitle();
}

/** Counts in the page's title what came while nobody looked. */
export function countUnseen() {
  if (!document.hidden) return;
  unseen++;
  showTitle();
}

function showTitle() {
  document.title = unseen > 0 ? `(${unseen}) ${title}` : title;
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  unseen = 0;
  showTitle();
});
