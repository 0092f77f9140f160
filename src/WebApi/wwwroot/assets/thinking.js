// Says which agents are thinking about an answer. An agent of whom nothing more is heard is not said to think for ever.

const PATIENCE = 120_000; // ms

export class Thinking {
  #timers = new Map(); // agent id => timer

  constructor(element, people) { Object.assign(this, { element, people }); }

  start(agentId) {
    if (!agentId) return;
    clearTimeout(this.#timers.get(agentId));
    this.#timers.set(agentId, setTimeout(() => this.stop(agentId), PATIENCE));
    this.#show();
  }

  stop(agentId) {
    if (!this.#timers.has(agentId)) return;
    clearTimeout(this.#timers.get(agentId));
    this.#timers.delete(agentId);
    this.#show();
  }

  /** Nobody is, as far as is known. */
  clear() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#show();
  }

  #show() {
    const names = [...this.#timers.keys()].map(id => this.people.nameOf({ senderId: id }));
    this.element.textContent = names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} thinking`;
  }
}
