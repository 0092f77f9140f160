// The messages of the open conversation, in order: those of the history, those that come, those that are being written, and
// those that are on their way to the server. Each has a `key` that stays while it goes from one state to the next.

/** A message as the REST API tells it. */
export function fromHistory(message) {
  const isAgent = message.agentId !== null && message.agentId !== undefined;
  return {
    key: message.id, id: message.id, senderId: message.authorId, isAgent,
    senderName: isAgent ? message.metadata?.agent_name : message.metadata?.user_display_name,
    text: message.text, createdAt: message.createdAt * 1000, threadId: message.threadId, inReplyTo: message.inReplyToMessageId,
    mentions: message.mentions ?? [], attachments: message.attachments ?? [], isEdited: message.editedAt !== null,
  };
}

/** A message as the event stream tells it. */
export function fromEvent(data) {
  return {
    key: data.id, id: data.id, senderId: data.senderId, isAgent: data.senderType === 'agent', senderName: data.senderName,
    text: data.text ?? '', createdAt: data.createdAt, threadId: data.threadId ?? null, inReplyTo: data.inReplyToMessageId ?? null,
    mentions: data.mentions ?? [], attachments: data.attachments ?? [], isEdited: Boolean(data.editedAt), clientId: data.clientMessageId ?? null,
  };
}

const MOST = 1000; // messages that are kept while more come in
const TRIM = 200;  // so many are let go at once

export class Messages {
  #list = [];      // what the server has, oldest first
  #drafts = [];    // what agents are writing
  #pending = [];   // what is on its way, or failed

  /** @param onChange called after each change; @param onTrim called when the oldest were let go */
  constructor(onChange, onTrim) { Object.assign(this, { onChange, onTrim }); }

  get all() { return [...this.#list, ...this.#drafts, ...this.#pending]; }
  get oldestId() { return this.#list[0]?.id ?? null; }

  find(id) { return this.#list.find(each => each.id === id) ?? null; }

  /** The newest page, at the beginning or after a gap. What came meanwhile and is newer stays; ids tell the order of time. */
  reset(page) {
    const newest = page.at(-1)?.id ?? '';
    const keys = new Map(this.#list.map(each => [each.id, each.key]));
    const later = this.#list.filter(each => each.id > newest && !page.some(other => other.id === each.id));
    this.#list = [...page.map(each => ({ ...each, key: keys.get(each.id) ?? each.key })), ...later];
    this.onChange();
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
    if (!known || (known.isAnswer && !isAnswer)) {
      this.#list = this.#list.filter(each => each !== known);
      this.#list.push({ ...message, isAnswer, key: known?.key ?? own?.key ?? draft?.key ?? message.key });
      this.#trim();
    }
    this.onChange();
    return !known;
  }

  update(message) {
    this.#list = this.#list.map(each => each.id === message.id ? { ...each, ...message, key: each.key, createdAt: each.createdAt } : each);
    this.onChange();
  }

  remove(id) {
    this.#list = this.#list.filter(each => each.id !== id);
    this.onChange();
  }

  /** Takes out all messages, or all of one author. */
  clear(authorId) {
    this.#list = authorId ? this.#list.filter(each => each.senderId !== authorId) : [];
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
