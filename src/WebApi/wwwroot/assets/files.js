// The files of a message. The server's own are fetched with the credential and shown or offered as blobs; what lies elsewhere
// is only ever a link, so that nobody learns of the reader by a picture.

import { explain } from './api.js';
import { el } from './dom.js';
import { toast } from './notices.js';

const PICTURE = /^image\/(png|jpeg|gif)$/;

/** Makes the list of a message's files. */
export function filesOf(api, attachments) {
  return el('div', { className: 'files' }, ...attachments.map(file => fileOf(api, file)));
}

function fileOf(api, file) {
  const name = file.title || file.name || file.url;
  const address = URL.canParse(file.url, document.baseURI) ? new URL(file.url, document.baseURI) : null;
  if (!address || !/^https?:$/.test(address.protocol)) return el('span', { textContent: name });
  if (address.origin !== location.origin) return el('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer nofollow', textContent: name });
  const link = el('a', { href: '#', textContent: name, onclick: event => { event.preventDefault(); save(api, address, file.name || 'file'); } });
  if (PICTURE.test(file.contentType ?? '')) showPicture(api, address, name, link);
  return link;
}

async function showPicture(api, address, name, link) {
  try {
    const blob = await api.file(address);
    const picture = el('img', { alt: `Picture: ${name}`, src: blob });
    picture.addEventListener('load', () => URL.revokeObjectURL(blob), { once: true });
    link.replaceChildren(picture);
  } catch {
    // The name stays, and following it tells what is wrong.
  }
}

async function save(api, address, name) {
  try {
    const blob = await api.file(address);
    const link = el('a', { href: blob, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(blob), 10_000);
  } catch (error) {
    toast(explain(error));
  }
}
