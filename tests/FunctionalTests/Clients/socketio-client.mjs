// Drives the official Socket.IO client against a server, over each transport and as the reference's page does: one line of JSON for each.
// Usage: node socketio-client.mjs <the package's folder> <base URL> <Ada's token> <Bob's token> <Eliza's id> <a channel with Eliza for each run, with commas>
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, baseUrl, ada, bob, eliza, channels] = process.argv;
const { io } = createRequire(join(folder, 'package.json'))('socket.io-client');
const patience = 60_000;

/** A client that keeps all it hears. */
function client(options) {
  const socket = io(baseUrl, { forceNew: true, ...options });
  const heard = [];
  const waiting = new Set();
  const keep = (name, data) => { heard.push({ name, data }); waiting.forEach(look => look()); };
  socket.onAny(keep);
  ['connect', 'disconnect', 'connect_error'].forEach(name => socket.on(name, data => keep(name, data)));
  const count = (name, isIt) => heard.filter(told => told.name === name && isIt(told.data)).length;
  const hear = (name, isIt = () => true, times = 1) => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${name} was not heard; heard ${heard.map(told => told.name).join(' ')}`)), patience);
    const look = () => {
      if (count(name, isIt) < times) return;
      clearTimeout(late);
      waiting.delete(look);
      resolve(heard.findLast(told => told.name === name && isIt(told.data)).data);
    };
    waiting.add(look);
    look();
  });
  const ask = async (name, ...values) => {
    const ack = await socket.timeout(patience).emitWithAck(name, ...values);
    assert.equal(ack.success, true, JSON.stringify(ack));
    return ack.data;
  };
  return { socket, heard, hear, ask, texts: () => heard.filter(told => told.name === 'messageBroadcast').map(told => told.data.text) };
}

const isText = text => message => message.text === text;
const isElizas = message => message.senderId === eliza;
const say = (from, roomId, message) => from.ask('message', { type: 2, payload: { roomId, message, messageId: crypto.randomUUID() } });

async function converse(channel, options, transport) {
  const stranger = client({ ...options, auth: { token: 'eliza_service_wrong' } });
  const error = await stranger.hear('connect_error');
  assert.equal(error.data.code, 'AUTHENTICATION_FAILED');
  stranger.socket.close();

  const [first, second] = [client({ ...options, auth: { token: ada } }), client({ ...options, auth: { token: bob } })];
  assert.equal((await first.hear('authenticated')).entityId, 'ada');
  assert.equal((await first.hear('connection_established')).socketId, first.socket.id);
  await first.ask('join', { roomId: channel });
  await second.ask('join', { roomId: channel });

  const question = await say(first, channel, 'I am unhappy');
  const seen = await second.hear('messageBroadcast', isText('I am unhappy'));
  assert.equal(seen.id, question.messageId);
  assert.equal((await first.hear('messageAck')).messageId, question.messageId);
  const answer = await second.hear('messageBroadcast', isElizas);
  await second.hear('messageComplete');
  await second.hear('controlMessage', told => told.action === 'enable_input');
  for (const chunk of second.heard.filter(told => told.name === 'messageStreamChunk')) assert.equal(chunk.data.messageId, answer.id);
  if (transport) {
    while (second.socket.io.engine.transport.name !== transport) await new Promise(resolve => second.socket.io.engine.once('upgrade', resolve));
  }

  // Gone for a while, and back again by itself.
  second.socket.disconnect();
  await say(first, channel, 'You missed this');
  second.socket.connect();
  await second.hear('connect', undefined, 2);
  await second.ask('join', { roomId: channel, lastEventId: answer.eventId });
  await second.hear('messageBroadcast', isText('You missed this'));
  second.socket.io.engine.close();
  await second.hear('connect', undefined, 3);
  await second.ask('join', { roomId: channel, lastEventId: second.heard.findLast(told => told.data?.eventId).data.eventId });
  await say(second, channel, 'Back');
  await first.hear('messageBroadcast', isText('Back'));
  await second.hear('messageBroadcast', isText('Back'));
  for (const one of [first, second]) for (const text of ['I am unhappy', 'You missed this', 'Back']) assert.equal(one.texts().filter(said => said === text).length, 1, text);
  first.socket.close();
  second.socket.close();
}

/** As the page of elizaOS 1.x does: numbers for what it wants, each room under two names, and its own id of each message. */
async function beTheReference(channel) {
  const page = client({ auth: { token: ada, entityId: 'ada' }, autoConnect: true, reconnection: true });
  await page.hear('connect');
  page.socket.emit('message', { type: 1, payload: { channelId: channel, roomId: channel, entityId: 'ada' } });
  assert.equal((await page.hear('channel_joined')).channelId, channel);
  assert.equal((await page.hear('room_joined')).roomId, channel);
  const messageId = crypto.randomUUID();
  const payload = {
    senderId: 'ada', senderName: 'USER', message: 'My mother hates me', channelId: channel, roomId: channel, messageServerId: '00000000-0000-0000-0000-000000000000',
    messageId, source: 'client_chat', attachments: [], metadata: { channelType: 'DM', isDm: true, targetUserId: eliza },
  };
  page.socket.emit('message', { type: 2, payload });
  page.socket.emit('message', { type: 2, payload });
  const ack = await page.hear('messageAck', told => told.clientMessageId === messageId, 2);
  const own = await page.hear('messageBroadcast', told => told.clientMessageId === messageId);
  assert.equal(own.id, ack.messageId);
  for (const field of ['id', 'senderId', 'senderName', 'text', 'channelId', 'roomId', 'serverId', 'source']) assert.equal(typeof own[field], 'string', field);
  assert.equal(typeof own.createdAt, 'number');
  const answer = await page.hear('messageBroadcast', isElizas);
  assert.equal(answer.inReplyToMessageId, own.id);
  await page.hear('controlMessage', told => told.action === 'enable_input');
  assert.deepEqual(page.heard.filter(told => told.name === 'controlMessage').map(told => told.data.action), ['disable_input', 'enable_input']);
  assert.deepEqual(page.heard.filter(told => told.name === 'messageError'), []);
  assert.equal(page.texts().filter(text => text === 'My mother hates me').length, 1);
  page.socket.close();
}

const [a, b, c, d] = channels.split(',');
const runs = {
  default: () => converse(a, {}, 'websocket'),
  websocket: () => converse(b, { transports: ['websocket'] }, 'websocket'),
  polling: () => converse(c, { transports: ['polling'] }, 'polling'),
  reference: () => beTheReference(d),
};
await Promise.all(Object.entries(runs).map(async ([run, go]) => {
  try {
    await go();
    console.log(JSON.stringify({ run, outcome: 'passed' }));
  } catch (error) {
    console.log(JSON.stringify({ run, outcome: 'failed', reason: error.stack }));
  }
}));
process.exit(0);
