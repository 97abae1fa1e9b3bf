import type { Command } from './command';

/** What `yizhan --help` prints. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    'yizhan 驿站: friendly stations for riders, couriers and drivers, near you or along your route',
    '',
    'Usage: yizhan COMMAND [WORDS] [FLAGS]',
    '',
    'Commands:',
    ...aligned(commands.map(({ name, words, summary }) => [`${name} ${words}`.trim(), summary])),
    '',
    'Examples:',
    ...commands.map(({ examples }) => `  ${examples[0]}`),
    '',
    'yizhan COMMAND --help tells its flags. Without --data the stations are a made-up sample of Shanghai.',
    'Data goes to standard output, remarks to standard error.',
    'Exit codes: 0 found, 1 nothing found or not understood, 2 wrong use or unreadable data, 3 cannot write,',
    '  4 an import with warnings, 5 one with errors.',
    '',
  ].join('\n');
}

/** What `yizhan COMMAND --help` prints. */
export function commandHelp({ name, words, summary, flags, examples }: Command): string {
  const rows = Object.entries(flags).map(([flag, { value, short, help }]) => [
    `${short === undefined ? '    ' : `-${short}, `}--${flag}${value === undefined ? '' : ` ${value}`}`,
    help,
  ]);
  return [
    `yizhan ${name}: ${summary}`,
    '',
    `Usage: yizhan ${name} ${words === '' ? '' : `${words} `}[FLAGS]`,
    '',
    'Flags:',
    ...aligned(rows),
    '',
    'Lists of codes are separated by commas, or the flag is repeated.',
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widest = Math.max(...rows.map(([left]) => left!.length));
  return rows.map(([left, right]) => `  ${left!.padEnd(widest)}  ${right}`);
}
