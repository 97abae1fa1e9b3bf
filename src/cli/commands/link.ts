import type { MapAppName, NavigationLink, Platform, SetLinkOptions, TravelMode } from '../../core';
import { spellingHint } from '../../wording';
import { type Command, exitCodeFor } from '../command';
import { dataFlags, readLngLat } from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { type Column, table } from '../print/table';
import { loadStations } from '../stations';
import { UsageError } from '../usage-error';

const formats = ['table', 'url', 'json', 'ndjson'] as const;

export const link: Command = {
  name: 'link',
  words: 'ID',
  summary: 'the links that open a map app or a web page with the way to a station',
  flags: {
    app: {
      value: 'APPS',
      help: 'amap, tencent, baidu, petal, apple, google, geo (default: those usual on the platform)',
    },
    mode: { value: 'MODE', help: 'ebike, bike, walk, drive or truck (default: ebike)' },
    platform: {
      value: 'PLATFORM',
      help: 'android, ios, harmony or web: where it is to be opened (default: web)',
    },
    from: { value: 'LNG,LAT', help: 'where to start (default: where the rider is)' },
    via: { value: 'LNG,LAT', help: 'a place to pass; may be repeated' },
    caller: {
      value: 'NAME',
      help: "your app's name, which most map apps ask for (default: yizhan)",
    },
    'tencent-key': {
      value: 'KEY',
      help: "your developer key, without which Tencent's app is left out",
    },
    ...formatFlag(formats),
    ...dataFlags,
  },
  examples: [
    'yizhan link sample-310101-0001 --app amap --mode ebike --platform android',
    'yizhan link sample-310101-0001 --format url | head -1',
  ],
  async run(args, output) {
    const [id, ...more] = args.words;
    if (id === undefined || more.length > 0)
      throw new UsageError("link needs one station's id: yizhan link ID");
    const format = readFormat(args, formats);
    const from = args.one('from');
    const options: SetLinkOptions = {
      app: args.list('app') as MapAppName[] | undefined,
      mode: args.one('mode') as TravelMode | undefined,
      platform: args.one('platform') as Platform | undefined,
      caller: args.one('caller'),
      tencentKey: args.one('tencent-key'),
      from: from === undefined ? undefined : readLngLat(from, '--from'),
      via: args.all('via')?.map((text) => readLngLat(text, '--via')),
      locale: output.locale,
    };
    const { set } = await loadStations(args, output);
    const station = set.get(id);
    if (station === undefined) {
      const ids = set.filter().map((one) => one.id);
      output.note(`no station has the id ${JSON.stringify(id)}${spellingHint(id, ids)}`);
      return 1;
    }
    const links = set.navigationLinks(station, options);
    if (format === 'json') output.data(`${JSON.stringify(links, null, 2)}\n`);
    else if (format === 'ndjson') for (const one of links) output.data(`${JSON.stringify(one)}\n`);
    else if (format === 'url') for (const { url } of links) output.data(`${url}\n`);
    else if (links.length > 0) output.data(table(links, columns, output));
    return exitCodeFor(links.length, output);
  },
};

const columns: readonly Column<NavigationLink>[] = [
  { title: { zh: '应用', en: 'app' }, text: ({ app }) => app },
  { title: { zh: '打开', en: 'opens' }, text: ({ kind }) => kind },
  {
    title: { zh: '方式', en: 'mode' },
    // A rider asked for a mode: what it became, and what got lost, is not left out.
    text: ({ mode, substituted, dropped }) =>
      [(mode ?? '–') + (substituted ? '*' : ''), ...dropped.map((what) => `no ${what}`)].join(', '),
  },
  {
    title: { zh: '链接（* 不是所要的方式）', en: 'link (* not the mode asked for)' },
    text: ({ url }) => url,
  },
];
