// Who is signed in: the credential, and the person who speaks with it. A credential lies in this tab's sessionStorage, or in
// localStorage when its owner wants to stay signed in.

import { newId } from './dom.js';

const KEY = 'eliza.key';
const PERSON = 'eliza.person'; // the name
const IDS = 'eliza.people';    // the id of each name

/** Takes a credential out of the address (`#key=…`), which is cleaned at once: `hashInstead` stays; null when there is none. */
export function takeKeyFromAddress(hashInstead = '') {
  const match = /^#key=(.+)$/.exec(location.hash);
  if (!match) return null;
  history.replaceState(null, '', location.pathname + location.search + hashInstead);
  try { return decodeURIComponent(match[1]).trim(); } catch { return match[1].trim(); }
}

export const storedKey = () => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);

export function keepKey(key, staysSignedIn) {
  forgetKey();
  (staysSignedIn ? localStorage : sessionStorage).setItem(KEY, key);
}

/** Whether the key stays when the tab is closed. */
export const staysSignedIn = () => localStorage.getItem(KEY) !== null;

export function forgetKey() {
  sessionStorage.removeItem(KEY);
  localStorage.removeItem(KEY);
}

/**
 * Who speaks with this credential. A token names its person; an agent's key is the agent's; a service's key may speak for
 * anybody, so its person is the one who is kept on this device: null when there is none yet.
 */
export function personOf(key) {
  const claims = readToken(key);
  if (claims) return { id: claims.sub, name: claims.name || claims.sub, kind: 'token' };
  if (key.startsWith('eliza_agent_')) return { id: null, name: 'Agent', kind: 'agent' };
  const person = keptPerson();
  return person && { ...person, kind: 'service' };
}

/** Whether both name the same person: a token that takes another's place, as when it has run out. */
export function isSamePerson(key, other) {
  const [one, two] = [readToken(key), readToken(other)];
  return one !== null && two !== null && one.sub === two.sub;
}

/** The person who spoke last on this device. */
export function keptPerson() {
  const name = localStorage.getItem(PERSON);
  const id = keptIds()[name];
  return id ? { id, name } : null;
}

/** Gives the person of this device a name. Whoever comes back under a name has the id of before. */
export function namePerson(name) {
  localStorage.setItem(IDS, JSON.stringify({ ...keptIds(), [name]: keptIds()[name] ?? newId() }));
  localStorage.setItem(PERSON, name);
}

function keptIds() {
  try {
    return Object.assign(Object.create(null), JSON.parse(localStorage.getItem(IDS)));
  } catch {
    return Object.create(null);
  }
}

/** The claims of a JWT, unverified: the server does that. */
function readToken(key) {
  const parts = key.split('.');
  if (parts.length !== 3) return null;
  try {
    const bytes = Uint8Array.from(atob(parts[1].replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims.sub === 'string' ? claims : null;
  } catch {
    return null;
  }
}
