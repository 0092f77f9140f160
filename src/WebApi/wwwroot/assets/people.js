// Who takes part in the open conversation: their names, and whom an @ may mean.

const MOST_TRIES = 3; // to read a list that changes all the time

export class People {
  #byId = new Map(); // those whose names are known: of very many, the first

  constructor(me) {
    this.account = me;
  }

  get me() { return this.account.id; }
  get all() { return [...this.#byId.values()]; }

  /** How many take part. */
  total = 0;

  /** How often somebody came or went since this was made. */
  changes = 0;

  has(id) { return this.#byId.has(id); }

  add(id, name, isAgent) { this.#byId.set(id, { id, name: name || id, isAgent }); }

  /** Somebody came in. */
  join(id, name, isAgent) {
    this.add(id, name, isAgent);
    this.total++;
    this.changes++;
  }

  /** Somebody went. */
  leave(id) {
    this.#byId.delete(id);
    this.total--;
    this.changes++;
  }

  /** Takes over the list that `read` gives. If somebody came or went meanwhile it may be old, and is read again. */
  async load(read) {
    for (let tries = 0, changes = -1; changes !== this.changes && tries < MOST_TRIES; tries++) {
      changes = this.changes;
      const { participants, pagination } = await read();
      this.#byId.clear();
      for (const each of participants) this.add(each.userId, each.name, each.kind === 'agent');
      this.total = pagination.total;
    }
  }

  /** The participant of that id or name, in any case. */
  find(handle) {
    const wanted = handle.toLowerCase();
    return this.all.find(each => each.id.toLowerCase() === wanted || each.name.toLowerCase() === wanted) ?? null;
  }

  /** What an author is called; the message itself may know those who do not take part (any more). */
  nameOf(message) {
    if (message.senderId === this.me) return this.account.name;
    return this.#byId.get(message.senderId)?.name ?? this.#ownNameIn(message) ?? message.senderId;
  }

  /** A person's message may say what it likes: it is not believed when it takes an agent's name. */
  #ownNameIn(message) {
    if (typeof message.senderName !== 'string' || message.senderName.trim() === '') return null;
    return !message.isAgent && this.find(message.senderName.trim())?.isAgent ? null : message.senderName;
  }

  /** Those whose name or id begins so, names first; never oneself. */
  startingWith(beginning) {
    const wanted = beginning.toLowerCase();
    return this.all
      .filter(each => each.id !== this.me)
      .filter(each => [each.name, ...each.name.split(/\s+/), each.id].some(word => word.toLowerCase().startsWith(wanted)))
      .sort((one, other) => one.name.localeCompare(other.name))
      .slice(0, 8);
  }

  /** How to call a participant in a text: by name where it is one word and nobody else's, else by id. */
  handleOf(person) {
    const isWord = /^[\p{L}\p{M}\p{N}._:@-]+$/u.test(person.name);
    return isWord && this.find(person.name)?.id === person.id ? person.name : person.id;
  }
}
