import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/* A web server that writes whatever bytes it is told to: nothing between a test and the wire. */

/** What arrived. */
export interface RawRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, byte for byte. */
  readonly raw: string;
  /** How many requests for this path came before. */
  readonly before: number;
}

/** What is written; then the connection stays open for the next request, or is ended or reset. */
export interface RawReply {
  readonly parts: readonly (Uint8Array | string)[];
  readonly after?: 'keep' | 'end' | 'reset' | 'hang' | undefined;
  /** Between the parts. */
  readonly pauseMilliseconds?: number;
}

export type Answer = (request: RawRequest) => RawReply | Promise<RawReply>;

export class RawServer {
  readonly requests: RawRequest[] = [];
  /** Told of the last request of a connection that ends. */
  onClose: (path: string) => void = () => {};
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    public answer: Answer,
  ) {
    server.on('connection', (socket) => this.serve(socket));
  }

  static async start(answer: Answer): Promise<RawServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new RawServer(server, `http://127.0.0.1:${port}/`, answer);
  }

  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    // Else each part waits 40 ms until the one before is acknowledged.
    socket.setNoDelay(true);
    let last = '';
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.onClose(last);
    });
    socket.on('error', () => {});
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      for (let end = received.indexOf('\r\n\r\n'); end !== -1; end = received.indexOf('\r\n\r\n')) {
        const raw = received.slice(0, end + 4);
        received = received.slice(end + 4);
        last = raw.split(' ')[1] ?? '';
        void this.reply(raw, socket);
      }
    });
  }

  private async reply(raw: string, socket: Socket): Promise<void> {
    const [line = '', ...rest] = raw.trimEnd().split('\r\n');
    const path = line.split(' ')[1] ?? '';
    const headers = Object.fromEntries(
      rest.map((header) => {
        const colon = header.indexOf(':');
        return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
      }),
    );
    const request = { path, headers, raw, before: this.count(path) };
    this.requests.push(request);
    const { parts, after = 'keep', pauseMilliseconds } = await this.answer(request);
    for (const part of parts) {
      if (socket.destroyed) return;
      socket.write(part);
      if (pauseMilliseconds !== undefined)
        await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    }
    if (after === 'end') socket.end();
    if (after === 'reset') socket.resetAndDestroy();
  }
}

/** An answer as a good server would write it. */
export function reply(
  status: number,
  body: Uint8Array | string = '',
  headers: Readonly<Record<string, string>> = {},
  after?: RawReply['after'],
): RawReply {
  const bytes = Buffer.from(body);
  return {
    parts: [head(status, { 'Content-Length': String(bytes.length), ...headers }), bytes],
    after,
  };
}

export function head(status: number, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Test\r\n${lines.join('')}\r\n`;
}
