import { isOurs, type Result, timesLonger } from './measure';

/** What is to be said of a contestant's answers, and whatever it was concluded from. */
export interface Answered {
  readonly name: string;
  readonly words: string;
}

/** One race: a question, who answered it, how fast and how rightly. */
export interface Race {
  readonly title: string;
  readonly results: readonly Result[];
  readonly answers: readonly Answered[];
}

/**
 * A heading and a line for each contestant, in columns: the time, then how many times as long as each of
 * ours it takes. So a peer's line tells how many times faster ours are.
 */
function table({ title, results, answers }: Race): string {
  const ours = results.filter(({ name }) => isOurs(name));
  const rows = results.map((result) => [
    result.name,
    duration(result.microseconds),
    ...ours.map((one) => (one === result ? '1' : `${factor(timesLonger(result, one))} ×`)),
    answers.find(({ name }) => name === result.name)?.words ?? '',
  ]);
  const headings = ours.map(({ name }) => `÷ ${name.replace(/^yizhan,? ?/, '')}`);
  return columns([[title, 'median', ...headings, 'answers'], ...rows]);
}

/** Prints each race as soon as it is over. */
export function printed(races: Iterable<Race>): Race[] {
  return Array.from(races, (race) => {
    console.log(`${table(race)}\n`);
    return race;
  });
}

/** The first and the last column flush left, those between flush right. */
export function columns(lines: readonly (readonly string[])[]): string {
  const last = lines[0]!.length - 1;
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  );
  return lines
    .map((line) =>
      line
        .map((text, column) => {
          const width = widths[column]!;
          return column === 0 || column === last ? text.padEnd(width) : text.padStart(width);
        })
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

export function factor(value: number): string {
  return value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en');
}

export function duration(microseconds: number): string {
  if (microseconds < 0.1) return `${(microseconds * 1000).toPrecision(3)} ns`;
  if (microseconds < 1000) return `${microseconds.toPrecision(3)} µs`;
  const milliseconds = microseconds / 1000;
  return `${milliseconds < 1000 ? milliseconds.toPrecision(3) : milliseconds.toFixed(0)} ms`;
}
