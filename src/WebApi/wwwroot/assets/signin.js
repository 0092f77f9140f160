// The way in: a key or token by the form, from the address, or from an earlier visit; then a name, if the key needs one.

import { Api, explain } from './api.js';
import * as account from './account.js';
import { byId } from './dom.js';

export class SignIn {
  /** @param onSignedIn (key, person) => void */
  constructor(onSignedIn) {
    this.onSignedIn = onSignedIn;
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

  /** Signs in with what the address gave, or what is kept, or shows the form. */
  async start(given) {
    const key = given ?? account.storedKey();
    if (!key) return this.show();
    if (given) return this.#try(given, false);
    const person = account.personOf(key);
    return person ? this.onSignedIn(key, person) : this.#askName(key);
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
      if (/[^\x21-\x7e]/.test(key)) throw new Error('no credential has such characters');
      await new Api(key).get('api/agents?limit=1');
      account.keepKey(key, staysSignedIn);
      const person = account.personOf(key);
      if (!person || person.kind === 'service') this.#askName(key);
      else this.#enter(key);
    } catch (error) {
      this.show(error.status === undefined ? 'This is no key and no token.' : explain(error));
    } finally {
      button.disabled = false;
    }
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
