// The box in which a message is written: Enter sends, Shift+Enter begins a line, @ offers the participants.

import { el } from './dom.js';
import { announce } from './notices.js';

const LONGEST = 4000; // characters that a message may have

export class Composer {
  #found = [];
  #chosen = 0;

  /** @param form its form; @param options { people, onSend(text) } */
  constructor(form, { people, onSend }) {
    Object.assign(this, { form, people, onSend });
    this.text = form.querySelector('textarea');
    this.box = form.querySelector('.suggestions');
    this.listening = new AbortController();
    const { signal } = this.listening;
    form.addEventListener('submit', event => { event.preventDefault(); this.#send(); }, { signal });
    this.text.addEventListener('keydown', event => this.#onKey(event), { signal });
    this.text.addEventListener('input', () => { this.#grow(); this.#suggest(); }, { signal });
    this.text.addEventListener('blur', () => this.#hide(), { signal });
    this.text.addEventListener('click', () => this.#suggest(), { signal });
  }

  close() {
    this.listening.abort();
    this.#hide();
    this.text.value = '';
    this.#grow();
    this.enable(true);
  }

  focus() { this.text.focus(); }

  enable(isEnabled) {
    this.text.disabled = !isEnabled;
    this.form.querySelector('.send').disabled = !isEnabled;
  }

  #send() {
    const text = this.text.value.trim();
    if (!text || this.text.disabled) return;
    const surplus = [...text].length - LONGEST;
    if (surplus > 0) return announce(`The message is ${surplus} characters too long`), this.#complain(`The message is ${surplus} characters too long.`);
    this.text.value = '';
    this.#grow();
    this.#hide();
    this.onSend(text);
  }

  #complain(problem) {
    this.text.setCustomValidity(problem);
    this.text.reportValidity();
    this.text.addEventListener('input', () => this.text.setCustomValidity(''), { once: true });
  }

  /** Where the browser's `field-sizing` does not do it. */
  #grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    this.text.style.height = 'auto';
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }

  #onKey(event) {
    if (event.isComposing) return;
    if (this.#found.length > 0 && this.#onListKey(event)) return event.preventDefault();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.#send();
  }

  /** Whether the key was for the suggestions. */
  #onListKey(event) {
    const count = this.#found.length;
    switch (event.key) {
      case 'ArrowDown': this.#choose((this.#chosen + 1) % count); return true;
      case 'ArrowUp': this.#choose((this.#chosen + count - 1) % count); return true;
      case 'Enter': case 'Tab': this.#take(this.#found[this.#chosen]); return true;
      case 'Escape': event.stopPropagation(); this.#hide(); return true;
      default: return false;
    }
  }

  #suggest() {
    const before = this.text.value.slice(0, this.text.selectionStart);
    const match = /(?<![\p{L}\p{M}\p{N}_.+-])@([\p{L}\p{M}\p{N}._:@-]{0,128})$/u.exec(before);
    this.#found = match ? this.people.startingWith(match[1]) : [];
    if (this.#found.length === 0) return this.#hide();
    this.start = match.index;
    this.box.replaceChildren(...this.#found.map((person, index) => el('li', {
      id: `${this.box.id}-${index}`, role: 'option', textContent: person.name,
      onmousedown: event => { event.preventDefault(); this.#take(person); },
    })));
    this.box.hidden = false;
    this.#choose(0);
    announce(this.#found.length === 1 ? 'One person to mention' : `${this.#found.length} people to mention`);
  }

  #choose(index) {
    this.#chosen = index;
    [...this.box.children].forEach((option, each) => option.setAttribute('aria-selected', String(each === index)));
    this.text.setAttribute('aria-activedescendant', this.box.children[index].id);
    this.box.children[index].scrollIntoView({ block: 'nearest' });
  }

  #take(person) {
    this.text.setRangeText(`@${this.people.handleOf(person)} `, this.start, this.text.selectionStart, 'end');
    this.#hide();
    this.#grow();
  }

  #hide() {
    this.#found = [];
    this.box.hidden = true;
    this.text.removeAttribute('aria-activedescendant');
  }
}
