import { UnknownCodeError } from '../core';
import type { Arguments, Flags } from './arguments';

/** What a command can write; the first is the default. */
export function formatFlag(allowed: readonly string[]): Flags {
  const help = `${allowed.join(', ')} (default: ${allowed[0]})`;
  return { format: { value: 'FORMAT', help, short: 'f' } };
}

/** @throws UnknownCodeError when the format is none of those the command writes */
export function readFormat<F extends string>(args: Arguments, allowed: readonly F[]): F {
  const format = args.one('format') ?? allowed[0];
  if (allowed.includes(format as F)) return format as F;
  throw new UnknownCodeError('format', format, allowed);
}
