// Server-Sent Events over fetch, because an EventSource cannot send an Authorization header. A stream that breaks is opened
// again behind the last event that was received, so nothing is lost and nothing comes twice.

import { ApiError } from './api.js';
import { EventParser } from './eventparser.js';

const STATUS = { AUTHENTICATION_FAILED: 401, PERMISSION_DENIED: 403, RESOURCE_NOT_FOUND: 404, SESSION_NOT_FOUND: 404, SESSION_EXPIRED: 410 };
const SILENCE = 45_000;      // ms; the server says something every 15 seconds
const LONGEST_WAIT = 10_000; // ms between two attempts

export class EventStream {
  #attempts = 0;
  #lastId = null;
  #connection = null;
  #wake = null;
  #isClosed = false;

  /**
   * @param open (headers, signal) => Response
   * @param on { event(name, data), state('connecting'|'live'|'waiting'|'offline', seconds?), gap(), end(error) }
   */
  constructor(open, on) {
    Object.assign(this, { open, on });
    this.goOffline = () => this.#connection?.abort();
    this.goOnline = () => { this.#attempts = 0; this.#wake?.(); };
    addEventListener('offline', this.goOffline);
    addEventListener('online', this.goOnline);
    this.#run();
  }

  close() {
    this.#isClosed = true;
    removeEventListener('offline', this.goOffline);
    removeEventListener('online', this.goOnline);
    this.#connection?.abort();
    this.#wake?.();
  }

  async #run() {
    while (!this.#isClosed) {
      let wait = null;
      try {
        await this.#read();
      } catch (error) {
        if (this.#isClosed) return;
        if ([400, 401, 403, 404, 410].includes(error.status)) return this.#end(error);
        wait = error.retryAfter ? error.retryAfter * 1000 : null;
      }
      if (!this.#isClosed) await this.#pause(wait ?? this.#backOff());
    }
  }

  #end(error) {
    this.close();
    this.on.end(error);
  }

  async #read() {
    const connection = this.#connection = new AbortController();
    let watchdog;
    const heard = () => { clearTimeout(watchdog); watchdog = setTimeout(() => connection.abort(), SILENCE); };
    try {
      heard();
      this.on.state('connecting');
      const isResumed = this.#lastId !== null;
      const answer = await this.open(isResumed ? { 'Last-Event-ID': this.#lastId } : {}, connection.signal);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      const parser = new EventParser((name, data, id) => this.#receive(name, data, id, isResumed));
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        heard();
        parser.feed(value);
      }
    } finally {
      clearTimeout(watchdog);
      connection.abort();
    }
  }

  #receive(name, text, id, isResumed) {
    if (this.#isClosed) return;
    let data;
    try { data = JSON.parse(text); } catch { return; }
    if (name === 'channel_joined') {
      this.#attempts = 0;
      this.#lastId = id ?? data.eventId ?? this.#lastId;
      this.on.state('live');
      this.on.event(name, data);
      if (!isResumed) this.on.gap();
      return;
    }
    if (id) this.#lastId = id;
    if (name === 'resync') return this.on.gap();
    if (name === 'error') throw new ApiError(STATUS[data.code] ?? 503, data.code, data.message, data.message);
    this.on.event(name, data);
  }

  #backOff() {
    const longest = Math.min(LONGEST_WAIT, 500 * 2 ** this.#attempts++);
    return longest / 2 + Math.random() * longest / 2;
  }

  async #pause(milliseconds) {
    this.on.state(navigator.onLine ? 'waiting' : 'offline', Math.ceil(milliseconds / 1000));
    await new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
    this.#wake = null;
  }
}
