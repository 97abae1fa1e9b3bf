import { type ClientRequest, request } from 'node:http';

/** XMLHttpRequest as React Native has it, over Node's HTTP: bytes come whole, and there is no `body` to read from. */
export class FakeXhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseURL = '';
  responseType = '';
  timeout = 0;
  withCredentials = true;
  onreadystatechange: (() => void) | null = null;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  private url = '';
  private readonly headers: Record<string, string> = {};
  private answered: Record<string, unknown> = {};
  private sent: ClientRequest | undefined;

  open(method: string, url: string): void {
    if (method !== 'GET') throw new Error(`not a method for this: ${method}`);
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return (this.answered[name.toLowerCase()] as string | undefined) ?? null;
  }

  send(): void {
    if (this.responseType !== 'arraybuffer') throw new Error('text would not be the same bytes');
    this.sent = request(this.url, { headers: this.headers }, (answer) => {
      const parts: Buffer[] = [];
      const { statusCode = 0, headers } = answer;
      if ([301, 302, 307, 308].includes(statusCode) && headers.location !== undefined) {
        answer.resume();
        this.url = new URL(headers.location, this.url).href;
        this.send();
        return;
      }
      this.status = statusCode;
      this.answered = headers;
      this.responseURL = this.url;
      this.move(2);
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', () => this.onerror?.());
      answer.on('end', () => {
        const all = Buffer.concat(parts);
        this.response = all.buffer.slice(all.byteOffset, all.byteOffset + all.length);
        this.move(4);
        this.onload?.();
      });
    });
    if (this.timeout > 0)
      this.sent.setTimeout(this.timeout, () => {
        this.ontimeout?.();
        this.sent?.destroy();
      });
    this.sent.on('error', () => this.onerror?.());
    this.sent.end();
  }

  abort(): void {
    this.sent?.destroy();
  }

  private move(state: number): void {
    this.readyState = state;
    this.onreadystatechange?.();
  }
}
