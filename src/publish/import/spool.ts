import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lines are gathered to about as much before they go to the disk. */
const chunkCharacters = 2 ** 18;

/**
 * Lines on their way from one pass to the next, in a temporary file, so that memory stays bounded. The file
 * goes away with `close()`, and with the process where the system lets an open file be removed.
 */
export class Spool {
  private waiting: string[] = [];
  private characters = 0;

  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
  ) {}

  static async open(): Promise<Spool> {
    const folder = await mkdtemp(join(tmpdir(), 'yizhan-import-'));
    const path = join(folder, 'rows');
    const file = await open(path, 'wx+', 0o600).catch(async (cause) => {
      await rm(folder, { recursive: true, force: true });
      throw cause;
    });
    // An open file without a name cannot be left behind, however the process ends.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    return new Spool(folder, file);
  }

  /** Adds a line, which must hold no line break. Wait for what is returned: then memory stays bounded. */
  add(line: string): Promise<void> | undefined {
    this.waiting.push(line);
    this.characters += line.length + 1;
    return this.characters < chunkCharacters ? undefined : this.flush();
  }

  /** The lines in the order they were added. */
  async *lines(): AsyncGenerator<string> {
    await this.flush();
    const chunk = Buffer.allocUnsafe(chunkCharacters);
    const decoder = new TextDecoder();
    let rest = '';
    for (let at = 0; ; ) {
      const { bytesRead } = await this.file.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      const lines = (rest + decoder.decode(chunk.subarray(0, bytesRead), { stream: true })).split(
        '\n',
      );
      rest = lines.pop()!;
      yield* lines;
    }
  }

  async close(): Promise<void> {
    await this.file.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    const text = `${this.waiting.join('\n')}\n`;
    this.waiting = [];
    this.characters = 0;
    await this.file.appendFile(text);
  }
}
