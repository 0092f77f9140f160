// Sends messages, in order, each under an id of its own: repeated under that id it is posted once, whatever was lost between.

import { explain } from './api.js';
import { newId } from './dom.js';

const PAUSES = [1000, 2000, 4000]; // ms before a message is tried again by itself

export class Outbox {
  #last = Promise.resolve();

  /** @param options { messages, people, post(message) => the message as the server has it } */
  constructor(options) { Object.assign(this, options); }

  /** Shows the message at once, and sends it when those before it are through. */
  send(text, inReplyTo = null, threadId = null) {
    const message = {
      clientId: newId(), senderId: this.people.me, isAgent: false, text, createdAt: Date.now(), inReplyTo, threadId, mentions: [], attachments: [],
    };
    this.messages.addPending(message);
    this.#queue(message);
  }

  retry(message) {
    this.messages.setState(message.clientId, 'pending');
    this.#queue(message);
  }

  discard(message) { this.messages.discard(message.clientId); }

  #queue(message) { this.#last = this.#last.then(() => this.#deliver(message)); }

  async #deliver(message) {
    for (let attempt = 0; ; attempt++) {
      try {
        const posted = await this.post(message);
        this.messages.receive({ ...posted, clientId: message.clientId }, true);
        return;
      } catch (error) {
        if (!error.isPassing || attempt >= PAUSES.length) return this.messages.setState(message.clientId, 'failed', explain(error));
        this.messages.setState(message.clientId, 'pending', 'Waiting for the server …');
        await new Promise(resolve => setTimeout(resolve, (error.retryAfter ?? 0) * 1000 || PAUSES[attempt]));
      }
    }
  }
}
