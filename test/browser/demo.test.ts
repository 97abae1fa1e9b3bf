import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';

/* `npm run demo`, as somebody starts and ends it in a terminal. From dist/, so build first. */

it('publishes, serves, publishes the next version with Enter, and ends with Ctrl-C', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const args = ['examples/rider-h5/demo.mjs', '--no-open', '--port', '0', '--folder', folder];
  const demo = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    demo.kill('SIGKILL');
  });
  let said = '';
  demo.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const hears = (text: RegExp) => vi.waitFor(() => expect(said).toMatch(text), 45_000);
  await hears(/Version 1: 7395 made-up stations in [\d.]+ kB, signed\./);
  await hears(/http:\/\/127\.0\.0\.1:\d+\//);
  const url = /http:\S+/.exec(said)![0];
  const sequence = async () => {
    const envelope = (await (await fetch(`${url}stations/manifest.json`)).json()) as Envelope;
    return JSON.parse(Buffer.from(envelope.payload, 'base64').toString()).sequence;
  };
  expect(await (await fetch(url)).text()).toContain('<!doctype html>');
  expect(await sequence()).toBe(1);
  demo.stdin.write('\n');
  await hears(/Version 2: the delta has [\d.]+ kB\./);
  expect(await sequence()).toBe(2);
  // Not by a page of somebody else's, nor by a program that is no page.
  expect((await fetch(`${url}desk/publish`, { method: 'POST' })).status).toBe(404);
  expect(await sequence()).toBe(2);
  demo.kill('SIGINT');
  expect(await once(demo, 'exit')).toEqual([0, null]);
}, 90_000);

interface Envelope {
  readonly payload: string;
}
