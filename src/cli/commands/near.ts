import type { StationHit } from '../../core';
import { type Command, exitCodeFor } from '../command';
import {
  dataFlags,
  filterFlags,
  readFilter,
  readLngLat,
  readMeters,
  readNumberFlag,
} from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { momentOf, openingFilter, openingFlags, readOpeningWish } from '../opening';
import { stationColumns } from '../print/columns';
import { compassText, distanceText } from '../print/distance';
import { formats, writeRows } from '../print/formats';
import { openingTexts } from '../print/opening-text';
import type { Column } from '../print/table';
import { checkSourceFlags, trustFlags } from '../source';
import { loadSource, loadStations } from '../stations';
import { UsageError } from '../usage-error';

/** Enough for a person to choose from; `--limit` gives more. */
const defaultLimit = 10;

export const near: Command = {
  name: 'near',
  words: 'LNG,LAT',
  summary: 'the nearest stations to a position',
  flags: {
    limit: {
      value: 'N',
      help: `the most stations to list (default: ${defaultLimit}, or all within --max-distance)`,
    },
    'max-distance': { value: 'METRES', help: 'none farther than this: 800 or 1.2km' },
    ...filterFlags,
    ...openingFlags,
    ...formatFlag(formats),
    source: {
      value: 'URL',
      help: 'the manifest or GeoJSON file of a publisher, in place of --data: fetched once, then kept (see yizhan sync)',
    },
    ...trustFlags,
    ...dataFlags,
  },
  examples: [
    'yizhan near 121.4737,31.2304',
    'yizhan near 121.4737,31.2304 --service toilet,phone-charging --max-distance 1.5km',
    'yizhan near 121.4737,31.2304 --service toilet --open --open-for 15',
    'yizhan near 121.4737,31.2304 --source https://stations.example.cn/ --keys $KEYS --crs gcj02',
    'yizhan near -0.1276,51.5072 --data uk-toilets.csv --crs wgs84 --service mother-baby',
  ],
  async run(args, output) {
    if (args.words.length === 0) throw new UsageError('near needs a position: yizhan near LNG,LAT');
    // `121.47, 31.23` and `121.47 31.23` come as two words.
    const from = readLngLat(args.words.join(' '), 'a position');
    const format = readFormat(args, formats);
    const maxDistanceMeters = readMeters(args, 'max-distance');
    const limit =
      readNumberFlag(args, 'limit') ?? (maxDistanceMeters === undefined ? defaultLimit : undefined);
    const wish = readOpeningWish(args);
    checkSourceFlags(args);
    const { set } = await (args.has('source')
      ? loadSource(args, output)
      : loadStations(args, output, 'positions', wish));
    const filter = { ...readFilter(args), ...openingFilter(wish, set) };
    const hits = set.nearest(from, { ...filter, limit, maxDistanceMeters });
    const { locale } = output;
    const hours = wish.isJudged
      ? openingTexts(hits, set, { at: momentOf(wish, set), offer: wish.offer, locale })
      : undefined;
    const columns: Column<StationHit>[] = [
      {
        title: { zh: '距离', en: 'distance' },
        text: (hit) => distanceText(hit.distanceMeters),
        align: 'right',
        colour: 'bold',
      },
      { title: { zh: '方向', en: 'to' }, text: (hit) => compassText(hit.bearingDegrees, locale) },
      ...stationColumns(locale, set.terms, hours),
    ];
    writeRows(hits, format, columns, set, output);
    return exitCodeFor(hits.length, output);
  },
};
