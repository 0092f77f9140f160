// The messages of the open conversation, in order: those of the history, those that come, those that are being written, and
// those that are on their way to the server. Each has a `key` that stays while it goes from one state to the next.

const MOST = 1000; // messages that are kept while more come in
const TRIM = 200;  // so many are let go at once

export class Messages {
  #list = [];      // what the server has, oldest first
  #drafts = [];    // what agents are writing
  #pending = [];   // what is on its way, or failed
  #told = null;    // the changes since a page was asked for that is not there yet

  /** @param onChange called after each change; @param onTrim called when the oldest were let go */
  constructor(onChange, onTrim) { Object.assign(this, { onChange, onTrim }); }

  get all() { return [...this.#list, ...this.#drafts, ...this.#pending]; }
  get oldestId() { return this.#list[0]?.id ?? null; }

  find(id) { return this.#list.find(each => each.id === id) ?? null; }

  /**
   * Shows the newest page that `read` gives, at the beginning or after a gap, and on top of it what was told since it was asked for: the
   * page may be older than that, and ids do not tell the order of time. Of two pages that are on their way the one asked for last counts.
   * @param onPage called with the page that counts, before it is shown
   */
  async load(read, onPage = () => {}) {
    const told = this.#told = [];
    try {
      const page = await read();
      if (told !== this.#told) return;
      const keys = new Map(this.#list.map(each => [each.id, each.key]));
      this.#list = page.map(each => ({ ...each, key: keys.get(each.id) ?? each.key }));
      for (const change of told) change();
      onPage(page);
      this.onChange();
    } finally {
      if (told === this.#told) this.#told = null;
    }
  }

  /** An older page. */
  prepend(page) {
    this.#list = [...page.filter(each => !this.find(each.id)), ...this.#list];
    this.onChange();
  }

  /**
   * A message that was posted. Whether it is news: it may have come another way before. `isAnswer`: it is the answer to one's own
   * request, which may overtake what was posted before it; its place is the one at which the stream tells it.
   */
  receive(message, isAnswer = false) {
    const known = this.find(message.id);
    const own = this.#pending.find(each => each.clientId === message.clientId && (isAnswer || each.senderId === message.senderId));
    const draft = this.#draftOf(message);
    this.#pending = this.#pending.filter(each => each !== own);
    this.#drafts = this.#drafts.filter(each => each !== draft);
    const key = own?.key ?? draft?.key ?? message.key;
    this.#change(() => this.#put({ ...message, isAnswer, key }));
    this.#trim();
    this.onChange();
    return !known;
  }

  update(message) {
    this.#change(() => {
      this.#list = this.#list.map(each => each.id === message.id ? { ...each, ...message, key: each.key, createdAt: each.createdAt } : each);
    });
    this.onChange();
  }

  remove(id) {
    this.#change(() => { this.#list = this.#list.filter(each => each.id !== id); });
    this.onChange();
  }

  /** Takes out all messages, or all of one author. */
  clear(authorId) {
    this.#change(() => { this.#list = this.#list.filter(each => authorId && each.senderId !== authorId); });
    this.onChange();
  }

  /** A message of one's own that is on its way. */
  addPending(message) {
    this.#pending.push({ ...message, key: message.clientId, state: 'pending' });
    this.onChange();
  }

  /** What became of it: `pending` again, or `failed` and why. */
  setState(clientId, state, note) {
    this.#pending = this.#pending.map(each => each.clientId === clientId ? { ...each, state, note } : each);
    this.onChange();
  }

  discard(clientId) {
    this.#pending = this.#pending.filter(each => each.clientId !== clientId);
    this.onChange();
  }

  /** A piece of what an agent is writing; index 0 begins anew. */
  write(chunk) {
    const draft = this.#drafts.find(each => each.id === chunk.messageId);
    if (!draft) {
      const text = chunk.index === 0 ? chunk.chunk : `… ${chunk.chunk}`;
      this.#drafts.push({
        key: chunk.messageId, id: chunk.messageId, senderId: chunk.agentId, isAgent: true, text, createdAt: Date.now(), state: 'writing',
        inReplyTo: chunk.inReplyToMessageId ?? null, threadId: null, mentions: [], attachments: [], lastIndex: chunk.index,
      });
    } else if (chunk.index === 0 || chunk.index > draft.lastIndex) {
      const next = { ...draft, text: chunk.index === 0 ? chunk.chunk : draft.text + chunk.chunk, lastIndex: chunk.index };
      this.#drafts = this.#drafts.map(each => each === draft ? next : each);
    }
    this.onChange();
  }

  /** An agent stopped writing without a message. */
  dropDrafts(isMeant = () => true) {
    if (!this.#drafts.some(isMeant)) return;
    this.#drafts = this.#drafts.filter(each => !isMeant(each));
    this.onChange();
  }

  /** Makes a change that was told, and remembers it for the page that is on its way. */
  #change(change) {
    change();
    this.#told?.push(change);
  }

  /** Puts a message at the end. One that is there stays where it is, unless that was but the place of the answer to one's own request. */
  #put(message) {
    const known = this.find(message.id);
    if (known && (message.isAnswer || !known.isAnswer)) return;
    this.#list = [...this.#list.filter(each => each !== known), { ...message, key: known?.key ?? message.key }];
  }

  /** A conversation that goes on for days stays small; what was let go comes back when somebody scrolls up. */
  #trim() {
    if (this.#list.length <= MOST) return;
    this.#list = this.#list.slice(TRIM);
    this.onTrim?.();
  }

  #draftOf(message) {
    return this.#drafts.find(each => each.id === message.id
      || (message.inReplyTo !== null && each.inReplyTo === message.inReplyTo && each.senderId === message.senderId));
  }
}
