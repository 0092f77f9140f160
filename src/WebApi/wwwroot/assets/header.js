// The head of the conversation: its name, how many take part, and whether what happens in it comes in.

import { byId } from './dom.js';
import { setTitle } from './notices.js';

/** Names the conversation. */
export function showTitle(title, subtitle) {
  byId('title').textContent = title;
  byId('subtitle').textContent = subtitle;
  setTitle(title);
}

/** Names a channel, and tells beneath how many take part and what it is about. */
export function showChannel({ type, name, description, metadata }, count) {
  const participants = count === 1 ? '1 participant' : `${count} participants`;
  showTitle(type === 'dm' ? metadata?.displayName ?? 'Direct channel' : `# ${name}`, description ? `${participants} · ${description}` : participants);
}

/** Tells how the connection is: `live`, `connecting`, `waiting` so many seconds for the next attempt, `offline`, `ended`; '' for none. */
export function showConnection(state, seconds = 0, text = textOf(state, seconds)) {
  const sign = byId('connection');
  sign.dataset.state = state === 'live' || state === 'ended' ? state : 'waiting';
  if (sign.textContent !== text) sign.textContent = text;
}

function textOf(state, seconds) {
  switch (state) {
    case 'live': return 'Live';
    case 'connecting': return 'Connecting …';
    case 'waiting': return seconds > 2 ? `Reconnecting in ${seconds} s` : 'Reconnecting …';
    case 'offline': return 'Offline';
    case 'ended': return 'Disconnected';
    default: return '';
  }
}
