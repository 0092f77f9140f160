// How long the open session has left, and how to give it more. The server's clock counts, not this device's.

import { explain } from './api.js';
import { byId } from './dom.js';
import { announce, toast } from './notices.js';

const MINUTE = 60_000;

export class SessionBar {
  #offset = 0;         // ms that the server's clock is ahead
  #expiresAt = 0;      // by the server's clock
  #isNear = false;
  #isOver = false;

  /** @param options { onOver(), onEnded() }: when it is over, and when somebody here ended it for good */
  constructor(api, path, { onOver, onEnded }) {
    Object.assign(this, { api, path, onOver, onEnded });
    byId('session-bar').hidden = false;
    byId('renew').onclick = () => this.#renew();
    byId('end-session').onclick = () => this.#delete();
  }

  /** Counts down for a session that lasts, as the server describes it. */
  begin(session) {
    this.threshold = session.timeoutConfig.warningThresholdMinutes * MINUTE;
    byId('renew').hidden = byId('end-session').hidden = false;
    this.update(session);
    this.timer = setInterval(() => this.#show(), 1000);
  }

  close() { clearInterval(this.timer); }

  /** The server told anew when it ends: `expiresAt`, and with `timeRemaining` also what time it is there. */
  update({ expiresAt, timeRemaining }) {
    if (!expiresAt) return;
    this.#expiresAt = typeof expiresAt === 'number' ? expiresAt : Date.parse(expiresAt);
    if (timeRemaining !== undefined) this.#offset = this.#expiresAt - timeRemaining - Date.now();
    this.#show();
  }

  /** It has ended. */
  end() {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.timer);
    byId('time-left').textContent = 'This session has ended. What was said stays here to read.';
    byId('renew').hidden = byId('end-session').hidden = true;
    byId('session-bar').className = 'session-bar over';
    announce('This session has ended');
    this.onOver();
  }

  #show() {
    if (this.#isOver) return;
    const left = Math.max(0, this.#expiresAt - Date.now() - this.#offset);
    const isNear = left <= this.threshold;
    byId('time-left').textContent = `Ends in ${inWords(left)}`;
    byId('session-bar').className = isNear ? 'session-bar near' : 'session-bar';
    if (isNear && !this.#isNear) announce(`This session ends in ${inWords(left)}. Renew it to go on.`);
    this.#isNear = isNear;
  }

  async #renew() {
    try {
      this.update(await this.api.post(`${this.path}/renew`));
      announce('The session was renewed');
    } catch (error) {
      if (error.status === 410) return this.end();
      toast(explain(error));
    }
  }

  async #delete() {
    if (!confirm('End this session now?')) return;
    try {
      await this.api.delete(this.path);
      this.onEnded();
    } catch (error) {
      toast(explain(error));
    }
  }
}

function inWords(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = number => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
