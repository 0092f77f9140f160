// Puts the page together: signs in, shows what the address names (#/channels/… or #/sessions/…), signs out.

import { forgetKey, takeKeyFromAddress } from './account.js';
import { Api, explain } from './api.js';
import { Conversation } from './conversation.js';
import { Dialogs } from './dialogs.js';
import { byId } from './dom.js';
import { showTitle } from './header.js';
import { toast } from './notices.js';
import { KnownSessions } from './sessions.js';
import { Sidebar } from './sidebar.js';
import { SignIn } from './signin.js';

let app = null; // what is there while somebody is signed in

const signIn = new SignIn({ onSignedIn: enter, current: () => app?.api.credential ?? null, onReplaced: () => signOut('') });

function enter(key, account) {
  const api = new Api(key, error => { if (app?.api === api) signOut(explain(error)); });
  const sessions = new KnownSessions(account.id);
  const sidebar = new Sidebar(api, account, sessions);
  const dialogs = new Dialogs({
    api, account, sessions, server: () => sidebar.server,
    onOpened: (kind, id) => { location.hash = `#/${kind}/${id}`; sidebar.reload(); },
  });
  app = { api, account, sessions, sidebar, dialogs, conversation: null };
  byId('chat').hidden = false;
  sidebar.open();
  show();
}

/** Shows the conversation that the address names. */
function show() {
  if (!app) return;
  const match = /^#\/(channels|sessions)\/([\w-]+)$/.exec(location.hash);
  app.conversation?.close();
  app.conversation = null;
  byId('welcome').hidden = match !== null;
  byId('talk').hidden = match === null;
  app.sidebar.mark(match && { kind: match[1], id: match[2] });
  if (!match) return showTitle('Welcome', '');
  const target = { kind: match[1], id: match[2], channelId: app.sessions.find(match[2])?.channelId };
  app.conversation = new Conversation(app.api, app.account, target, leave);
  app.conversation.open();
  if (matchMedia('(hover: hover)').matches) app.conversation.composer.focus();
}

/** The conversation is no longer there. */
function leave({ kind, id }) {
  if (kind === 'sessions') app.sessions.remove(id);
  history.replaceState(null, '', location.pathname);
  show();
  app.sidebar.reload();
}

function signOut(reason) {
  if (!app) return;
  app.conversation?.close();
  app.sidebar.close();
  app = null;
  forgetKey();
  history.replaceState(null, '', location.pathname);
  byId('chat').hidden = true;
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  showTitle('', '');
  signIn.show(reason);
}

addEventListener('hashchange', () => {
  const open = app?.conversation?.target;
  const key = takeKeyFromAddress(open && `#/${open.kind}/${open.id}`);
  if (key === null) show();
  else signIn.follow(key);
});
addEventListener('unhandledrejection', event => { console.error(event.reason); toast(explain(event.reason)); });
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  (byId('talk').hidden ? byId('welcome-session') : byId('text')).focus();
});
byId('sign-out').addEventListener('click', () => { app.sessions.forget(); signOut(''); });
for (const id of ['new-channel', 'welcome-channel']) byId(id).addEventListener('click', () => app.dialogs.newChannel());
for (const id of ['new-session', 'welcome-session']) byId(id).addEventListener('click', () => app.dialogs.newSession());

signIn.start(takeKeyFromAddress());
