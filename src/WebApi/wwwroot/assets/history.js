// What was said in a channel before: the newest page, and further ones as somebody scrolls up.

import { explain } from './api.js';
import { fromHistory } from './message.js';
import { toast } from './notices.js';

const PAGE = 50; // messages that are fetched at once

export class History {
  #isLoading = false;

  /** Whether the newest page was there once. */
  isLoaded = false;

  /** Whether there is more before what is shown. */
  hasEarlier = false;

  /** Whether what changes just now is an older page. */
  isPrepending = false;

  constructor(api, messages) { Object.assign(this, { api, messages, isClosed: false }); }

  close() { this.isClosed = true; }

  /** The newest page, at the beginning or after a gap. */
  async loadNewest() {
    try {
      await this.messages.load(() => this.#page(''), page => Object.assign(this, { isLoaded: true, hasEarlier: isFull(page) }));
    } catch (error) {
      this.#complain(error);
    }
  }

  /** The page before what is shown. Where that became another meanwhile, the page that was read does not join on, and the right one is read. */
  async loadEarlier() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      while (this.hasEarlier && !this.isClosed) {
        const oldest = this.messages.oldestId;
        if (oldest === null) return await this.loadNewest();
        const page = await this.#page(`&before=${oldest}`);
        if (this.messages.oldestId === oldest) return this.#prepend(page);
      }
    } catch (error) {
      this.#complain(error);
    } finally {
      this.#isLoading = false;
    }
  }

  #prepend(page) {
    this.hasEarlier = isFull(page);
    this.isPrepending = true;
    this.messages.prepend(page);
    this.isPrepending = false;
  }

  async #page(query) {
    const { data } = await this.api.get(`api/messaging/channels/${this.channelId}/messages?limit=${PAGE}${query}`);
    return data.messages.map(fromHistory);
  }

  #complain(error) {
    if (!this.isClosed) toast(explain(error));
  }
}

/** Then there may be more before it. */
const isFull = page => page.length === PAGE;
