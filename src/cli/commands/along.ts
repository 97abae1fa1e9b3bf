import type { AlongOptions, CorridorHit } from '../../core';
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
import { momentOf, readOpeningWish, tripFlags, tripOptions } from '../opening';
import { arrivalColumn, stationColumns } from '../print/columns';
import { distanceText } from '../print/distance';
import { formats, writeRows } from '../print/formats';
import { openingTexts } from '../print/opening-text';
import type { Column } from '../print/table';
import { decodeRouteInput, readRouteInput, routeFlags } from '../route';
import { loadStations } from '../stations';
import { clockOf } from '../time-zone';
import { UsageError } from '../usage-error';

const sideText = {
  zh: { left: '左', right: '右', on: '·' },
  en: { left: 'left', right: 'right', on: '·' },
};

export const along: Command = {
  name: 'along',
  words: 'ROUTE',
  summary: 'the stations along a route, in the order they are passed',
  flags: {
    width: {
      value: 'METRES',
      help: 'how far to either side (default: 300, or what --max-detour allows)',
    },
    'max-detour': { value: 'METRES', help: 'no station that costs a longer detour' },
    'from-meters': {
      value: 'METRES',
      help: 'how far along the rider is; what lies behind is left out',
    },
    from: { value: 'LNG,LAT', help: 'the same as a position' },
    sort: { value: 'ORDER', help: 'route or detour (default: route)' },
    limit: { value: 'N', help: 'the most stations to list (default: all)' },
    passes: { value: 'WHICH', help: 'closest or all (default: closest)' },
    circuity: {
      value: 'FACTOR',
      help: 'how much longer than straight the way to a station is (default: 1.3)',
    },
    ...routeFlags,
    ...filterFlags,
    ...tripFlags,
    ...formatFlag(formats),
    ...dataFlags,
  },
  examples: [
    'yizhan along route.geojson --width 200 --service battery-swap',
    'yizhan along route.geojson --open --open-for 10 --depart-at 22:30 --speed 20',
    'yizhan along route.geojson --from 121.48,31.23 --sort detour --limit 3',
    "curl -s 'https://restapi.amap.com/v5/direction/electrobike?…' | yizhan along -",
  ],
  async run(args, output) {
    const [path, ...more] = args.words;
    if (path === undefined || more.length > 0)
      throw new UsageError(
        'along needs one file with a route, or - for standard input: yizhan along ROUTE',
      );
    const format = readFormat(args, formats);
    const from = args.one('from');
    if (from !== undefined && args.one('from-meters') !== undefined)
      throw new UsageError('either --from or --from-meters, not both');
    const options: AlongOptions = {
      ...readFilter(args),
      widthMeters: readMeters(args, 'width'),
      maxDetourMeters: readMeters(args, 'max-detour'),
      fromMeters: readMeters(args, 'from-meters'),
      from: from === undefined ? undefined : readLngLat(from, '--from'),
      sort: args.one('sort') as AlongOptions['sort'],
      limit: readNumberFlag(args, 'limit'),
      passes: args.one('passes') as AlongOptions['passes'],
      circuity: readNumberFlag(args, 'circuity'),
    };
    if (path === '-' && args.one('data') === '-')
      throw new UsageError('standard input can be the route or the stations, not both');
    const wish = readOpeningWish(args);
    const input = await readRouteInput(path, args);
    const { set } = await loadStations(args, output, 'positions', wish);
    const route = decodeRouteInput(input, set.crs, output);
    const trip = tripOptions(wish, set);
    const hits = set.along(route, { ...options, ...trip });
    const { locale } = output;
    const hours = wish.isJudged
      ? openingTexts(hits, set, { at: momentOf(wish, set), offer: wish.offer, locale })
      : undefined;
    const columns: Column<CorridorHit>[] = [
      {
        title: { zh: '前方', en: 'ahead' },
        text: (hit) => distanceText(hit.aheadMeters),
        align: 'right',
        colour: 'bold',
      },
      {
        title: { zh: '偏离', en: 'off' },
        text: (hit) => distanceText(hit.offsetMeters),
        align: 'right',
      },
      { title: { zh: '侧', en: 'side' }, text: (hit) => sideText[locale][hit.side] },
      {
        title: { zh: '绕行', en: 'detour' },
        text: (hit) => distanceText(hit.detourMeters),
        align: 'right',
      },
      ...(trip.departAt === undefined ? [] : [arrivalColumn(clockOf(set))]),
      ...stationColumns(locale, set.terms, hours),
    ];
    writeRows(hits, format, columns, set, output);
    return exitCodeFor(hits.length, output);
  },
};
