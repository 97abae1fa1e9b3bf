import type { Doubts } from './confidence';
import { gaps } from './elements';
import type { YearDays } from './meaning';
import type { Part } from './parts';

/** Parts of the text for one part of the year. */
export interface Season {
  readonly dates?: readonly YearDays[];
  readonly parts: Part[];
}

/** Cuts at the dates: each stands before all that it is for, or behind. */
export function intoSeasons(all: readonly Part[], doubts: Doubts): Season[] {
  const parts = all.filter(({ kind }) => kind !== 'allYear');
  const isPrefix = datesComeFirst(parts);
  const seasons: Season[] = [];
  let current: Part[] = [];
  let dates: readonly YearDays[] | undefined;
  const close = () => {
    const own = current.filter(({ kind }) => kind !== 'season');
    if (own.length < current.length && !dates) doubts.serious('a season without its months');
    if (own.length > 0) seasons.push({ parts: own, ...(dates && { dates }) });
    else if (dates) doubts.serious('dates without times');
    current = [];
    dates = undefined;
  };
  for (const part of parts) {
    const isDates = part.kind === 'dates';
    const starts = isDates || part.kind === 'season' || part.kind === 'others';
    if (isPrefix && starts && (current.some(isSpans) || (isDates && dates))) close();
    if (isDates) {
      if (dates) doubts.serious('dates that could belong to either side');
      dates = part.dates;
      if (!isPrefix) close();
    } else if (part.kind !== 'others') {
      current.push(part);
    }
  }
  close();
  if (!isPrefix && seasons.length > 1 && seasons.some((season) => !season.dates)) {
    doubts.serious('dates that could belong to either side');
  }
  return shareParts(seasons, parts, isPrefix, doubts);
}

/** What stands in front of all the dates, or behind them, is for each of them. */
function shareParts(
  seasons: Season[],
  parts: readonly Part[],
  isPrefix: boolean,
  doubts: Doubts,
): Season[] {
  if (seasons.length < 2) return seasons;
  const first = seasons[0]!;
  const last = seasons[seasons.length - 1]!;
  if (!first.dates && !first.parts.some(({ kind }) => kind === 'times')) {
    return seasons
      .slice(1)
      .map((season) => ({ ...season, parts: [...first.parts, ...season.parts] }));
  }
  // `Mo-Fr: May-Sep 8-18, Oct-Apr 8-16`
  const [days, next] = parts;
  const isHeading = days?.kind === 'days' && (next?.kind === 'dates' || next?.kind === 'season');
  if (isHeading && seasons.every((season, at) => at === 0 || !season.parts.some(isLimit))) {
    return seasons.map((season, at) =>
      at === 0 ? season : { ...season, parts: [days, ...season.parts] },
    );
  }
  // Behind a full stop, where no other season has closures of its own.
  const tail = last.parts.filter(isClosure);
  const isShared = tail[0]?.gap === gaps.break && isPrefix && seasons.every(({ dates }) => dates);
  if (isShared && !seasons.slice(0, -1).some(({ parts: own }) => own.some(isClosure))) {
    return seasons.map((season) =>
      season === last ? season : { ...season, parts: [...season.parts, ...tail] },
    );
  }
  const limited = seasons.map((season) => season.parts.some(isLimit));
  const isClear = limited.every(
    (has, at) => has === limited[0] || (has && seasons[at]!.dates && !limited[0] && !first.dates),
  );
  if (!isClear) doubts.serious('days that may be those of one season only');
  return seasons;
}

function isLimit(part: Part): boolean {
  return part.kind === 'days' || isClosure(part);
}

function isClosure(part: Part): boolean {
  return part.kind === 'clause' && !part.clause.dates;
}

/** Whether the first dates stand before the first times, or the last times behind the last dates. */
function datesComeFirst(parts: readonly Part[]): boolean {
  const kinds = parts.map(({ kind }) => kind);
  const first = kinds.indexOf('dates');
  if (first < 0) return true;
  if (first < kinds.indexOf('times')) return true;
  return kinds.lastIndexOf('times') > kinds.lastIndexOf('dates') && parts[first]!.gap >= gaps.comma;
}

function isSpans(part: Part): boolean {
  return part.kind === 'times' || part.kind === 'clause';
}
