import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundled } from '../support/bundled';
import { type Run, yizhan } from '../support/cli';
import { deferred } from '../support/deferred';
import { serving, versions } from '../support/device';
import { type Answer, RawServer, reply } from '../support/raw-server';
import { signer, tempFolder } from '../support/sites';

/* A publisher's stations on the command line: brought here, kept, asked. */

async function serve(answer?: Answer) {
  const { key, first, second } = await versions();
  const server = await RawServer.start(answer ?? serving(first));
  onTestFinished(() => server.stop());
  const source = `${server.url}manifest.json`;
  const dir = tempFolder();
  const trust = ['--keys', key.publicKey, '--dir', dir];
  const near = (...more: string[]) =>
    yizhan([
      'near',
      '121.4737,31.2304',
      '--source',
      source,
      '--crs',
      'gcj02',
      '--limit',
      '2',
      ...more,
    ]);
  return { server, source, dir, trust, near, first, second };
}

/** With a sign where the line was erased. */
const erased = ({ err }: Run) => err.split('\r\u001b[2K').join('⌫');

describe('yizhan sync', () => {
  it('brings what is new, says so when nothing is, and keeps what is here when it fails', async () => {
    const { server, source, trust, second } = await serve();
    const brought = await yizhan(['sync', source, ...trust]);
    expect(brought.code).toBe(0);
    expect(brought.out).toMatch(/^new: 692 stations\nsequence 1, published .*Z, expires .*Z/);
    expect((await yizhan(['sync', source, ...trust])).out).toMatch(/^up to date: 692 stations\n/);
    server.answer = serving(second);
    expect((await yizhan(['sync', source, ...trust])).out).toMatch(
      /^new: 687 stations\nsequence 2/,
    );
    server.answer = () => reply(200, '<html>');
    const failed = await yizhan(['sync', source, ...trust]);
    expect([failed.code, failed.out]).toEqual([2, '']);
    expect(failed.err).toMatch(/^The 687 stations that were here stay\.\nyizhan: Not a manifest/);
  });

  it('shows how far it has come on a terminal, and takes it away', async () => {
    const { source, trust } = await serve();
    const run = await yizhan(['sync', source, ...trust], { isWatched: true });
    expect(erased(run)).toMatch(/^⌫checking …⌫(.*⌫)?$/);
    const piped = await yizhan(['sync', source, ...trust]);
    expect(piped.err).toBe('');
  });

  it('has exit code 3 where nothing can be kept', async () => {
    const { source, trust } = await serve();
    const run = await yizhan(['sync', source, ...trust.slice(0, 2), '--dir', '/dev/null']);
    expect(run.code).toBe(3);
    expect(run.out).toMatch(/^new: 692 stations/);
    expect(run.err).toMatch(/^not kept: The folder \/dev\/null/);
  });

  it('takes keys of later, and says what is missing or misspelt', async () => {
    const { source, trust } = await serve();
    expect((await yizhan(['sync', source, ...trust, '--keys-version', '2'])).code).toBe(0);
    const said = async (...argv: string[]) => {
      const { code, err } = await yizhan(['sync', ...argv]);
      expect(code).toBe(2);
      return err;
    };
    expect(await said()).toContain('expected one word: yizhan sync URL');
    expect(await said(source)).toContain('a source needs --keys');
    expect(await said(source, '--keys', '00')).toContain('64 hexadecimal digits');
    expect(await said(source, ...trust, '--unsigned')).toContain('either --keys or --unsigned');
    expect(await said(source, ...trust, '--keys-version', '-1')).toContain('keys-version');
    expect(await said('stations.json', ...trust)).toContain('https://');
    expect(await said(source, ...trust, '--pakcs', 'all')).toContain('did you mean --packs?');
    expect(await said(source, ...trust, '--packs', '999999')).toContain('it has all');
  });

  it.skipIf(process.platform === 'win32')(
    'interrupted: exit code 130, and nothing but what was here',
    { timeout: 60_000 },
    async () => {
      const { server, source, trust, first } = await serve();
      const cli = await bundled('src/cli.ts');
      for (const [command, ...flags] of [
        ['sync', source],
        ['near', '121.4737,31.2304', '--source', source, '--crs', 'gcj02'],
      ] as string[][]) {
        const asked = deferred();
        const right = serving(first);
        server.answer = (request) => {
          if (!request.path.startsWith('/packs/')) return right(request);
          asked.resolve();
          return { parts: [], after: 'hang' };
        };
        const child = spawn(process.execPath, [cli, command!, ...flags, ...trust]);
        const ended = once(child, 'exit');
        await asked.promise;
        child.kill('SIGINT');
        expect(await ended, command).toEqual([130, null]);
      }
      server.answer = serving(first);
      expect((await yizhan(['sync', source, ...trust])).out).toMatch(/^new: 692 stations/);
    },
  );
});

describe('yizhan near --source', () => {
  it('fetches once, then answers from here, also without a network', async () => {
    const { server, near, trust } = await serve();
    const first = await near(...trust);
    expect([first.code, first.out.split('\n').length]).toEqual([0, 4]);
    await server.stop();
    expect(await near(...trust)).toEqual(first);
    expect((await near(...trust, '--service', 'toilet')).code).toBe(0);
  });

  it('answers nothing that the keys named here have not signed', async () => {
    const { near, trust, dir } = await serve();
    await near(...trust);
    const other = (await signer(9)).publicKey;
    const run = await near('--keys', other, '--dir', dir);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('None of the pinned keys has signed');
    expect((await near(...trust)).code).toBe(0);
  });

  it('says that nobody was asked who made it, and that it is old', async () => {
    const { near } = await serve();
    const run = await near('--unsigned', '--dir', tempFolder());
    expect([run.code, run.err]).toEqual([
      0,
      expect.stringContaining('Nobody was asked who made these stations'),
    ]);
  });

  it('flags of a source without one are a mistake', async () => {
    const { trust } = await serve();
    const { code, err } = await yizhan(['near', '121.4737,31.2304', ...trust]);
    expect([code, err]).toEqual([2, expect.stringContaining('--keys goes with --source')]);
  });
});
