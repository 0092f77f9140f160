// Posts messages to the open conversation, as whoever is signed in.

import { fromHistory } from './message.js';

export class Sender {
  constructor(conversation) { this.conversation = conversation; }

  /** Posts one message under its own id, and gives it as the server has it. */
  post(message) {
    const body = { content: message.text, messageId: message.clientId, metadata: { user_display_name: this.conversation.account.name } };
    return this.conversation.target.kind === 'sessions' ? this.#postToSession(message, body) : this.#postToChannel(message, body);
  }

  async #postToSession(message, body) {
    const { api, path, bar } = this.conversation;
    const sent = await api.post(`${path}/messages`, body);
    bar.update(sent.sessionStatus);
    return {
      ...message, key: sent.id, id: sent.id, senderId: sent.authorId, createdAt: Date.parse(sent.createdAt), isEdited: false,
    };
  }

  async #postToChannel(message, body) {
    const { api, account, path } = this.conversation;
    await this.#join();
    if (account.kind === 'service') body.author_id = account.id;
    if (message.inReplyTo) body.in_reply_to_message_id = message.inReplyTo;
    const { data } = await api.post(`${path}/messages`, body);
    account.id ??= data.authorId;
    return fromHistory(data.message);
  }

  /** Whoever speaks takes part: others can then call them by name. Where that is not allowed, speaking may be all the same. */
  async #join() {
    const { api, account, channelId, people } = this.conversation;
    if (account.id === null || people.has(account.id)) return;
    try {
      await api.post(`api/messaging/channels/${channelId}/participants`, { userId: account.id, name: account.name });
    } catch (error) {
      if (error.isPassing || error.status === 429) throw error;
    }
    people.add(account.id, account.name, false);
  }
}
