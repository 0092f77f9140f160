// The sessions that somebody opened on this device: the server lists sessions for operators alone.

const KEY = 'eliza.sessions';
const MOST = 20;

export class KnownSessions {
  constructor(userId) { this.userId = userId; }

  /** Newest first. */
  get all() { return read().filter(each => each.userId === this.userId); }

  find(id) { return this.all.find(each => each.id === id) ?? null; }

  add(session, agentName) {
    const entry = { id: session.sessionId, channelId: session.channelId, userId: this.userId, agentName, openedAt: Date.now() };
    write([entry, ...read()].slice(0, MOST));
  }

  remove(id) { write(read().filter(each => each.id !== id)); }

  forget() { write(read().filter(each => each.userId !== this.userId)); }
}

function read() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function write(list) { localStorage.setItem(KEY, JSON.stringify(list)); }
