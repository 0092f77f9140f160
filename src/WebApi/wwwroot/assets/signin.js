// The way in: a key or token by the form, from the address, or from an earlier visit; then a name, if the key needs one.

import { Api, explain } from './api.js';
import * as account from './account.js';
import { byId } from './dom.js';
import { toast } from './notices.js';

export class SignIn {
  /** @param options { onSignedIn(key, person), current() => the key of whoever is signed in, or null, onReplaced() before another comes in } */
  constructor(options) {
    Object.assign(this, options);
    byId('key-form').addEventListener('submit', event => {
      event.preventDefault();
      this.#try(byId('key').value.trim(), byId('stay').checked);
    });
    byId('name-form').addEventListener('submit', event => {
      event.preventDefault();
      const name = byId('person').value.trim();
      if (!name) return;
      account.namePerson(name);
      this.#enter(this.key);
    });
  }

  /** Signs in with what is kept, or shows the form; then follows the link that brought one here, if that has a key. */
  start(given) {
    const key = account.storedKey();
    if (!key) return given ? this.#try(given, false) : this.show();
    const person = account.personOf(key);
    if (person) this.onSignedIn(key, person);
    else this.#askName(key);
    if (given) this.follow(given);
  }

  /** A link brought a key. It takes nobody's place unless the server takes it and whoever is here says so: anybody can make a link. */
  async follow(key) {
    const isOther = kept => kept !== null && kept !== key;
    if (!this.#kept) return this.#try(key, false);
    if (!isOther(this.#kept)) return;
    try {
      await check(key);
    } catch (error) {
      return toast(inWords(error));
    }
    const isRenewal = isOther(this.#kept) && account.isSamePerson(this.#kept, key);
    if (isOther(this.#kept) && !isRenewal && !confirm(question(this.#kept, key))) return;
    const stays = isRenewal && account.staysSignedIn();
    this.onReplaced();
    this.#accept(key, stays);
  }

  show(reason = '') {
    byId('sign-in').hidden = false;
    byId('key-form').hidden = false;
    byId('name-form').hidden = true;
    byId('key').value = '';
    byId('sign-in-error').textContent = reason;
    byId('key').focus();
  }

  async #try(key, staysSignedIn) {
    const button = byId('key-form').querySelector('button');
    button.disabled = true;
    byId('sign-in-error').textContent = '';
    try {
      await check(key);
      this.#accept(key, staysSignedIn);
    } catch (error) {
      this.show(inWords(error));
    } finally {
      button.disabled = false;
    }
  }

  get #kept() { return this.current() ?? account.storedKey(); }

  #accept(key, staysSignedIn) {
    account.keepKey(key, staysSignedIn);
    const person = account.personOf(key);
    if (!person || person.kind === 'service') this.#askName(key);
    else this.#enter(key);
  }

  #askName(key) {
    this.key = key;
    byId('sign-in').hidden = false;
    byId('key-form').hidden = true;
    byId('name-form').hidden = false;
    byId('person').value = account.keptPerson()?.name ?? '';
    byId('person').focus();
  }

  #enter(key) {
    byId('sign-in').hidden = true;
    byId('key').value = '';
    this.onSignedIn(key, account.personOf(key));
  }
}

/** Asks the server whether it takes this key. */
async function check(key) {
  if (/[^\x21-\x7e]/.test(key)) throw new Error('no credential has such characters');
  await new Api(key).get('api/agents?limit=1');
}

const inWords = error => (error.status === undefined ? 'This is no key and no token.' : explain(error));

function question(kept, key) {
  const [now, then] = [kept, key].map(account.personOf);
  const link = then?.kind === 'token' ? `This link signs you in as ${then.name} (${then.id}).` : 'This link signs you in with another key.';
  return `${link} Until now you are ${now?.name ?? 'signed in with a key'}. Change over?`;
}
