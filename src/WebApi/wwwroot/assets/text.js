// Turns a message's text into nodes: code in backticks, links, mentions. Everything else is text as it was written.

import { el } from './dom.js';

const PARTS = /```(?:[\w+#-]*\n)?([\s\S]+?)```|`([^`\n]+)`|(https?:\/\/[^\s<>"'`]+)|(?<![\p{L}\p{M}\p{N}_.+-])@([\p{L}\p{M}\p{N}._:@-]+)/gu;

/** @param people whom a handle may name: { find(handle) => { id, name } | null, me } */
export function renderText(text, people) {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, block, code, link, handle] = match;
    const node = block !== undefined ? el('pre', {}, el('code', { textContent: block.replace(/\n$/, '') }))
      : code !== undefined ? el('code', { textContent: code })
      : link !== undefined ? linkOf(link)
      : mentionOf(handle, people);
    if (!node) continue;
    fragment.append(text.slice(end, match.index), node);
    end = match.index + (node.matched ?? whole.length);
  }
  fragment.append(text.slice(end));
  return fragment;
}

/** A link; the sentence's own closing marks are left out of it. */
function linkOf(text) {
  const address = text.replace(/[.,;:!?)\]}]+$/, marks => (marks.startsWith(')') && text.includes('(') ? ')' : ''));
  if (!URL.canParse(address)) return null;
  const link = el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow', textContent: address });
  link.matched = address.length;
  return link;
}

/** A participant's name, wherever one of the handle's spellings is one: `@ada.` is `@ada` at the end of a sentence. */
function mentionOf(handle, people) {
  for (const spelling of new Set([handle, handle.replace(/[.:\-@_]+$/, '')])) {
    const person = people.find(spelling);
    if (!person) continue;
    const node = el('span', { className: person.id === people.me ? 'mention me' : 'mention', textContent: `@${person.name}` });
    node.matched = spelling.length + 1;
    return node;
  }
  return null;
}
