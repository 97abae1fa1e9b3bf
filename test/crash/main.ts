import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStationsWith } from '../../src/hosts/node/open-stations';
import { fingerprint, quickTiming, serving, versions } from '../support/device';
import { RawServer } from '../support/raw-server';

/*
 * Kills a process at every system call of an update, with strace, and looks at what is left: the old generation or the
 * new one, whole, from which an update goes on. Needs a build, Linux, strace and the right to trace.
 */

const child = fileURLToPath(new URL('./child.mjs', import.meta.url));
const wanted = Number(process.argv[2] ?? 2000);

/** What a device had before, and what the site offers: a delta, or nothing but whole packs. */
interface Case {
  readonly name: string;
  readonly start: string | undefined;
  readonly withDeltas: boolean;
}

interface Outcome {
  readonly wasKilled: boolean;
  /** Whether it was still there to be told to update: being traced can make a call of its own. */
  readonly wasTold: boolean;
  readonly left: 'old' | 'new' | 'none';
}

const { key, first, second } = await versions();
const base = mkdtempSync(join(tmpdir(), 'yizhan-crash-'));
process.on('exit', () => rmSync(base, { recursive: true, force: true }));
const server = await RawServer.start(serving(first));
const open = (folder: string, source = server.url) =>
  openStationsWith(
    { source, folder, keys: [key.publicKey], crs: 'gcj02', refresh: false, ready: 'now' },
    { timing: { ...quickTiming, retries: 0 } },
  );

const device = join(base, 'device');
await (await open(device)).refresh();
const old = fingerprint((await open(device)).stations);
server.answer = serving(second);
const updated = join(base, 'updated');
cpSync(device, updated, { recursive: true });
await (await open(updated)).refresh();
const fresh = fingerprint((await open(updated)).stations);

const withDeltas = serving(second);
let deltas = true;
server.answer = (request) =>
  !deltas && request.path.startsWith('/deltas/')
    ? { parts: ['HTTP/1.1 404 Test\r\nContent-Length: 0\r\n\r\n'] }
    : withDeltas(request);

/** One update, killed at the n-th of these calls that one of its threads makes. */
async function killAt(one: Case, calls: string, at: number): Promise<Outcome> {
  const folder = mkdtempSync(join(base, 'run-'));
  if (one.start !== undefined) cpSync(one.start, folder, { recursive: true });
  const victim = spawn(process.execPath, [child, server.url, folder, key.publicKey], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // One thread for files, so that its calls are counted together.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  const ended = once(victim, 'exit');
  await line(victim, 'stdout', 'ready');
  const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:signal=KILL:when=${at}`];
  const strace = spawn('strace', ['-f', '-p', String(victim.pid), '-o', '/dev/null', ...inject], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const released = once(strace, 'exit');
  await line(strace, 'stderr', 'attached');
  let wasTold = true;
  victim.stdin!.on('error', () => {
    wasTold = false;
  });
  victim.stdin!.write('go\n');
  const [, signal] = await ended;
  await released;
  const left = await whatIsLeft(one, folder);
  rmSync(folder, { recursive: true, force: true });
  return { wasKilled: signal === 'SIGKILL', wasTold, left };
}

async function whatIsLeft(one: Case, folder: string): Promise<Outcome['left']> {
  const client = await open(folder);
  const { source } = client.status();
  const left = source === 'none' ? 'none' : named(fingerprint(client.stations));
  if (left === 'none' && one.start !== undefined) throw new Error('neither old nor new');
  // Where there was nothing, a whole first generation that no state names yet is welcome.
  if (source === 'previous' && one.start !== undefined)
    throw new Error('the current generation was torn');
  await client.refresh();
  if (fingerprint(client.stations) !== fresh) throw new Error('no update after the crash');
  if (fingerprint((await open(folder)).stations) !== fresh) throw new Error('nothing kept');
  return left;
}

function named(answers: string): 'old' | 'new' {
  if (answers === old) return 'old';
  if (answers === fresh) return 'new';
  throw new Error('torn: answers of neither');
}

function line(process_: ChildProcess, stream: 'stdout' | 'stderr', text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    process_[stream]!.on('data', (chunk) => {
      said += chunk;
      if (said.includes(text)) resolve();
    });
    process_.on('exit', () => reject(new Error(`ended before it said ${text}: ${said}`)));
  });
}

execFileSync('strace', ['-V'], { stdio: 'ignore' });
const cases: readonly Case[] = [
  { name: 'update by a delta', start: device, withDeltas: true },
  { name: 'update by a whole pack', start: device, withDeltas: false },
  { name: 'first download', start: undefined, withDeltas: true },
];
/**
 * All; and those that change files, where they are few among many: the n-th call of the thread for files comes later
 * than the n-th of another one.
 */
const callSets = [
  'all',
  'openat,write,pwrite64,writev,fsync,fdatasync,close',
  'rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat',
];
let points = 0;
const left: Record<string, number> = {};
for (let round = 0; round === 0 || points < wanted; round++) {
  for (const one of cases) {
    deltas = one.withDeltas;
    for (const calls of callSets) {
      let here = 0;
      // Two at a time, one for each core; until nothing is killed any more.
      for (let at = 1; ; at += 2) {
        const both = await Promise.all([killAt(one, calls, at), killAt(one, calls, at + 1)]);
        const killed = both.filter(({ wasKilled }) => wasKilled);
        const updating = killed.filter(({ wasTold }) => wasTold);
        for (const outcome of updating) left[outcome.left] = (left[outcome.left] ?? 0) + 1;
        points += updating.length;
        here += updating.length;
        if (killed.length < both.length) break;
      }
      console.log(`${one.name}, ${calls.slice(0, 30)}: killed ${here} times (${points} in all)`);
    }
  }
}
console.log(`${points} kill points: ${JSON.stringify(left)}; never torn, never neither`);
await server.stop();
process.exit(points >= wanted ? 0 : 1);
