// The messaging documents' own sample of a client, as it is printed there, against a server.
// Usage: node resilient-session-client.mjs <base URL> <key> <agent's id>; at "waiting" it goes on when it is sent a line.
import assert from 'node:assert/strict';
import { createInterface } from 'node:readline/promises';

const [, , baseUrl, key, agentId] = process.argv;
const network = globalThis.fetch;
const statuses = [];

// What a page of the server's own site has anyway: the address and, here, the credential.
globalThis.fetch = async (path, options = {}) => {
  const response = await network(new URL(path, baseUrl), { ...options, headers: { ...options.headers, Authorization: `Bearer ${key}` } });
  statuses.push(response.status);
  return response;
};

class ResilientSessionClient {
  constructor(agentId, userId) {
    this.agentId = agentId;
    this.userId = userId;
    this.sessionId = null;
    this.sessionConfig = {
      timeoutMinutes: 30,
      autoRenew: true,
      maxDurationMinutes: 180
    };
  }
  
  async ensureSession() {
    if (!this.sessionId) {
      await this.createSession();
      return;
    }
    
    // Check if session is still valid
    try {
      const response = await fetch(`/api/messaging/sessions/${this.sessionId}`);
      
      if (!response.ok) {
        if (response.status === 404 || response.status === 410) {
          // Session not found or expired
          await this.createSession();
        }
      }
    } catch (error) {
      console.error('Session check failed:', error);
      await this.createSession();
    }
  }
  
  async createSession() {
    const response = await fetch('/api/messaging/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        agentId: this.agentId,
        userId: this.userId,
        timeoutConfig: this.sessionConfig
      })
    });
    
    const data = await response.json();
    this.sessionId = data.sessionId;
    
    // Start heartbeat for new session
    this.startHeartbeat();
    
    return this.sessionId;
  }
  
  async sendMessage(content) {
    await this.ensureSession();
    
    const response = await fetch(
      `/api/messaging/sessions/${this.sessionId}/messages`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ content })
      }
    );
    
    if (!response.ok && (response.status === 404 || response.status === 410)) {
      // Session was lost, recreate and retry
      await this.createSession();
      return this.sendMessage(content);
    }
    
    return response.json();
  }
}

// The sample calls this and leaves it to its reader.
class Client extends ResilientSessionClient {
  startHeartbeat() {
    this.beat = fetch(`/api/messaging/sessions/${this.sessionId}/heartbeat`, { method: 'POST' });
  }
}

const client = new Client(agentId, crypto.randomUUID());
const lines = createInterface({ input: process.stdin });

const first = await client.sendMessage('Hello');
const session = client.sessionId;
assert.equal((await client.beat).status, 200);
assert.equal(first.content, 'Hello');
assert.equal((await client.sendMessage('I am unhappy')).sessionStatus.wasRenewed, true);
assert.equal(client.sessionId, session, 'the session goes on');

console.log('waiting');
await lines.question('');
statuses.length = 0;
assert.equal((await client.sendMessage('Are you still there?')).content, 'Are you still there?');
assert.equal(statuses[0], 410, 'the session has expired');
assert.notEqual(client.sessionId, session, 'another session is opened');

await fetch(`/api/messaging/sessions/${client.sessionId}`, { method: 'DELETE' });
const ended = client.sessionId;
statuses.length = 0;
assert.equal((await client.sendMessage('And now?')).content, 'And now?');
assert.equal(statuses[0], 404, 'the session is gone');
assert.notEqual(client.sessionId, ended, 'another session is opened');

lines.close();
console.log('done');
