import { describeProblem, type Station } from '../../core';
import { type Command, exitCodeFor } from '../command';
import { dataFlags } from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { type Column, table } from '../print/table';
import { type LoadedStations, loadStations } from '../stations';

interface Fact {
  readonly fact: string;
  readonly value: string;
}

const columns: readonly Column<Fact>[] = [
  { title: { zh: '项目', en: 'fact' }, text: (row) => row.fact, colour: 'dim' },
  { title: { zh: '内容', en: 'value' }, text: (row) => row.value },
];

const formats = ['table', 'json'] as const;

export const info: Command = {
  name: 'info',
  words: '',
  summary: 'what a file of stations holds, and everything that was left out of it',
  flags: { ...formatFlag(formats), ...dataFlags },
  examples: ['yizhan info', 'yizhan info --data stations.csv --format json'],
  async run(args, output) {
    const format = readFormat(args, formats);
    const loaded = await loadStations(args, output, 'counts');
    const summary = summarize(loaded);
    if (format === 'json') output.data(`${JSON.stringify(summary, null, 2)}\n`);
    else output.data(table(facts(summary), columns, output));
    return exitCodeFor(summary.stations, output);
  },
};

function summarize({ set, title, isSample, notes }: LoadedStations) {
  const stations = set.filter();
  const counts = set.count();
  const having = (test: (station: Station) => boolean) => stations.filter(test).length;
  return {
    title,
    madeUp: isSample,
    crs: set.crs,
    stations: set.size,
    bounds: boundsOf(stations),
    withName: having((station) => station.name !== undefined),
    withHours: having((station) => station.hours !== undefined),
    withHoursAsTextOnly: having(
      (station) => station.hours === undefined && station.hoursText !== undefined,
    ),
    withPhone: having((station) => station.phone !== undefined),
    withServices: having((station) => station.services.length > 0),
    suspended: having((station) => station.status === 'suspended'),
    planned: having((station) => station.status === 'planned'),
    services: Object.keys(counts.services).length,
    kinds: Object.keys(counts.kinds).length,
    districts: Object.keys(counts.districts).length,
    notes,
    leftOut: set.skipped,
  };
}

function boundsOf(stations: readonly Station[]): readonly number[] | null {
  if (stations.length === 0) return null;
  return stations.reduce(
    ([w, s, e, n], { position: { lng, lat } }) => [
      Math.min(w!, lng),
      Math.min(s!, lat),
      Math.max(e!, lng),
      Math.max(n!, lat),
    ],
    [180, 90, -180, -90],
  );
}

function facts({
  bounds,
  notes,
  leftOut,
  madeUp,
  title,
  ...numbers
}: ReturnType<typeof summarize>): Fact[] {
  return [
    { fact: 'title', value: title },
    { fact: 'made up', value: madeUp ? 'yes' : 'no' },
    ...Object.entries(numbers).map(([fact, value]) => ({
      fact: words(fact),
      value: String(value),
    })),
    { fact: 'bounds', value: bounds?.join(',') ?? '' },
    ...notes.map((note) => ({ fact: 'note', value: note })),
    ...leftOut.map((problem) => ({ fact: 'left out', value: describeProblem(problem) })),
  ];
}

/** `withHours` as `with hours`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
