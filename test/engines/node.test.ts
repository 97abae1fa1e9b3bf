import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it, onTestFinished } from 'vitest';
import type { StationClient } from '../../src/client/client';
import { openStations } from '../../src/node';
import { ContractServer } from './contract-server';
import { type HostUnderTest, hostContract } from './host-contract';
import { packsOf } from './memory-site';
import { type SiteData, siteData } from './site-data';

/* The contract of all hosts, kept by Node: files, and HTTP on a real socket. */

let data: SiteData;
let server: ContractServer;
beforeAll(async () => {
  data = await siteData();
  server = await ContractServer.start(data);
});
afterAll(() => server?.stop());

let number = 0;

function node(): HostUnderTest {
  const own = `${++number}`;
  const site = server.site(own);
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-host-'));
  const clients: StationClient[] = [];
  onTestFinished(() => {
    for (const client of clients) client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    kind: 'files',
    versions: data.facts,
    bundled: () => packsOf(data.first)[0]!,
    async open(more) {
      const source = `${server.origin}/${own}/manifest.json`;
      const options = { source, keys: [data.key], crs: 'gcj02', refresh: false, folder } as const;
      const client = await openStations({ ...options, ...more });
      clients.push(client);
      return client;
    },
    async restart() {
      for (const client of clients) client.close();
    },
    async publish() {
      site.files = data.second;
    },
    async break(fault) {
      site.fault = fault;
    },
  };
}

describe('a host on Node', () => {
  it.each(hostContract)('$name', ({ check }) => check(node()));
});
