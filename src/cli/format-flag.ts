import { UnknownCodeError } from '../core';
import type { Arguments, Flags } from './arguments';
import { type Format, formats } from './print/formats';

export const formatFlag: Flags = {
  format: { value: 'FORMAT', help: `${formats.join(', ')} (default: table)`, short: 'f' },
};

/** @throws UnknownCodeError when the format is none of those the command writes */
export function readFormat(args: Arguments, allowed: readonly Format[] = formats): Format {
  const format = args.one('format') ?? 'table';
  if (allowed.includes(format as Format)) return format as Format;
  throw new UnknownCodeError('format', format, allowed);
}
