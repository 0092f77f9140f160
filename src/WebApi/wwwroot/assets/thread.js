// The thread of one message, beside the conversation: the message, its replies as they come, and a box to reply in.

import { explain } from './api.js';
import { Composer } from './composer.js';
import { byId } from './dom.js';
import { filesOf } from './files.js';
import { MessageLog } from './log.js';
import { fromHistory } from './message.js';
import { Messages } from './messages.js';
import { toast } from './notices.js';
import { Outbox } from './outbox.js';

const PAGE = 100; // messages that are fetched at once
const MOST = 1000; // messages of a thread that are shown

export class Thread {
  #isClosed = false;

  /** @param conversation whose thread it is; @param rootId the message that began it */
  constructor(conversation, rootId, onClosed) {
    Object.assign(this, { conversation, rootId, onClosed });
    const { api, people } = conversation;
    this.messages = new Messages(() => { if (!this.#isClosed) this.log.render(this.messages.all); });
    this.outbox = new Outbox({ messages: this.messages, people, post: message => conversation.sender.post(message) });
    const actions = { retry: message => this.outbox.retry(message), discard: message => this.outbox.discard(message) };
    this.log = new MessageLog(byId('thread-log'), byId('thread-messages'), { people, actions, files: files => filesOf(api, files), quotes: false });
    this.composer = new Composer(byId('thread-composer'), { people, onSend: text => this.outbox.send(text, rootId, rootId) });
  }

  open() {
    this.opener = document.activeElement;
    byId('thread').hidden = false;
    byId('chat').classList.add('with-thread');
    byId('conversation').inert = matchMedia('(max-width: 760px)').matches;
    byId('close-thread').onclick = () => this.close();
    byId('thread').onkeydown = event => { if (event.key === 'Escape') this.close(); };
    this.composer.focus();
    return this.reload();
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.log.close();
    this.composer.close();
    byId('thread').hidden = true;
    byId('chat').classList.remove('with-thread');
    byId('conversation').inert = false;
    this.onClosed();
    if (this.opener?.isConnected) this.opener.focus();
  }

  async reload() {
    try {
      await this.messages.load(() => this.#read());
    } catch (error) {
      if (!this.#isClosed) toast(explain(error));
    }
  }

  /** The message and its replies, oldest first. */
  async #read() {
    const messages = [];
    for (let total = 1; messages.length < Math.min(total, MOST) && !this.#isClosed;) {
      const { data } = await this.conversation.api.get(`api/messaging/messages/${this.rootId}/thread?limit=${PAGE}&offset=${messages.length}`);
      if (data.messages.length === 0) break;
      messages.push(...data.messages.map(fromHistory));
      total = data.pagination.total;
    }
    return messages;
  }

  receive(message) {
    if (message.threadId === this.rootId || message.id === this.rootId) this.messages.receive(message);
  }

  write(chunk) {
    if (chunk.inReplyToMessageId === this.rootId || this.messages.find(chunk.inReplyToMessageId)) this.messages.write(chunk);
  }

  update(message) { this.messages.update(message); }
  dropDrafts(isMeant) { this.messages.dropDrafts(isMeant); }
  clear(authorId) { this.messages.clear(authorId); }

  remove(id) {
    this.messages.remove(id);
    if (id === this.rootId) this.close();
  }
}
