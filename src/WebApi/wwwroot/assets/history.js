// What was said in a channel before: the newest page, and further ones as somebody scrolls up.

import { explain } from './api.js';
import { fromHistory } from './messages.js';
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
      const page = await this.#page('');
      if (this.isClosed) return;
      this.isLoaded = true;
      this.messages.reset(page);
    } catch (error) {
      if (!this.isClosed) toast(explain(error));
    }
  }

  async loadEarlier() {
    if (!this.hasEarlier || this.#isLoading || this.isClosed) return;
    this.#isLoading = true;
    try {
      const page = await this.#page(`&before=${this.messages.oldestId}`);
      if (this.isClosed) return;
      this.isPrepending = true;
      this.messages.prepend(page);
    } catch (error) {
      toast(explain(error));
    } finally {
      this.isPrepending = false;
      this.#isLoading = false;
    }
  }

  async #page(query) {
    const { data } = await this.api.get(`api/messaging/channels/${this.channelId}/messages?limit=${PAGE}${query}`);
    this.hasEarlier = data.messages.length === PAGE;
    return data.messages.map(fromHistory);
  }
}
