// Shows a list of messages: keeps elements that did not change, keeps the place where somebody reads, and lets the arrow keys
// go from message to message.

import { el } from './dom.js';
import { bubble } from './bubble.js';

const NEAR = 80;             // pixels from an edge that count as being there
const SAME_BREATH = 300_000; // ms within which messages of one author stand together
const dayName = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

export class MessageLog {
  #shown = new Map(); // key => { signature, node }

  /** @param scroller the element that scrolls; @param list the ol in it; @param options { people, actions, files, quotes, onTop?, onUnread? } */
  constructor(scroller, list, options) {
    Object.assign(this, { scroller, list, options });
    this.isAtEnd = true;
    this.onScroll = () => {
      this.isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
      if (this.isAtEnd) options.onUnread?.(false);
      if (scroller.scrollTop < NEAR * 3) options.onTop?.();
    };
    this.onKey = event => this.#move(event);
    scroller.addEventListener('scroll', this.onScroll, { passive: true });
    scroller.addEventListener('keydown', this.onKey);
    this.resized = new ResizeObserver(() => { if (this.isAtEnd) this.toEnd(); });
    this.resized.observe(scroller);
    this.resized.observe(list);
  }

  close() {
    this.scroller.removeEventListener('scroll', this.onScroll);
    this.scroller.removeEventListener('keydown', this.onKey);
    this.resized.disconnect();
    this.list.replaceChildren();
  }

  toEnd() {
    this.isAtEnd = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.options.onUnread?.(false);
  }

  /** Shows these messages. `isOlder`: what is new stands above, so what is read stays where it is, and nothing is read out. */
  render(messages, isOlder = false) {
    const before = this.scroller.scrollHeight - this.scroller.scrollTop;
    const wasAtEnd = this.isAtEnd;
    if (isOlder) this.scroller.setAttribute('aria-live', 'off');
    const nodes = this.#nodesOf(messages);
    const hasMore = nodes.length > 0 && !nodes.at(-1).isConnected;
    this.#place(nodes);
    if (isOlder) {
      this.scroller.scrollTop = this.scroller.scrollHeight - before;
      requestAnimationFrame(() => this.scroller.removeAttribute('aria-live'));
    } else if (wasAtEnd || messages.at(-1)?.state === 'pending' && hasMore) {
      this.toEnd();
    } else if (hasMore) {
      this.options.onUnread?.(true);
    }
  }

  #nodesOf(messages) {
    const shown = new Map();
    const nodes = [];
    const replies = countReplies(messages);
    const byId = new Map(messages.map(message => [message.id, message]));
    let previous = null;
    let day = null;
    for (const [index, message] of messages.entries()) {
      const thisDay = new Date(message.createdAt).toDateString();
      if (thisDay !== day) {
        nodes.push(this.#reuse(shown, `day ${thisDay}`, '', () => el('li', { className: 'day', textContent: dayName.format(new Date(message.createdAt)) })));
        previous = null;
        day = thisDay;
      }
      const context = this.#contextOf(message, previous, byId, repliesBeyond(messages[index + 1], message, replies));
      const signature = JSON.stringify([message, context.follows, context.parent?.text, context.replies, this.options.people.nameOf(message), this.options.people.all.length]);
      nodes.push(this.#reuse(shown, message.key, signature, () => bubble(message, context)));
      previous = message;
    }
    this.#shown = shown;
    return nodes;
  }

  #contextOf(message, previous, byId, replies) {
    const follows = previous !== null && previous.senderId === message.senderId && message.createdAt - previous.createdAt < SAME_BREATH;
    const isAnswerToPrevious = previous !== null && (previous.id === message.inReplyTo || previous.inReplyTo === message.inReplyTo);
    const parent = this.options.quotes && message.inReplyTo && !isAnswerToPrevious ? byId.get(message.inReplyTo) : null;
    return { ...this.options, follows: follows && !parent, parent, replies: this.options.quotes ? replies : 0 };
  }

  #reuse(shown, key, signature, make) {
    const old = this.#shown.get(key);
    const entry = old?.signature === signature ? old : { signature, node: make() };
    if (old && old !== entry) {
      const hadFocus = old.node.contains(document.activeElement);
      old.node.replaceWith(entry.node);
      if (hadFocus) entry.node.focus({ preventScroll: true });
    }
    shown.set(key, entry);
    return entry.node;
  }

  /** Puts the nodes in that order and leaves alone those that stand right. */
  #place(nodes) {
    const wanted = new Set(nodes);
    for (const node of [...this.list.children]) if (!wanted.has(node)) node.remove();
    nodes.forEach((node, index) => {
      if (this.list.children[index] !== node) this.list.insertBefore(node, this.list.children[index] ?? null);
    });
  }

  #move(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const items = [...this.list.querySelectorAll('.message')];
    const current = items.indexOf(document.activeElement?.closest('.message'));
    if (event.key === 'Enter' && current >= 0 && document.activeElement === items[current]) items[current].querySelector('.reply')?.click();
    if (!step || items.length === 0) return;
    event.preventDefault();
    const next = current < 0 ? items.length - 1 : Math.min(Math.max(current + step, 0), items.length - 1);
    items[next].focus();
  }
}

/** How many replies a message has; none where the only one stands right below it anyway. */
function repliesBeyond(next, message, counts) {
  const count = counts.get(message.id) ?? 0;
  return count === 1 && next?.inReplyTo === message.id ? 0 : count;
}

function countReplies(messages) {
  const counts = new Map();
  for (const { threadId } of messages) if (threadId) counts.set(threadId, (counts.get(threadId) ?? 0) + 1);
  return counts;
}
