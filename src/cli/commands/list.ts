import { type Area, type Bounds, DataFileError, type Filter, type Station } from '../../core';
import { readLimit } from '../../options';
import { readText } from '../../publish/import/data-file';
import { readDecimal } from '../../publish/import/decimal';
import type { StationSet } from '../../stations/station-set';
import type { Arguments } from '../arguments';
import { type Command, exitCodeFor } from '../command';
import { dataFlags, filterFlags, readFilter, readNumberFlag } from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { momentOf, openingFilter, openingFlags, readOpeningWish } from '../opening';
import { stationColumns } from '../print/columns';
import { formats, writeRows } from '../print/formats';
import { judged, openingTexts } from '../print/opening-text';
import { loadStations } from '../stations';
import { UsageError } from '../usage-error';

export const list: Command = {
  name: 'list',
  words: '',
  summary: 'the stations that pass the filters',
  flags: {
    bounds: { value: 'W,S,E,N', help: 'in this box of degrees' },
    area: { value: 'FILE', help: 'in this GeoJSON Polygon or MultiPolygon' },
    limit: { value: 'N', help: 'the most stations to list (default: all)' },
    ...filterFlags,
    ...openingFlags,
    ...formatFlag(formats),
    ...dataFlags,
  },
  examples: [
    'yizhan list --district 310101 --service shower',
    'yizhan list --offer medical --open-at 2026-11-25T14:00',
    'yizhan list --bounds 121.46,31.22,121.48,31.24 --format geojson > centre.geojson',
  ],
  async run(args, output) {
    const format = readFormat(args, formats);
    const limit = readLimit(readNumberFlag(args, 'limit'));
    const wish = readOpeningWish(args);
    const { set } = await loadStations(args, output, 'positions', wish);
    const { locale } = output;
    const found = await select(set, args, { ...readFilter(args), ...openingFilter(wish, set) });
    const rows = found.slice(0, limit).map((station) => ({ station }));
    if (wish.isJudged) {
      const judgement = { at: momentOf(wish, set), offer: wish.offer, locale };
      const hits = judged(rows, set, judgement);
      const columns = stationColumns(locale, set.terms, openingTexts(hits, set, judgement));
      writeRows(hits, format, columns, set, output);
    } else {
      writeRows(rows, format, stationColumns(locale, set.terms), set, output);
    }
    if (rows.length < found.length)
      output.note(`${rows.length} of ${found.length} stations; --limit gives more`);
    return exitCodeFor(rows.length, output);
  },
};

async function select(set: StationSet, args: Arguments, filter: Filter): Promise<Station[]> {
  const bounds = args.one('bounds');
  const area = args.one('area');
  if (bounds !== undefined && area !== undefined)
    throw new UsageError('give either --bounds or --area, not both');
  if (bounds !== undefined) return set.inBounds(readBounds(bounds), filter);
  return area === undefined ? set.filter(filter) : set.inArea(await readAreaFile(area), filter);
}

async function readAreaFile(path: string): Promise<Area> {
  const text = await readText(path);
  try {
    return JSON.parse(text) as Area;
  } catch (cause) {
    throw new DataFileError('FILE_FORMAT', path, 'expected GeoJSON', { cause });
  }
}

/** Four numbers between commas. Their ranges are checked by the query. */
function readBounds(text: string): Bounds {
  const numbers = text.split(/[,，]/).map((part) => readDecimal(part.trim()));
  if (numbers.length === 4 && !numbers.some(Number.isNaN)) return numbers as unknown as Bounds;
  throw new UsageError(
    `expected --bounds as W,S,E,N in degrees, such as 121.46,31.22,121.48,31.24, got ${JSON.stringify(text)}`,
  );
}
