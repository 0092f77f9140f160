// The open conversation, a channel or a session: its history, what happens in it, and what is sent to it.

import { explain } from './api.js';
import { Composer } from './composer.js';
import { byId } from './dom.js';
import { filesOf } from './files.js';
import { MessageLog } from './log.js';
import { Messages, fromEvent, fromHistory } from './messages.js';
import { announce, countUnseen, setTitle, toast } from './notices.js';
import { Outbox } from './outbox.js';
import { People } from './people.js';
import { SessionBar } from './session.js';
import { EventStream } from './stream.js';
import { Thinking } from './thinking.js';
import { Thread } from './thread.js';

const PAGE = 50; // messages that are fetched at once

export class Conversation {
  #isClosed = false;
  #isLoading = false;
  #hasEarlier = false;
  #isLoaded = false;
  #isOlder = false;

  /**
   * @param api the server, as whoever is signed in
   * @param account who that is
   * @param target { kind: 'channels' | 'sessions', id, channelId? }
   * @param onGone called when the conversation is no longer there
   */
  constructor(api, account, target, onGone) {
    Object.assign(this, { api, account, target, onGone });
    this.path = `api/messaging/${target.kind}/${encodeURIComponent(target.id)}`;
    this.people = new People(account);
    this.thinking = new Thinking(byId('thinking'), this.people);
    this.messages = new Messages(() => this.#show());
    this.outbox = new Outbox({ messages: this.messages, people: this.people, post: message => this.#post(message) });
    const isChannel = target.kind === 'channels';
    const actions = { retry: message => this.outbox.retry(message), discard: message => this.outbox.discard(message) };
    if (isChannel) actions.reply = message => this.openThread(message.threadId ?? message.id);
    this.log = new MessageLog(byId('log'), byId('messages'), {
      people: this.people, actions, files: files => filesOf(api, files), quotes: isChannel,
      onTop: () => this.loadEarlier(), onUnread: isUnread => { byId('latest').hidden = !isUnread; },
    });
    this.composer = new Composer(byId('composer'), { people: this.people, onSend: text => this.outbox.send(text) });
    byId('latest').onclick = () => { this.log.toEnd(); this.composer.focus(); };
    byId('earlier').onclick = () => this.loadEarlier();
  }

  async open() {
    this.#name('…', '');
    try {
      await (this.target.kind === 'sessions' ? this.#openSession() : this.#openChannel());
    } catch (error) {
      if (!this.#isClosed) this.#fail(error);
    }
  }

  close() {
    this.#isClosed = true;
    this.stream?.close();
    this.thread?.close();
    this.bar?.close();
    this.thinking.close();
    this.log.close();
    this.composer.close();
    for (const id of ['earlier', 'latest', 'empty', 'session-bar']) byId(id).hidden = true;
    this.#setState('', '');
  }

  /** Shows the thread of a message beside the conversation. */
  openThread(rootId) {
    this.thread?.close();
    this.thread = new Thread(this, rootId, () => { this.thread = null; });
    this.thread.open();
  }

  async loadEarlier() {
    if (!this.#hasEarlier || this.#isLoading || this.#isClosed) return;
    this.#isLoading = true;
    try {
      const page = await this.#page(`&before=${this.messages.oldestId}`);
      if (this.#isClosed) return;
      this.#isOlder = true;
      this.messages.prepend(page);
    } catch (error) {
      toast(explain(error));
    } finally {
      this.#isOlder = false;
      this.#isLoading = false;
    }
  }

  async #openChannel() {
    const { data } = await this.api.get(this.path);
    this.channelId = data.id;
    this.#name(data.type === 'dm' ? data.metadata?.displayName ?? 'Direct channel' : `# ${data.name}`, data.description ?? '');
    await this.#listen();
  }

  async #openSession() {
    this.channelId = this.target.channelId;
    this.#name('Session', '');
    try {
      const session = await this.api.get(this.path);
      if (this.#isClosed) return;
      this.channelId = session.channelId;
      this.bar = new SessionBar(this.api, this.path, session, { onOver: () => this.#endSession(), onEnded: () => this.onGone(this.target) });
      await this.#listen();
    } catch (error) {
      if (error.status !== 410 || !this.channelId) throw error;
      this.bar = new SessionBar(this.api, this.path, null, { onOver: () => {}, onEnded: () => this.onGone(this.target) });
      await this.#loadPeople();
      await this.#loadNewest();
      this.#endSession();
    }
    const agent = this.people.all.find(each => each.isAgent);
    if (agent && !this.#isClosed) this.#name(agent.name, 'Session');
  }

  async #listen() {
    await this.#loadPeople();
    if (this.#isClosed) return;
    this.stream = new EventStream((headers, signal) => this.api.stream(`${this.path}/events`, headers, signal), {
      event: (name, data) => this.#handlers[name]?.(data),
      state: (state, seconds) => this.#onState(state, seconds),
      gap: () => this.#loadNewest(),
      end: error => this.#fail(error),
    });
  }

  async #loadPeople() {
    const { data } = await this.api.get(`api/messaging/channels/${this.channelId}/participants?limit=100`);
    this.people.replace(data.participants);
    this.#describe(data.pagination.total);
  }

  async #loadNewest() {
    try {
      const page = await this.#page('');
      if (this.#isClosed) return;
      this.#isLoaded = true;
      this.messages.reset(page);
      this.thread?.reload();
    } catch (error) {
      if (!this.#isClosed) toast(explain(error));
    }
  }

  async #page(query) {
    const { data } = await this.api.get(`api/messaging/channels/${this.channelId}/messages?limit=${PAGE}${query}`);
    this.#hasEarlier = data.messages.length === PAGE;
    return data.messages.map(fromHistory);
  }

  async #post(message) {
    const metadata = { user_display_name: this.account.name };
    const body = { content: message.text, messageId: message.clientId, metadata };
    if (this.target.kind === 'sessions') {
      const sent = await this.api.post(`${this.path}/messages`, body);
      this.bar.update(sent.sessionStatus);
      return {
        ...message, key: sent.id, id: sent.id, senderId: sent.authorId, createdAt: Date.parse(sent.createdAt), inReplyTo: null, threadId: null, isEdited: false,
      };
    }
    await this.#join();
    if (this.account.kind === 'service') body.author_id = this.account.id;
    if (message.inReplyTo) body.in_reply_to_message_id = message.inReplyTo;
    const { data } = await this.api.post(`${this.path}/messages`, body);
    this.account.id ??= data.authorId;
    return fromHistory(data.message);
  }

  /** Posts a reply in a thread; the thread shows it while it is on its way. */
  reply(message) { return this.#post(message); }

  /** Whoever speaks takes part: others can then call them by name. Where that is not allowed, speaking may be all the same. */
  async #join() {
    if (this.account.id === null || this.people.has(this.account.id)) return;
    try {
      await this.api.post(`api/messaging/channels/${this.channelId}/participants`, { userId: this.account.id, name: this.account.name });
    } catch (error) {
      if (error.isPassing || error.status === 429) throw error;
    }
    this.people.add(this.account.id, this.account.name, false);
  }

  #handlers = {
    channel_joined: () => this.messages.dropDrafts(),
    messageBroadcast: data => this.#receive(fromEvent(data)),
    messageUpdated: data => { this.messages.update(fromEvent(data)); this.thread?.update(fromEvent(data)); },
    messageDeleted: data => { this.messages.remove(data.messageId); this.thread?.remove(data.messageId); },
    channelCleared: data => { this.messages.clear(data.userId); this.thread?.clear(data.userId); },
    channelUpdated: data => { if (this.target.kind === 'channels' && data.type !== 'dm') this.#name(`# ${data.name}`, data.description ?? ''); },
    channelDeleted: () => { toast('This conversation was deleted.'); this.onGone(this.target); },
    participantJoined: data => { this.people.add(data.participantId, data.name, data.type === 'agent'); this.#describe(this.people.all.length); this.#show(); },
    participantLeft: data => { this.people.remove(data.participantId); this.#describe(this.people.all.length); this.#show(); },
    messageStreamChunk: data => { this.thinking.stop(data.agentId); this.messages.write(data); this.thread?.write(data); },
    messageStreamError: data => {
      this.messages.dropDrafts(draft => draft.id === data.messageId || draft.senderId === data.agentId);
      this.thinking.stop(data.agentId);
      toast(`${this.people.nameOf({ senderId: data.agentId })} could not finish the answer.`);
    },
    controlMessage: data => (data.action === 'disable_input' ? this.thinking.start(data.agentId) : this.thinking.stop(data.agentId)),
    sessionExpirationWarning: data => this.bar?.update(data),
    sessionRenewed: data => this.bar?.update(data),
    sessionExpired: () => this.bar?.end(),
  };

  #receive(message) {
    this.thinking.stop(message.senderId);
    this.thread?.receive(message);
    if (!this.messages.receive(message) || message.senderId === this.account.id) return;
    countUnseen();
    if (message.mentions.includes(this.account.id)) announce(`${this.people.nameOf(message)} mentioned you`);
  }

  #endSession() {
    this.stream?.close();
    this.composer.enable(false);
    this.#setState('ended', 'Ended');
  }

  #onState(state, seconds) {
    if (state === 'live') return this.#setState('live', 'Live');
    if (state === 'offline') return this.#setState('waiting', 'Offline');
    if (state === 'connecting') return this.#setState('waiting', 'Connecting …');
    this.#setState('waiting', `Reconnecting${seconds > 2 ? ` in ${seconds} s` : ' …'}`);
    if (!this.#isLoaded) this.#loadNewest();
  }

  #fail(error) {
    if (error.status === 410 && this.bar) return this.bar.end();
    if (error.status === 401) return;
    this.#setState('ended', 'Disconnected');
    toast(error.isFinal ? `The connection has ended: ${error.message}` : explain(error));
    if (error.status === 404 || error.status === 410) this.onGone(this.target);
  }

  #setState(state, text) {
    const sign = byId('connection');
    sign.dataset.state = state;
    if (sign.textContent !== text) sign.textContent = text;
  }

  #name(title, subtitle) {
    byId('title').textContent = title;
    this.subtitle = subtitle;
    byId('subtitle').textContent = subtitle;
    setTitle(title);
  }

  #describe(count) {
    const people = count === 1 ? '1 participant' : `${count} participants`;
    if (this.target.kind === 'channels') byId('subtitle').textContent = [people, this.subtitle].filter(Boolean).join(' · ');
  }

  #show() {
    if (this.#isClosed) return;
    this.log.render(this.messages.all, this.#isOlder);
    byId('empty').hidden = !this.#isLoaded || this.messages.all.length > 0;
    byId('earlier').hidden = !this.#hasEarlier;
  }
}
