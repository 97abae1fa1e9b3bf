import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { bundled } from '../../support/bundled';

async function answersIn(timeZone: string): Promise<{ ahead: number[]; hash: string }> {
  const child = await bundled('test/support/hours-answers-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [child], {
    env: { ...process.env, TZ: timeZone },
  });
  return JSON.parse(stdout) as { ahead: number[]; hash: string };
}

it('answers the same whatever the time zone of the process', async () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Apia'];
  const answers = await Promise.all(zones.map(answersIn));
  // The processes did live in those zones.
  expect(answers.map(({ ahead }) => ahead)).toEqual([
    [0, 0],
    [-300, -240],
    [480, 480],
    [780, 780],
  ]);
  const [utc, ...others] = answers.map(({ hash }) => hash);
  expect(others).toEqual([utc, utc, utc]);
});
