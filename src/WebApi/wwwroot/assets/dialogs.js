// The two questions that the page asks in a window of their own: which channel to make, and which session to open.

import { explain } from './api.js';
import { byId, el, newId } from './dom.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export class Dialogs {
  /** @param options { api, account, sessions, server(), onOpened(kind, id) } */
  constructor(options) {
    Object.assign(this, options);
    for (const [name, make] of [['channel', requestId => this.#makeChannel(requestId)], ['session', requestId => this.#openSession(requestId)]]) this.#wire(name, make);
  }

  async newChannel() {
    const agents = await this.#ask('channel');
    offer(byId('channel-agents'), agents, 'checkbox');
    byId('channel-name').focus();
  }

  async newSession() {
    const agents = await this.#ask('session');
    offer(byId('session-agents'), agents.filter(each => UUID.test(each.id)), 'radio');
    byId('session-agents').querySelector('input')?.focus();
  }

  #wire(name, make) {
    const dialog = byId(`${name}-dialog`);
    dialog.querySelector('.cancel').onclick = () => dialog.close();
    dialog.querySelector('form').onsubmit = async event => {
      event.preventDefault();
      const button = dialog.querySelector('.primary');
      button.disabled = true;
      showError(dialog, '');
      try {
        await make(dialog.dataset.requestId);
        dialog.close();
      } catch (error) {
        showError(dialog, explain(error));
        if (!error.isPassing) dialog.dataset.requestId = newId();
      } finally {
        button.disabled = false;
      }
    };
  }

  /** Opens the dialog and gives the agents that there are. What is asked of the server is asked under one id, so that a second try makes nothing twice. */
  async #ask(name) {
    const dialog = byId(`${name}-dialog`);
    dialog.querySelector('form').reset();
    dialog.dataset.requestId = newId();
    showError(dialog, '');
    dialog.showModal();
    try {
      const { data } = await this.api.get('api/agents?limit=100');
      return data.agents.filter(each => each.status === 'active');
    } catch (error) {
      showError(dialog, explain(error));
      return [];
    }
  }

  async #makeChannel(requestId) {
    const { data } = await this.api.post('api/messaging/channels', {
      name: byId('channel-name').value.trim().replace(/\s+/g, '-'), type: 'text', serverId: this.server(), isPrivate: byId('channel-private').checked,
      participantCentralUserIds: chosen(byId('channel-agents')), messageId: requestId,
    });
    if (this.account.kind === 'service') await this.#own(data.id);
    this.onOpened('channels', data.id);
  }

  /** A service's key makes channels for others: the person who asked for it becomes its owner. */
  async #own(channelId) {
    try {
      await this.api.post(`api/messaging/channels/${channelId}/participants`, { userId: this.account.id, name: this.account.name, role: 'owner' });
    } catch (error) {
      if (error.status !== 409) throw error;
    }
  }

  async #openSession(requestId) {
    const [agentId] = chosen(byId('session-agents'));
    const session = await this.api.post('api/messaging/sessions', {
      agentId, messageId: requestId, metadata: { username: this.account.name }, timeoutConfig: { timeoutMinutes: Number(byId('session-minutes').value) },
      ...(this.account.kind === 'service' ? { userId: this.account.id } : {}),
    });
    this.sessions.add(session, byId('session-agents').querySelector(':checked').dataset.name);
    this.onOpened('sessions', session.sessionId);
  }
}

function offer(box, agents, type) {
  box.replaceChildren(...agents.map((agent, index) => el('label', {},
    el('input', { type, name: box.id, value: agent.id, checked: index === 0, required: type === 'radio', 'data-name': agent.name }), agent.name)));
  if (agents.length === 0) box.replaceChildren(el('p', { className: 'muted', textContent: 'There are no agents.' }));
}

const chosen = box => [...box.querySelectorAll('input:checked')].map(input => input.value);

function showError(dialog, text) { dialog.querySelector('.error').textContent = text; }
