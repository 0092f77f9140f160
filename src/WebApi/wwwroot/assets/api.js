// Calls of the REST API with the credential of whoever is signed in, and their failures in words for people.

/** What the server refused, or that it could not be reached (status 0). */
export class ApiError extends Error {
  constructor(status, code, message, details, retryAfter) {
    super(message);
    Object.assign(this, { status, code, details, retryAfter });
  }

  /** Whether the same request may work in a moment: nobody answered, or the server was too busy. */
  get isPassing() {
    return this.status === 0 || this.status >= 500 || (this.status === 409 && /in progress|in flight|still/i.test(this.details ?? ''));
  }
}

export class Api {
  /** @param credential the key or token; @param onRefused called when the server no longer takes it. */
  constructor(credential, onRefused) {
    Object.assign(this, { credential, onRefused });
  }

  get(path) { return this.#send('GET', path); }
  post(path, body = {}) { return this.#send('POST', path, body); }
  delete(path) { return this.#send('DELETE', path); }

  /** An answer whose body is read as it comes. */
  stream(path, headers, signal) {
    return this.#fetch(path, { headers: { Accept: 'text/event-stream', ...headers }, signal });
  }

  /** A file of the server's own; the caller revokes the address. */
  async file(path) {
    const answer = await this.#fetch(path, {});
    return URL.createObjectURL(await answer.blob());
  }

  async #send(method, path, body) {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const answer = await this.#fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    try {
      return await answer.json();
    } catch {
      throw new ApiError(0, 'NETWORK', 'The answer was cut off', null);
    }
  }

  async #fetch(path, options) {
    let answer;
    try {
      const headers = { ...options.headers, Authorization: `Bearer ${this.credential}` };
      answer = await fetch(new URL(path, document.baseURI), { ...options, headers, cache: 'no-store', credentials: 'omit' });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      throw new ApiError(0, 'NETWORK', 'The server cannot be reached', null);
    }
    if (answer.ok) return answer;
    const error = await readError(answer);
    if (error.status === 401) this.onRefused?.(error);
    throw error;
  }
}

async function readError(answer) {
  const body = await answer.json().catch(() => null);
  const { code, message, details } = body?.error ?? {};
  const retryAfter = Number(answer.headers.get('Retry-After')) || null;
  return new ApiError(answer.status, code ?? 'UNKNOWN', message ?? `The server answered ${answer.status}`, details, retryAfter);
}

/** One sentence that tells a person what went wrong, and what helps. */
export function explain(error) {
  if (!(error instanceof ApiError)) return 'Something went wrong in this page.';
  const wait = error.retryAfter ? `in ${error.retryAfter} ${error.retryAfter === 1 ? 'second' : 'seconds'}` : 'in a moment';
  switch (error.status) {
    case 0: return 'The server cannot be reached. Are you online?';
    case 401: return 'This key or token is not valid, or no longer.';
    case 403: return `You may not do that: ${error.details ?? error.message}.`;
    case 410: return 'This session has ended.';
    case 429: return `Too many requests. Try again ${wait}.`;
    case 503: return `The server is busy. Try again ${wait}.`;
    default: return error.status >= 500 ? 'The server failed. Try again in a moment.' : `${error.details ?? error.message}.`.replace(/\.\.$/, '.');
  }
}
