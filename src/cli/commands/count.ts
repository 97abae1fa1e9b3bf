import { labelOf } from '../../core';
import type { VocabularyName } from '../../dataset/vocabulary';
import { formatCsv } from '../../publish/csv';
import { type Command, exitCodeFor } from '../command';
import { dataFlags, filterFlags, readFilter } from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { openingFilter, openingFlags, readOpeningWish } from '../opening';
import { type Column, table } from '../print/table';
import { loadStations } from '../stations';

const facets = ['services', 'kinds', 'audiences', 'access', 'districts'] as const;

interface CountRow {
  readonly facet: string;
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

const columns: readonly Column<CountRow>[] = [
  { title: { zh: '分类', en: 'facet' }, text: (row) => row.facet, colour: 'dim' },
  { title: { zh: '代码', en: 'code' }, text: (row) => row.code },
  { title: { zh: '名称', en: 'label' }, text: (row) => row.label, shrinks: 1 },
  {
    title: { zh: '数量', en: 'stations' },
    text: (row) => String(row.count),
    align: 'right',
    colour: 'bold',
  },
];

const formats = ['table', 'json', 'ndjson', 'csv'] as const;

export const count: Command = {
  name: 'count',
  words: '',
  summary: 'how many stations there are, by service, kind, audience, way in and district',
  flags: { ...filterFlags, ...openingFlags, ...formatFlag(formats), ...dataFlags },
  examples: [
    'yizhan count',
    'yizhan count --service shower --format json',
    'yizhan count --known-open --open-at 23:00',
  ],
  async run(args, output) {
    const format = readFormat(args, formats);
    const wish = readOpeningWish(args);
    const { set } = await loadStations(args, output, 'counts', wish);
    const counts = set.count({ ...readFilter(args), ...openingFilter(wish, set) });
    const rows: CountRow[] = [
      { facet: 'total', code: '', label: '', count: counts.total },
      ...facets.flatMap((facet) =>
        Object.entries(counts[facet]).map(([code, stations]) => ({
          facet,
          code,
          label:
            facet === 'districts'
              ? ''
              : labelOf(facet satisfies VocabularyName, code, output.locale, set.terms),
          count: stations,
        })),
      ),
    ];
    if (format === 'json') output.data(`${JSON.stringify(counts, null, 2)}\n`);
    else if (format === 'ndjson') for (const row of rows) output.data(`${JSON.stringify(row)}\n`);
    else if (format === 'csv') output.data(csv(rows));
    else output.data(table(rows, columns, output));
    return exitCodeFor(counts.total, output);
  },
};

function csv(rows: readonly CountRow[]): string {
  const cells = rows.map((row) => [row.facet, row.code, row.label, String(row.count)]);
  return formatCsv(['facet', 'code', 'label', 'count'], cells);
}
