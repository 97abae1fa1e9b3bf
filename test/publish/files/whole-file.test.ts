import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeUnfinishedFiles, WholeFile } from '../../../src/publish/files/whole-file';
import { writeOurFile, writeToPlace } from '../../../src/publish/files/write-file';
import { tempFolder } from '../../support/sites';

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('a file that is written whole', () => {
  it('has its parts in their order, text and bytes, however many', async () => {
    const folder = tempFolder();
    const long = '站'.repeat(200_000);
    const parts = ['a', Uint8Array.of(98, 99), '', 'd', long, long, Uint8Array.of(33)];
    await writeToPlace('out', join(folder, 'file'), parts);
    expect(read(folder, 'file')).toBe(`abcd${long}${long}!`);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('is not seen before it is finished', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), 'old');
    const file = await WholeFile.open(join(folder, 'file'));
    await file.write('new'.repeat(2 ** 17));
    expect(read(folder, 'file')).toBe('old');
    await file.finish();
    expect(read(folder, 'file')).toMatch(/^(new)+$/);
  });

  it('leaves what was there when a part fails', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), 'old');
    function* parts() {
      yield 'x'.repeat(2 ** 19);
      throw new Error('no more');
    }
    for (const name of ['file', 'other'])
      await expect(writeToPlace('out', join(folder, name), parts())).rejects.toThrow('no more');
    expect(read(folder, 'file')).toBe('old');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('leaves nothing when the process is told to end', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), 'old');
    const file = await WholeFile.open(join(folder, 'file'));
    await file.write('x'.repeat(2 ** 19));
    expect(readdirSync(folder)).toHaveLength(2);
    removeUnfinishedFiles();
    expect(readdirSync(folder)).toEqual(['file']);
    await file.discard();
    // One that is finished is no concern of it.
    await writeToPlace('out', join(folder, 'done'), ['done']);
    removeUnfinishedFiles();
    expect(read(folder, 'done')).toBe('done');
  });

  it('keeps mode and links where an option names the place, and only there', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), 'old');
    chmodSync(join(folder, 'file'), 0o640);
    for (const name of ['link', 'ours']) symlinkSync(join(folder, 'file'), join(folder, name));
    await writeToPlace('out', join(folder, 'link'), ['new']);
    expect(read(folder, 'file')).toBe('new');
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'file')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    // In a site a link could lead anywhere: it gives way, and what it led to stays.
    await writeOurFile(join(folder, 'ours'), new Uint8Array([111]));
    expect(lstatSync(join(folder, 'ours')).isSymbolicLink()).toBe(false);
    expect(read(folder, 'ours')).toBe('o');
    expect(read(folder, 'file')).toBe('new');
  });

  it('is refused where it cannot be, before anything is written', async () => {
    const folder = tempFolder();
    for (const [path, reason] of [
      ['missing/file', 'there is no such folder'],
      ['.', 'it is a folder'],
    ] as const)
      await expect(writeToPlace('--out', join(folder, path), ['x'])).rejects.toMatchObject({
        code: 'INVALID_OPTION',
        message: expect.stringContaining(reason),
      });
    expect(existsSync(join(folder, 'missing'))).toBe(false);
    await writeOurFile(join(folder, 'a/b/file'), new Uint8Array([111]));
    expect(read(folder, 'a/b/file')).toBe('o');
  });
});
