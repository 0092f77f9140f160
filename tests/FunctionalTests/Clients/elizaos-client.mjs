// Drives the published client against a server: every method of its services, one line of JSON for each.
// Usage: node elizaos-client.mjs <the package's dist/index.js> <base URL> <operator's key> <agent's key> <agent's id>
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const [, , entry, baseUrl, operatorKey, agentKey, eliza] = process.argv;
const client = await import(pathToFileURL(entry));
const operator = client.ElizaClient.create({ baseUrl, apiKey: operatorKey });
const agent = client.ElizaClient.create({ baseUrl, apiKey: agentKey });
const services = { agents: 'AgentsService', messaging: 'MessagingService', runs: 'RunsService', jobs: 'JobsService', server: 'ServerService', sessions: 'SessionsService' };

const tell = line => console.log(JSON.stringify(line));
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = value => assert.match(value, uuid);
const isText = value => assert.ok(typeof value === 'string' && value.length > 0, `${JSON.stringify(value)} is no text`);
const isNumber = value => assert.equal(typeof value, 'number', `${JSON.stringify(value)} is no number`);
const isList = value => assert.ok(Array.isArray(value), `${JSON.stringify(value)} is no list`);
const isTime = value => assert.ok(Number.isFinite(new Date(value).getTime()), `${JSON.stringify(value)} is no time`);
const isDone = answer => assert.equal(answer.success, true);
const isAgent = found => { isText(found.id); isText(found.name); };
const isChannel = found => { isId(found.id); isId(found.messageServerId ?? found.serverId); isText(found.name); isText(found.type); isTime(found.createdAt); };
const isServer = found => { isId(found.id); isText(found.name); isTime(found.createdAt); };
const isMessage = found => { isId(found.id); isId(found.channelId); isText(found.authorId); isText(found.content ?? found.text); isTime(found.createdAt); };
const isRun = found => { isText(found.runId); isText(found.status); };
const isJob = found => { isText(found.jobId); isText(found.status); isText(found.userId); isText(found.prompt); isNumber(found.createdAt); isNumber(found.expiresAt); };
const isPolled = found => { assert.equal(found.success, true, JSON.stringify(found)); isJob(found.job); isText(found.job.result.message.content); isNumber(found.attempts); isNumber(found.timeMs); };

const isSession = found => { isId(found.sessionId); isId(found.agentId); isId(found.userId); isTime(found.createdAt); assert.equal(typeof found.metadata, 'object'); };
const isSaid = found => { isId(found.id); isText(found.content); isText(found.authorId); assert.equal(typeof found.isAgent, 'boolean'); isTime(found.createdAt); };

const stamp = Date.now().toString(36);
const person = crypto.randomUUID();
const home = '00000000-0000-0000-0000-000000000000';
const polling = { interval: 200, maxAttempts: 100 };

// What the methods before have made, for those after them.
const made = {};

const calls = {
  agents: {
    listAgents: async () => { const { agents } = await operator.agents.listAgents(); isList(agents); agents.forEach(isAgent); },
    createAgent: async () => { made.agent = await operator.agents.createAgent({ characterJson: { name: `Client ${stamp}`, bio: ['An agent for a test'] } }); isAgent(made.agent); },
    getAgent: async () => { const found = await operator.agents.getAgent(made.agent.id); isAgent(found); assert.equal(found.name, `Client ${stamp}`); },
    updateAgent: async () => { const found = await operator.agents.updateAgent(made.agent.id, { name: `Renamed ${stamp}`, bio: 'Another' }); isAgent(found); assert.equal(found.name, `Renamed ${stamp}`); },
    startAgent: async () => isText((await operator.agents.startAgent(made.agent.id)).status),
    stopAgent: async () => isText((await operator.agents.stopAgent(made.agent.id)).status),
    getWorlds: () => operator.agents.getWorlds(),
    addAgentToWorld: () => operator.agents.addAgentToWorld(eliza, home),
    updateAgentWorldSettings: () => operator.agents.updateAgentWorldSettings(eliza, home, { setting: true }),
    getAgentPanels: () => operator.agents.getAgentPanels(eliza),
    getAgentLogs: () => operator.agents.getAgentLogs(eliza, { limit: 10 }),
    deleteAgentLog: () => operator.agents.deleteAgentLog(eliza, home),
    // The client's types have these under `data`, but the client itself has taken that away.
    addAgentToMessageServer: async () => { const found = await operator.agents.addAgentToMessageServer(home, made.agent.id); assert.equal((found.data ?? found).agentId, made.agent.id); },
    getAgentsForMessageServer: async () => { const found = await operator.agents.getAgentsForMessageServer(home); isList((found.data ?? found).agents); },
    getMessageServersForAgent: async () => { const found = await operator.agents.getMessageServersForAgent(made.agent.id); isList((found.data ?? found).messageServers); },
    removeAgentFromMessageServer: async () => { const found = await operator.agents.removeAgentFromMessageServer(home, made.agent.id); assert.equal((found.data ?? found).agentId, made.agent.id); },
    deleteAgent: async () => isDone(await operator.agents.deleteAgent(made.agent.id)),
  },
  messaging: {
    getCurrentMessageServer: async () => isId((await operator.messaging.getCurrentMessageServer()).messageServerId),
    listMessageServers: async () => { const { messageServers } = await operator.messaging.listMessageServers(); isList(messageServers); messageServers.forEach(isServer); },
    createMessageServer: async () => { made.server = await operator.messaging.createMessageServer({ name: `Server ${stamp}`, sourceType: 'client_test' }); isServer(made.server); },
    createChannel: async () => { made.channel = await operator.messaging.createChannel({ name: `client-${stamp}`, type: 'GROUP', metadata: { topic: 'a test' } }); isChannel(made.channel); },
    createGroupChannel: async () => { made.group = await operator.messaging.createGroupChannel({ name: `group-${stamp}`, participantIds: ['ada', 'grace'], metadata: { type: 'GROUP' } }); isChannel(made.group); },
    getOrCreateDmChannel: async () => {
      const first = await operator.messaging.getOrCreateDmChannel({ participantIds: [`ada-${stamp}`, eliza] });
      const again = await operator.messaging.getOrCreateDmChannel({ participantIds: [eliza, `ada-${stamp}`] });
      isChannel(first);
      assert.equal(first.id, again.id);
    },
    getMessageServerChannels: async () => { const { channels } = await operator.messaging.getMessageServerChannels(home); isList(channels); channels.forEach(isChannel); },
    syncMessageServerChannels: async () => isNumber((await operator.messaging.syncMessageServerChannels(made.server.id, { channels: [{ name: `synced-${stamp}`, type: 'GROUP', sourceId: stamp }] })).synced),
    getChannelDetails: async () => { const found = await operator.messaging.getChannelDetails(made.channel.id); isChannel(found); assert.equal(found.id, made.channel.id); },
    addAgentToChannel: async () => isDone(await operator.messaging.addAgentToChannel(made.channel.id, eliza)),
    getChannelParticipants: async () => { const { participants } = await operator.messaging.getChannelParticipants(made.channel.id); isList(participants); participants.forEach(found => { isId(found.channelId); isText(found.userId); isTime(found.joinedAt); }); },
    submitMessage: async () => { made.message = await agent.messaging.submitMessage({ agentId: eliza, channelId: made.channel.id, content: 'How do you do. Please tell me your problem.' }); isMessage(made.message); },
    postMessage: async () => isMessage(await agent.messaging.postMessage(made.channel.id, 'Go on, please.', { tags: ['test'] })),
    getChannelMessages: async () => { const { messages } = await operator.messaging.getChannelMessages(made.channel.id, { limit: 10 }); isList(messages); assert.ok(messages.length > 0); messages.forEach(isMessage); },
    getMessage: async () => { const found = await operator.messaging.getMessage(made.message.id); isMessage(found); assert.equal(found.id, made.message.id); },
    updateMessage: async () => { const found = await agent.messaging.updateMessage(made.message.id, 'What is your problem?'); isMessage(found); assert.equal(found.content ?? found.text, 'What is your problem?'); },
    searchMessages: async () => { const { messages } = await operator.messaging.searchMessages({ query: 'problem', channelId: made.channel.id }); isList(messages); assert.equal(messages.length, 1); messages.forEach(isMessage); },
    completeMessage: async () => {
      const question = await operator.messaging.postMessage(made.channel.id, 'I am unhappy', { user_id: `ada-${stamp}` });
      isDone(await agent.messaging.completeMessage({ messageId: question.id, status: 'completed' }));
    },
    ingestExternalMessages: async () => isNumber((await operator.messaging.ingestExternalMessages({ platform: 'discord', channelId: `room-${stamp}`, messages: [{ id: stamp, authorId: `ada-${stamp}`, content: 'Hello', timestamp: Date.now() }] })).processed),
    updateChannel: async () => { const found = await operator.messaging.updateChannel(made.channel.id, { name: `renamed-${stamp}`, metadata: { topic: 'another' } }); assert.equal((found.data ?? found).name, `renamed-${stamp}`); },
    addUserToChannel: async () => { await operator.messaging.addUserToChannel(made.channel.id, 'ada'); assert.ok((await participantsOf(made.channel)).includes('ada')); },
    addUsersToChannel: async () => { await operator.messaging.addUsersToChannel(made.channel.id, ['grace', 'alan']); const all = await participantsOf(made.channel); assert.ok(['ada', 'grace', 'alan'].every(name => all.includes(name)), all.join()); },
    removeUserFromChannel: async () => { await operator.messaging.removeUserFromChannel(made.channel.id, 'grace'); const all = await participantsOf(made.channel); assert.ok(!all.includes('grace') && all.includes('ada'), all.join()); },
    generateChannelTitle: () => operator.messaging.generateChannelTitle(made.channel.id, eliza),
    removeAgentFromChannel: async () => isDone(await operator.messaging.removeAgentFromChannel(made.channel.id, eliza)),
    deleteMessage: async () => isDone(await operator.messaging.deleteMessage(made.channel.id, made.message.id)),
    clearChannelHistory: async () => isNumber((await operator.messaging.clearChannelHistory(made.channel.id)).deleted),
    deleteChannel: async () => isDone(await operator.messaging.deleteChannel(made.channel.id)),
    deleteMessageServer: async () => isDone(await operator.messaging.deleteMessageServer(made.server.id)),
  },
  jobs: {
    create: async () => { made.job = await operator.jobs.create({ userId: `ada-${stamp}`, content: 'I am unhappy', agentId: eliza }); isText(made.job.jobId); isText(made.job.status); isNumber(made.job.createdAt); isNumber(made.job.expiresAt); },
    getJob: async () => isJob(await operator.jobs.getJob(made.job.jobId)),
    poll: async () => isPolled(await operator.jobs.poll(made.job.jobId, polling)),
    list: async () => { const { jobs, total, filtered } = await operator.jobs.list({ limit: 10 }); isList(jobs); jobs.forEach(isJob); isNumber(total); isNumber(filtered); },
    health: async () => { const found = await operator.jobs.health(); assert.equal(found.healthy, true); isNumber(found.totalJobs); isNumber(found.statusCounts.completed); isNumber(found.metrics.successRate); isNumber(found.maxJobs); isNumber(found.timestamp); },
    createAndPoll: async () => isPolled(await operator.jobs.createAndPoll({ userId: `ada-${stamp}`, content: 'I am still unhappy' }, polling)),
    createAndPollWithBackoff: async () => isPolled(await operator.jobs.createAndPollWithBackoff({ userId: `ada-${stamp}`, content: 'My mother does not listen' }, { initialInterval: 100, maxInterval: 500 })),
    ask: async () => isText(await operator.jobs.ask(`ada-${stamp}`, 'Men are all alike', eliza, polling)),
  },
  runs: {
    listRuns: async () => { const found = await operator.runs.listRuns(eliza, { limit: 10 }); isList(found.runs); found.runs.forEach(isRun); isNumber(found.total); assert.equal(typeof found.hasMore, 'boolean'); assert.ok(found.runs.length > 0); made.run = found.runs[0]; },
    getRun: async () => { const found = await operator.runs.getRun(eliza, made.run.runId); isRun(found.summary); assert.equal(found.summary.runId, made.run.runId); isList(found.events); },
  },
  server: {
    checkHealth: async () => { const found = await operator.server.checkHealth(); isText(found.status); isNumber(found.uptime); isTime(found.timestamp); isText(found.version); assert.ok(Object.values(found.checks).every(check => check.status === 'pass')); },
    ping: async () => assert.equal((await operator.server.ping()).pong, true),
    hello: async () => isText((await operator.server.hello()).message),
    getStatus: async () => { const found = await operator.server.getStatus(); ['total', 'active', 'inactive'].forEach(count => isNumber(found.agents[count])); ['used', 'total', 'percentage'].forEach(part => isNumber(found.memory[part])); isNumber(found.uptime); isText(found.version); },
    getDebugInfo: async () => { const { runtime, environment } = await operator.server.getDebugInfo(); isList(runtime.agents); runtime.agents.forEach(found => { isAgent(found); isText(found.status); }); isNumber(runtime.connections); assert.equal(typeof runtime.memory, 'object'); assert.deepEqual(environment, {}); },
    submitLogs: () => operator.server.submitLogs([{ level: 'info', message: 'a line' }]),
    clearLogs: () => operator.server.clearLogs(),
    stopServer: async () => isDone(await operator.server.stopServer()),
  },
  sessions: {
    checkHealth: async () => { const found = await operator.sessions.checkHealth(); assert.equal(found.status, 'healthy'); isNumber(found.activeSessions); isTime(found.timestamp); },
    createSession: async () => {
      made.session = await operator.sessions.createSession({ agentId: eliza, userId: person, metadata: { platform: 'web', username: 'Ada' } });
      isSession(made.session);
      assert.deepEqual(made.session.metadata, { platform: 'web', username: 'Ada' });
    },
    getSession: async () => { const found = await operator.sessions.getSession(made.session.sessionId); isSession(found); isTime(found.lastActivity); assert.equal(found.sessionId, made.session.sessionId); },
    sendMessage: async () => {
      const { userMessage, sessionStatus } = await operator.sessions.sendMessage(made.session.sessionId, { content: 'Hello', metadata: { tags: ['test'] } });
      isSaid(userMessage);
      assert.equal(userMessage.authorId, person);
      isTime(sessionStatus.expiresAt);
      assert.equal(sessionStatus.wasRenewed, true);
    },
    sendMessageSync: async () => { const found = await operator.sessions.sendMessageSync(made.session.sessionId, { content: 'I am unhappy' }); isSaid(found.userMessage); isText(found.agentResponse.text); },
    getMessages: async () => {
      const newest = await operator.sessions.getMessages(made.session.sessionId, { limit: 2 });
      assert.equal(newest.messages.length, 2);
      newest.messages.forEach(isSaid);
      assert.ok(newest.messages.some(found => found.isAgent), 'the agent has answered');
      assert.equal(newest.hasMore, true);
      const older = await operator.sessions.getMessages(made.session.sessionId, { limit: 100, before: newest.cursors.before });
      const later = await operator.sessions.getMessages(made.session.sessionId, { after: newest.cursors.before - 1, before: new Date(newest.cursors.after + 1) });
      assert.deepEqual(later.messages.map(found => found.id), newest.messages.map(found => found.id));
      assert.ok(older.messages.length > 0 && older.messages.every(found => newest.messages.every(other => other.id !== found.id)));
    },
    listSessions: async () => { const found = await operator.sessions.listSessions(); isNumber(found.total); found.sessions.forEach(isSession); assert.ok(found.sessions.some(one => one.sessionId === made.session.sessionId)); },
    deleteSession: async () => { isText((await operator.sessions.deleteSession(made.session.sessionId)).message); await assert.rejects(operator.sessions.getSession(made.session.sessionId), { code: 'SESSION_NOT_FOUND', status: 404 }); },
  },
};

async function participantsOf(channel) {
  const { participants } = await operator.messaging.getChannelParticipants(channel.id);
  return participants.map(found => found.userId);
}

/** What the server has nothing for, it refuses as any unknown path; an unexpected answer is the client's own error or ours. */
async function outcomeOf(call) {
  try {
    await call();
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof client.ApiError && error.code === 'RESOURCE_NOT_FOUND' && error.status === 404) return { outcome: 'absent', reason: error.details };
    return { outcome: 'failed', reason: `${error.code ?? error.name}: ${error.message} ${error.details ?? ''}` };
  }
}

for (const [service, methods] of Object.entries(calls))
  for (const [method, call] of Object.entries(methods)) tell({ service, method, ...(await outcomeOf(call)) });

for (const [service, type] of Object.entries(services))
  tell({ service, methods: Object.getOwnPropertyNames(client[type].prototype).filter(name => name !== 'constructor') });
