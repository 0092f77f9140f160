// The list of channels and of one's own sessions, who is signed in, and on a phone the drawer in which all that is.

import { explain } from './api.js';
import { byId, el, hueOf, initialOf } from './dom.js';
import { toast } from './notices.js';

const PAGE = 100;       // channels that are fetched at once
const STALE = 15_000;   // ms after which somebody who comes back sees the list anew
const narrow = matchMedia('(max-width: 760px)');

export class Sidebar {
  #channels = [];
  #total = 0;
  #loadedAt = 0;

  /** @param sessions those that this device remembers, see sessions.js */
  constructor(api, account, sessions) {
    Object.assign(this, { api, account, sessions });
    this.server = null;
    this.current = null;
    byId('my-name').textContent = account.name;
    byId('my-id').textContent = account.id ?? '';
    byId('my-avatar').className = `avatar ${hueOf(account.id ?? '')}`;
    byId('my-avatar').textContent = initialOf(account.name);
    byId('more-channels').onclick = () => this.#load(this.#channels.length);
    byId('server').onchange = event => { this.server = event.target.value; this.reload(); };
    byId('open-menu').onclick = () => this.toggle(true);
    byId('close-menu').onclick = byId('backdrop').onclick = () => this.toggle(false);
    byId('sidebar').onkeydown = event => { if (event.key === 'Escape' && narrow.matches) this.toggle(false); };
    document.onvisibilitychange = () => { if (!document.hidden && Date.now() - this.#loadedAt > STALE) this.reload(); };
  }

  async open() {
    try {
      const { data } = await this.api.get('api/messaging/servers?limit=100');
      this.server = data[0]?.id;
      byId('server').replaceChildren(...data.map(each => el('option', { value: each.id, textContent: each.name })));
      byId('server-choice').hidden = data.length < 2;
    } catch (error) {
      return toast(explain(error));
    }
    await this.reload();
  }

  /** Forgets what it showed. */
  close() {
    document.onvisibilitychange = null;
    this.toggle(false);
    for (const id of ['channels', 'sessions', 'server']) byId(id).replaceChildren();
  }

  reload() { return this.#load(0); }

  /** On a phone: shows the drawer, or puts it away. */
  toggle(isOpen) {
    byId('sidebar').classList.toggle('open', isOpen);
    byId('backdrop').hidden = !isOpen;
    byId('open-menu').setAttribute('aria-expanded', String(isOpen));
    byId('conversation').inert = isOpen && narrow.matches;
    if (!narrow.matches) return;
    (isOpen ? byId('close-menu') : byId('open-menu')).focus();
  }

  /** Marks what is open. */
  mark(target) {
    this.current = target;
    this.show();
    if (byId('sidebar').classList.contains('open')) this.toggle(false);
  }

  show() {
    const channels = this.#channels
      .filter(each => !each.metadata?.sessionId)
      .map(each => this.#link('channels', each.id, each.isPrivate ? '🔒' : '#', each.type === 'dm' ? each.metadata?.displayName ?? 'Direct channel' : each.name));
    fill(byId('channels'), channels, 'No channels yet.');
    const sessions = this.sessions.all.map(each => this.#link('sessions', each.id, '◷', `${each.agentName}, ${when(each.openedAt)}`));
    fill(byId('sessions'), sessions, 'No sessions yet.');
    byId('more-channels').hidden = this.#channels.length >= this.#total;
  }

  async #load(offset) {
    this.#loadedAt = Date.now();
    try {
      const { data, pagination } = await this.api.get(`api/messaging/servers/${this.server}/channels?limit=${PAGE}&offset=${offset}`);
      this.#channels = offset === 0 ? data : [...this.#channels, ...data];
      this.#total = pagination.total;
      this.show();
    } catch (error) {
      toast(explain(error));
    }
  }

  #link(kind, id, mark, name) {
    const isCurrent = this.current?.kind === kind && this.current.id === id;
    return el('li', {}, el('a', { href: `#/${kind}/${id}`, 'aria-current': isCurrent ? 'page' : null, title: name },
      el('span', { className: 'mark', 'aria-hidden': 'true', textContent: mark }), el('span', { className: 'label', textContent: name })));
  }
}

function fill(list, items, nothing) {
  list.replaceChildren(...(items.length > 0 ? items : [el('li', { className: 'none', textContent: nothing })]));
}

const when = time => new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(time));
