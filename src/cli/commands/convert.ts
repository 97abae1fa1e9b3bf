import {
  type ConvertOptions,
  convert as convertPosition,
  isYizhanError,
  type LngLat,
} from '../../core';
import { readCrs } from '../../geo/crs';
import { readText } from '../../publish/import/data-file';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { dataFlags, readLngLat } from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { UsageError } from '../usage-error';

const formats = ['text', 'ndjson', 'json'] as const;

/** To a millimetre. */
const decimals = 8;

export const convert: Command = {
  name: 'convert',
  words: '[LNG,LAT …]',
  summary: 'positions from one coordinate system in another; without any, those on standard input',
  flags: {
    from: {
      value: 'CRS',
      help: 'what they are in: wgs84 (GPS), gcj02 (Amap, Tencent), bd09 (Baidu)',
    },
    to: { value: 'CRS', help: 'what they are to be in' },
    outline: {
      value: 'OUTLINE',
      help: 'where the systems differ: mainland, or box, as gcoord has it (default: mainland)',
    },
    ...formatFlag(formats),
    quiet: dataFlags['quiet']!,
    lang: dataFlags['lang']!,
    help: dataFlags['help']!,
  },
  examples: [
    'yizhan convert 121.4737,31.2304 --from wgs84 --to gcj02',
    'yizhan convert --from bd09 --to wgs84 < positions.txt',
  ],
  async run(args, output) {
    const from = readCrs(needed(args, 'from'), 'CRS in --from');
    const to = readCrs(needed(args, 'to'), 'CRS in --to');
    const format = readFormat(args, formats);
    const options = { outline: args.one('outline') as ConvertOptions['outline'] };
    const given =
      args.words.length === 0 || args.words.join() === '-' ? await lines() : words(args.words);
    const converted = given.map(({ text, where }) => {
      try {
        return rounded(convertPosition(readLngLat(text, where), from, to, options));
      } catch (error) {
        if (!isYizhanError(error) || error.code !== 'INVALID_POSITION') throw error;
        throw new UsageError(`${where}: ${error.message}`);
      }
    });
    if (format === 'json') output.data(`${JSON.stringify(converted, null, 2)}\n`);
    else if (format === 'ndjson')
      output.data(converted.map((one) => `${JSON.stringify(one)}\n`).join(''));
    else {
      const text = ({ lng, lat }: LngLat) => `${lng.toFixed(decimals)},${lat.toFixed(decimals)}\n`;
      output.data(converted.map(text).join(''));
    }
    if (converted.length > 0) return 0;
    output.note('no positions given');
    return 1;
  },
};

function needed(args: Arguments, flag: string): string {
  const value = args.one(flag);
  if (value !== undefined) return value;
  throw new UsageError(`convert needs --${flag}: wgs84, gcj02 or bd09`);
}

interface Given {
  readonly text: string;
  readonly where: string;
}

/** `121.47,31.23 121.5,31.2` are two positions; `121.47 31.23` and `121.47, 31.23` are one. */
function words(given: readonly string[]): Given[] {
  const each = given.every((word) => /^[^,，\s]+[,，\s]+[^,，\s]+$/.test(word));
  if (!each) return [{ text: given.join(' '), where: 'a position' }];
  return given.map((text, i) => ({ text, where: `position ${i + 1}` }));
}

/** One position a line; empty lines are passed over. */
async function lines(): Promise<Given[]> {
  const text = await readText('-');
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ text: line.trim(), where: `line ${i + 1}` }))
    .filter((line) => line.text !== '');
}

function rounded({ lng, lat }: LngLat): LngLat {
  return { lng: Number(lng.toFixed(decimals)), lat: Number(lat.toFixed(decimals)) };
}
