import { version } from '../../package.json';
import { isYizhanError } from '../core';
import { spellingHint } from '../wording';
import { readArguments } from './arguments';
import type { Command } from './command';
import { along } from './commands/along';
import { build } from './commands/build';
import { convert } from './commands/convert';
import { count } from './commands/count';
import { exportCommand } from './commands/export';
import { hours } from './commands/hours';
import { importCommand } from './commands/import';
import { info } from './commands/info';
import { keygen } from './commands/keygen';
import { link } from './commands/link';
import { list } from './commands/list';
import { near } from './commands/near';
import { rotateKeysCommand } from './commands/rotate-keys';
import { serve } from './commands/serve';
import { sign } from './commands/sign';
import { sync } from './commands/sync';
import { verify } from './commands/verify';
import { inFlags } from './flags';
import { commandHelp, generalHelp } from './help';
import type { Output } from './output';
import { printableLines } from './print/text';
import { progressTo } from './progress';
import { UsageError } from './usage-error';

const commands: readonly Command[] = [
  near,
  along,
  link,
  list,
  count,
  info,
  hours,
  convert,
  importCommand,
  sync,
  exportCommand,
  build,
  sign,
  verify,
  serve,
  keygen,
  rotateKeysCommand,
];

/** What the command line needs from its process. */
export interface Terminal {
  readonly stdout: {
    write(data: string | Uint8Array): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly stderr: {
    write(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly env: { readonly [name: string]: string | undefined };
}

/** What shells expect of who was stopped by Ctrl-C. */
const interruptedCode = 130;

/**
 * Runs the command line.
 *
 * @returns the exit code: 0 found, 1 nothing found, 2 wrong use or unreadable data, 3 not written, 130 interrupted
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(argv, terminal);
  } catch (error) {
    if (!(error instanceof UsageError) && !isYizhanError(error)) throw error;
    if (isYizhanError(error) && error.code === 'ABORTED') return interruptedCode;
    terminal.stderr.write(`yizhan: ${printableLines(inFlags(error))}\n`);
    if (error instanceof UsageError)
      terminal.stderr.write(
        `yizhan ${commandNamed(argv[0])?.name ?? ''} --help tells more\n`.replace('  ', ' '),
      );
    return 2;
  }
}

async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-V') {
    terminal.stdout.write(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = commandNamed(rest[0]);
    const text = topic === undefined ? generalHelp(commands) : commandHelp(topic);
    // Asked for it is data; shown for want of a command it is not.
    (name === undefined ? terminal.stderr : terminal.stdout).write(text);
    return name === undefined ? 2 : 0;
  }
  const command = commandNamed(name);
  if (command === undefined) {
    const names = commands.map((one) => one.name);
    const hint = spellingHint(name, names);
    throw new UsageError(
      `unknown command ${JSON.stringify(name)}${hint} (the commands are ${names.join(', ')})`,
    );
  }
  const args = readArguments(rest, command.flags);
  if (args.has('help')) {
    terminal.stdout.write(commandHelp(command));
    return 0;
  }
  if (command.words === '' && args.words.length > 0) {
    throw new UsageError(`${name} takes flags only, got ${JSON.stringify(args.words[0])}`);
  }
  const output = outputTo(terminal, args.one('lang'), args.has('quiet'));
  try {
    return await command.run(args, output);
  } finally {
    // Whatever comes next, an error above all, has a line to itself.
    output.progress.clear();
  }
}

function commandNamed(name: string | undefined): Command | undefined {
  return commands.find((command) => command.name === name);
}

function outputTo(
  { stdout, stderr, env }: Terminal,
  lang: string | undefined,
  quiet: boolean,
): Output {
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') {
    throw new UsageError(`expected zh or en for --lang, got ${JSON.stringify(lang)}`);
  }
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const noColour = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  const charset = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  const progress = progressTo(stderr, quiet || env['TERM'] === 'dumb');
  const isScreen = stdout.isTTY === true && env['TERM'] !== 'dumb';
  return {
    data: (data) => stdout.write(data),
    note: (text) => {
      if (quiet) return;
      progress.clear();
      stderr.write(`${printableLines(text)}\n`);
    },
    progress,
    columns: stdout.isTTY ? stdout.columns : undefined,
    colour: isScreen && !noColour,
    // Windows says nothing of its character set; its newer terminal is known to have them all.
    blocks: isScreen && (/utf-?8/i.test(charset) || env['WT_SESSION'] !== undefined),
    locale: lang ?? (locale.startsWith('zh') ? 'zh' : 'en'),
  };
}
