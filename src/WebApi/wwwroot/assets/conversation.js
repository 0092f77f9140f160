// The open conversation, a channel or a session: puts its parts together, listens to it, and sends to it.

import { explain } from './api.js';
import { Composer } from './composer.js';
import { byId } from './dom.js';
import { eventsOf } from './events.js';
import { filesOf } from './files.js';
import { showChannel, showConnection, showTitle } from './header.js';
import { History } from './history.js';
import { MessageLog } from './log.js';
import { Messages } from './messages.js';
import { toast } from './notices.js';
import { Outbox } from './outbox.js';
import { People } from './people.js';
import { Sender } from './sender.js';
import { SessionBar } from './session.js';
import { EventStream } from './stream.js';
import { Thinking } from './thinking.js';
import { Thread } from './thread.js';

export class Conversation {
  #isClosed = false;

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
    this.messages = new Messages(() => this.show(), () => { this.history.hasEarlier = true; });
    this.history = new History(api, this.messages);
    this.sender = new Sender(this);
    this.outbox = new Outbox({ messages: this.messages, people: this.people, post: message => this.sender.post(message) });
    this.log = this.#makeLog();
    this.composer = new Composer(byId('composer'), { people: this.people, onSend: text => this.outbox.send(text) });
    byId('latest').onclick = () => { this.log.toEnd(); this.composer.focus(); };
    byId('earlier').onclick = () => this.history.loadEarlier();
  }

  async open() {
    showTitle('…', '');
    try {
      await (this.target.kind === 'sessions' ? this.#openSession() : this.#openChannel());
    } catch (error) {
      if (!this.#isClosed) this.#fail(error);
    }
  }

  close() {
    this.#isClosed = true;
    this.stream?.close();
    this.history.close();
    this.thread?.close();
    this.bar?.close();
    this.thinking.clear();
    this.log.close();
    this.composer.close();
    for (const id of ['earlier', 'latest', 'empty', 'session-bar']) byId(id).hidden = true;
    showConnection('');
  }

  /** Shows the messages as they are now. */
  show() {
    if (this.#isClosed) return;
    this.log.render(this.messages.all, this.history.isPrepending);
    byId('empty').hidden = !this.history.isLoaded || this.messages.all.length > 0;
    byId('earlier').hidden = !this.history.hasEarlier;
  }

  /** Names the channel, as it is from now on. A session has a name of its own. */
  rename(channel) {
    if (this.target.kind !== 'channels') return;
    this.channel = channel;
    this.showHead();
  }

  /** Shows the channel's name, and how many take part. */
  showHead() {
    if (this.channel && !this.#isClosed) showChannel(this.channel, this.people.total);
  }

  /** Shows the thread of a message beside the conversation. */
  openThread(rootId) {
    this.thread?.close();
    this.thread = new Thread(this, rootId, () => { this.thread = null; });
    this.thread.open();
  }

  #makeLog() {
    const isChannel = this.target.kind === 'channels';
    const actions = { retry: message => this.outbox.retry(message), discard: message => this.outbox.discard(message) };
    if (isChannel) actions.reply = message => this.openThread(message.threadId ?? message.id);
    return new MessageLog(byId('log'), byId('messages'), {
      people: this.people, actions, files: files => filesOf(this.api, files), quotes: isChannel,
      onTop: () => this.history.loadEarlier(), onUnread: isUnread => { byId('latest').hidden = !isUnread; },
    });
  }

  async #openChannel() {
    const { data } = await this.api.get(this.path);
    if (this.#isClosed) return;
    this.channelId = this.history.channelId = data.id;
    await this.#loadPeople();
    if (this.#isClosed) return;
    this.rename(data);
    this.#listen();
  }

  async #openSession() {
    const onEnded = () => this.onGone(this.target);
    const session = await this.api.get(this.path).catch(error => this.#ifEnded(error));
    if (this.#isClosed) return;
    this.channelId = this.history.channelId = session?.channelId ?? this.target.channelId;
    await this.#loadPeople();
    if (this.#isClosed) return;
    showTitle(this.people.all.find(each => each.isAgent)?.name ?? 'Session', 'Session');
    this.bar = new SessionBar(this.api, this.path, { onOver: () => this.#endSession(), onEnded });
    if (session) {
      this.bar.begin(session);
      this.#listen();
    } else {
      await this.history.loadNewest();
      this.bar.end();
    }
  }

  /** A session that has ended can still be read, where this device knows its channel. */
  #ifEnded(error) {
    if (error.status === 410 && this.target.channelId) return null;
    throw error;
  }

  #loadPeople() {
    return this.people.load(async () => (await this.api.get(`api/messaging/channels/${this.channelId}/participants?limit=100`)).data);
  }

  #listen() {
    const handlers = eventsOf(this);
    this.stream = new EventStream((headers, signal) => this.api.stream(`${this.path}/events`, headers, signal), {
      event: (name, data) => handlers[name]?.(data),
      state: (state, seconds) => this.#onState(state, seconds),
      gap: () => this.#readAnew(),
      end: error => this.#fail(error),
    });
  }

  /** Reads what the stream did not tell, or not yet. */
  async #readAnew() {
    this.history.loadNewest();
    this.thread?.reload();
    try {
      await this.#loadPeople();
      this.showHead();
      this.show();
    } catch {
      // Those of before stay.
    }
  }

  /** Without a stream there is at least the history. */
  #onState(state, seconds) {
    showConnection(state, seconds);
    if (state === 'waiting' && !this.history.isLoaded) this.history.loadNewest();
  }

  #endSession() {
    this.stream?.close();
    this.composer.enable(false);
    showConnection('ended', 0, 'Ended');
  }

  #fail(error) {
    if (error.status === 401) return this.api.onRefused(error);
    if (error.status === 410 && this.bar) return this.bar.end();
    showConnection('ended');
    toast(explain(error));
    if (error.status === 404 || error.status === 410) this.onGone(this.target);
  }
}
