// What each event of the server's stream does to the open conversation.

import { fromEvent } from './message.js';
import { announce, countUnseen, toast } from './notices.js';

/** The handlers by the events' names; others are passed over. */
export function eventsOf(conversation) {
  const { messages, people, thinking, account, target } = conversation;
  const everywhere = change => { change(messages); if (conversation.thread) change(conversation.thread); };
  const showPeople = () => { conversation.showHead(); conversation.show(); };
  return {
    channel_joined: () => { messages.dropDrafts(); thinking.clear(); },

    messageBroadcast: data => {
      const message = fromEvent(data);
      thinking.stop(message.senderId);
      conversation.thread?.receive(message);
      if (!messages.receive(message) || message.senderId === account.id) return;
      countUnseen();
      if (message.mentions.includes(account.id)) announce(`${people.nameOf(message)} mentioned you`);
    },
    messageUpdated: data => everywhere(each => each.update(fromEvent(data))),
    messageDeleted: data => everywhere(each => each.remove(data.messageId)),
    channelCleared: data => everywhere(each => each.clear(data.userId)),

    channelUpdated: data => conversation.rename(data),
    channelDeleted: () => { toast('This conversation was deleted.'); conversation.onGone(target); },
    participantJoined: data => { people.join(data.participantId, data.name, data.type === 'agent'); showPeople(); },
    participantLeft: data => { people.leave(data.participantId); showPeople(); },

    messageStreamChunk: data => { thinking.stop(data.agentId); everywhere(each => each.write(data)); },
    messageStreamError: data => {
      everywhere(each => each.dropDrafts(draft => draft.id === data.messageId));
      thinking.stop(data.agentId);
      toast(`${people.nameOf({ senderId: data.agentId })} could not finish the answer.`);
    },
    messageComplete: data => thinking.stop(data.agentId),
    controlMessage: data => (data.action === 'disable_input' ? thinking.start(data.agentId) : thinking.clear()),

    sessionExpirationWarning: data => conversation.bar?.update(data),
    sessionRenewed: data => conversation.bar?.update(data),
    sessionExpired: () => conversation.bar?.end(),
  };
}
