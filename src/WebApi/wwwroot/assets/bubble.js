// One message as an element: who, when, what, its files, and what can be done with it.

import { avatar, el } from './dom.js';
import { renderText } from './text.js';

const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/**
 * @param message what is shown
 * @param context { people, follows, parent, replies, actions: { reply?, retry, discard }, files }
 */
export function bubble(message, context) {
  const { people } = context;
  const name = people.nameOf(message);
  const isMine = message.senderId === people.me;
  const callsMe = !isMine && message.mentions.includes(people.me);
  const names = ['message', isMine && 'mine', context.follows && 'follows', callsMe && 'calls-me', message.state === 'writing' && 'writing',
    message.state === 'pending' && 'pending', message.state === 'failed' && 'failed'];
  const item = el('li', { className: names.filter(Boolean).join(' '), tabIndex: -1, 'data-key': message.key, 'aria-busy': message.state === 'writing' ? 'true' : null });
  const when = new Date(message.createdAt);
  item.append(
    avatar(message.senderId ?? '', name),
    el('div', { className: 'head' },
      el('span', { className: isMine ? 'name hidden' : 'name', textContent: isMine ? 'You' : name }),
      message.isAgent ? el('span', { className: 'badge', textContent: 'agent' }) : null,
      el('time', { dateTime: when.toISOString(), title: when.toLocaleString(), textContent: timeOfDay.format(when) })),
    context.follows ? el('span', { className: 'hidden', textContent: isMine ? 'You: ' : `${name}: ` }) : '',
    context.parent ? el('span', { className: 'quote', textContent: `${people.nameOf(context.parent)}: ${context.parent.text}` }) : '',
    el('div', { className: 'bubble' }, renderText(message.text, people)),
    actionsOf(message, context));
  if (message.attachments.length > 0) item.querySelector('.bubble').after(context.files(message.attachments));
  return item;
}

function actionsOf(message, { actions, replies }) {
  const row = el('div', { className: 'actions' });
  if (message.state === 'failed') {
    row.append(
      el('span', { className: 'note', textContent: `Not sent. ${message.note ?? ''}` }),
      el('button', { className: 'quiet', type: 'button', textContent: 'Try again', onclick: () => actions.retry(message) }),
      el('button', { className: 'quiet', type: 'button', textContent: 'Discard', onclick: () => actions.discard(message) }));
  } else if (message.state === 'pending') {
    row.append(el('span', { className: 'note', textContent: message.note ?? 'Sending …' }));
  } else if (!message.state) {
    if (message.isEdited) row.append(el('span', { className: 'note', textContent: 'edited' }));
    if (replies > 0) {
      const label = replies === 1 ? '1 reply' : `${replies} replies`;
      row.append(el('button', { className: 'quiet replies', type: 'button', textContent: label, onclick: () => actions.reply(message) }));
    }
    if (actions.reply) {
      row.append(el('button', { className: 'quiet reply', type: 'button', tabIndex: -1, textContent: 'Reply', onclick: () => actions.reply(message) }));
    }
  }
  return row;
}
