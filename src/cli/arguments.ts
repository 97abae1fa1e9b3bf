import { parseArgs } from 'node:util';
import { spellingHint } from '../wording';
import { UsageError } from './usage-error';

/** A flag of a command, as its help shows it. */
interface Flag {
  /** What stands for the value in the help, such as `METRES`; without it the flag is a switch. */
  readonly value?: string;
  readonly help: string;
  readonly short?: string;
}

export type Flags = { readonly [name: string]: Flag };

/** The words after the command, and each flag's values in the order given. */
export interface Arguments {
  readonly words: readonly string[];
  has(flag: string): boolean;
  /** The value of a flag that may be given once. */
  one(flag: string): string | undefined;
  /** The values of a flag that may be repeated, each as it is. */
  all(flag: string): string[] | undefined;
  /** The values of a flag that may be repeated, or list several between commas. */
  list(flag: string): string[] | undefined;
}

/**
 * Reads the words after a command.
 *
 * @throws UsageError for a flag that the command does not have, with the nearest spelling that it has
 */
export function readArguments(argv: readonly string[], flags: Flags): Arguments {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value, short }]) => [
      name,
      {
        type: value === undefined ? 'boolean' : 'string',
        multiple: true,
        ...(short && { short }),
      } as const,
    ]),
  );
  const known = Object.keys(flags);
  const unknown = argv.slice(0, endOfFlags(argv)).find((word) => isUnknown(word, known, flags));
  if (unknown !== undefined) {
    const name = unknown.replace(/^--?|=.*$/g, '');
    const hint = spellingHint(name, known, '--');
    throw new UsageError(`unknown option ${unknown.replace(/=.*$/, '')}${hint}`);
  }
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: argv.map(guardNegative), options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]!.replace(/^Option /, 'option '));
  }
  const values = (flag: string) => (parsed.values[flag] as (string | boolean)[] | undefined) ?? [];
  const all = (flag: string) => {
    const given = values(flag).map((value) => String(value).trim());
    return given.length === 0 ? undefined : given;
  };
  return {
    words: parsed.positionals.map((word) => word.trim()),
    has: (flag) => values(flag).length > 0,
    one(flag) {
      const given = values(flag);
      if (given.length > 1)
        throw new UsageError(`option --${flag} is given ${given.length} times, once is allowed`);
      return given.length === 0 ? undefined : String(given[0]).trim();
    },
    all,
    list(flag) {
      const items = all(flag)
        ?.flatMap((value) => value.split(/[,，]/))
        .map((value) => value.trim());
      if (items === undefined) return undefined;
      // An unset variable in a script must not turn the filter off.
      if (items.includes('')) throw new UsageError(`option --${flag} has an empty value`);
      return items;
    },
  };
}

/** Longitudes west of Greenwich look like flags; a space before them says that they are not. */
function guardNegative(word: string): string {
  return /^-[.\d]/.test(word) ? ` ${word}` : word;
}

function endOfFlags(argv: readonly string[]): number {
  const end = argv.indexOf('--');
  return end === -1 ? argv.length : end;
}

function isUnknown(word: string, known: readonly string[], flags: Flags): boolean {
  if (word.startsWith('--')) return !known.includes(word.slice(2).replace(/=.*$/, ''));
  if (!/^-[a-z]/i.test(word)) return false;
  return !known.some((name) => flags[name]!.short === word[1]);
}
