// A message of the page, out of what the server tells of it.

/** A message as the REST API tells it. */
export function fromHistory(message) {
  const isAgent = message.agentId !== null && message.agentId !== undefined;
  return {
    key: message.id, id: message.id, senderId: message.authorId, isAgent,
    senderName: isAgent ? message.metadata?.agent_name : message.metadata?.user_display_name,
    text: message.text, createdAt: message.createdAt * 1000, threadId: message.threadId, inReplyTo: message.inReplyToMessageId,
    mentions: message.mentions ?? [], attachments: message.attachments ?? [], isEdited: message.editedAt !== null,
  };
}

/** A message as the event stream tells it. */
export function fromEvent(data) {
  return {
    key: data.id, id: data.id, senderId: data.senderId, isAgent: data.senderType === 'agent', senderName: data.senderName,
    text: data.text ?? '', createdAt: data.createdAt, threadId: data.threadId ?? null, inReplyTo: data.inReplyToMessageId ?? null,
    mentions: data.mentions ?? [], attachments: data.attachments ?? [], isEdited: Boolean(data.editedAt), clientId: data.clientMessageId ?? null,
  };
}
