// Puts Server-Sent Events together out of pieces of the text, however it was cut.

export class EventParser {
  #rest = '';
  #event = { name: '', data: [], id: null };

  constructor(onEvent) { this.onEvent = onEvent; }

  feed(piece) {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) this.#readLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  #readLine(line) {
    if (line === '') return this.#finish();
    if (line.startsWith(':')) return;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event.name = value;
    else if (field === 'data') this.#event.data.push(value);
    else if (field === 'id') this.#event.id = value;
  }

  #finish() {
    const { name, data, id } = this.#event;
    this.#event = { name: '', data: [], id: null };
    if (data.length > 0) this.onEvent(name || 'message', data.join('\n'), id);
  }
}
