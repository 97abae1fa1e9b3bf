import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './host-contract';
import { MemorySite } from './memory-site';
import type { SiteData } from './site-data';

/* Sites on a real socket, one below each number, with the faults of the contract; and a page to look at them from. */

export class ContractServer {
  private readonly sites = new Map<string, MemorySite>();

  private constructor(
    private readonly server: Server,
    readonly origin: string,
    private readonly data: SiteData,
    private readonly files: Readonly<Record<string, string>>,
  ) {}

  /** @param files by path: what a page loads */
  static async start(
    data: SiteData,
    files: Readonly<Record<string, string>> = {},
  ): Promise<ContractServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const started = new ContractServer(server, origin, data, files);
    server.on('request', (request, response) => void started.answer(request, response));
    return started;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** The site of this number, made when it is first asked for. */
  site(number: string): MemorySite {
    const site = this.sites.get(number) ?? new MemorySite(this.data, `${this.origin}/${number}`);
    this.sites.set(number, site);
    return site;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.slice(1);
    const file = this.files[path];
    if (file !== undefined) {
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.setHeader('content-type', `${type}; charset=utf-8`).end(file);
      return;
    }
    const [, number, what] = /^control\/(\d+)\/(\w+)$/.exec(path) ?? [];
    if (number !== undefined) {
      const site = this.site(number);
      if (what === 'publish') site.files = this.data.second;
      else site.fault = what as Fault;
      response.end();
      return;
    }
    const headers = request.headers as Record<string, string>;
    try {
      const site = this.site(/^\d+/.exec(path)?.[0] ?? '');
      const answer = await site.fetch(this.origin + request.url, { headers });
      response.writeHead(answer.status, answer.headers).end(await answer.bytes);
    } catch {
      request.socket.destroy();
    }
  }
}
