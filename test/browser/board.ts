import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/* examples/publisher-board as a publisher starts it: `npm run board`, after the build. */

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Board {
  readonly url: string;
  close(): Promise<void>;
}

/** @param words as after `npm run board --` */
export async function startBoard(...words: string[]): Promise<Board> {
  const child = spawn('node', ['examples/publisher-board/board.mjs', '--no-open', ...words], {
    cwd: root,
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      const address = /The board is at (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(`The board ended: ${said}`)));
  });
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
