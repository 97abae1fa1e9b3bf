import OpeningHours from 'opening_hours';
import { describe, expect, it } from 'vitest';
import { isOpeningHours } from '../../../src/dataset/hours/parse';
import { readHoursText } from '../../../src/publish/hours-text';
import { type Expected, forms } from './forms';

type State = 'open' | 'closed' | 'unknown';
/** What holds until an instant, one after another without a gap. */
type Course = readonly (readonly [until: number, state: State])[];

/** Two years: a public holiday on every day of the week, every month, and what counts in one year only. */
const from = new Date(2026, 0, 1);
const until = new Date(2028, 0, 1);
const shanghai = {
  lat: 31.2,
  lon: 121.5,
  address: { country_code: 'cn', state: '上海市' },
};

/**
 * The same for the reference. What the sun does and when schools are closed become fixed times of our own:
 * it has neither for China, and `06:00-18:00` must not pass for `sunrise-sunset`. And it wants the year at
 * both ends of `2026 Feb 16-Mar 2`.
 */
function forReference(hours: string): string {
  const sun: Record<string, number> = { dawn: 317, sunrise: 347, sunset: 1133, dusk: 1163 };
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return hours
    .replace(/\((dawn|sunrise|sunset|dusk)([+-])(\d\d):(\d\d)\)/g, (_, event, sign, hour, minute) =>
      clock(sun[event]! + (sign === '+' ? 1 : -1) * (Number(hour) * 60 + Number(minute))),
    )
    .replace(/\b(?:dawn|sunrise|sunset|dusk)\b/g, (event) => clock(sun[event]!))
    .replace(/\bSH\b/g, 'Jul 13-Aug 23')
    .replace(/\b(\d{4}) ([A-Z][a-z]{2} \d+)-([A-Z][a-z]{2} \d+)/g, '$1 $2-$1 $3');
}

const courses = new Map<string, Course>();

/** Throws for what the reference cannot read. */
function courseOf(hours: string): Course {
  const known = courses.get(hours);
  if (known) return known;
  const course: [number, State][] = [];
  const add = (end: number, state: State) => {
    const last = course[course.length - 1];
    if (last && last[0] >= end) return;
    if (last?.[1] === state) last[0] = end;
    else course.push([end, state]);
  };
  const intervals = new OpeningHours(forReference(hours), shanghai).getOpenIntervals(from, until);
  for (const [start, end, unknown] of intervals) {
    if (start > from) add(start.getTime(), 'closed');
    add(end.getTime(), unknown ? 'unknown' : 'open');
  }
  add(until.getTime(), 'closed');
  courses.set(hours, course);
  return course;
}

const saysNothing = (course: Course) => course.every(([, state]) => state === 'unknown');

/** Whether `said` asserts nothing that does not hold; `meant` itself, or less. */
function assertsNoMoreThan(said: Course, meant: Course): boolean {
  let at = 0;
  let other = 0;
  while (at < said.length && other < meant.length) {
    const [end, state] = said[at]!;
    const [otherEnd, otherState] = meant[other]!;
    if (state !== 'unknown' && state !== otherState) return false;
    if (end <= otherEnd) at++;
    if (otherEnd <= end) other++;
  }
  return true;
}

const same = (a: Course, b: Course) =>
  a.length === b.length && a.every(([end, state], i) => end === b[i]![0] && state === b[i]![1]);

/**
 * - `right`: the meaning that is expected, or none where the text is not to be read.
 * - `unread`, `cautious`: nothing said, or `unknown` where the text does say it.
 * - `wrong`: somebody would stand before a locked door, or pass an open one.
 */
type Verdict = 'right' | 'unread' | 'cautious' | 'wrong';

function judge(expected: Expected, hours: string | undefined): Verdict {
  const accepted = typeof expected === 'string' || expected === null ? [expected] : expected;
  const mayDecline = accepted.includes(null);
  if (hours === undefined) return mayDecline ? 'right' : 'unread';
  if (accepted.includes(hours)) return 'right';
  if (!isOpeningHours(hours)) return 'wrong';
  let said: Course;
  try {
    said = courseOf(hours);
  } catch {
    return 'wrong';
  }
  if (saysNothing(said)) return mayDecline ? 'right' : 'unread';
  const meanings = accepted.filter((one) => one !== null).map(courseOf);
  if (meanings.some((meant) => same(said, meant))) return 'right';
  if (meanings.some((meant) => assertsNoMoreThan(said, meant))) {
    return mayDecline ? 'right' : 'cautious';
  }
  return 'wrong';
}

const mustRead = (expected: Expected) =>
  expected !== null && (typeof expected === 'string' || !expected.includes(null));

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

describe('the table', () => {
  it('is large enough, says nothing twice, and expects valid syntax only', () => {
    expect(forms.filter(([, expected]) => mustRead(expected)).length).toBeGreaterThanOrEqual(300);
    expect(forms.filter(([, expected]) => expected === null).length).toBeGreaterThanOrEqual(60);
    expect(new Set(forms.map(([text]) => text)).size).toBe(forms.length);
    for (const [text, expected] of forms) {
      for (const one of [expected].flat()) {
        if (one === null) continue;
        expect(isOpeningHours(one), `${text} → ${one}`).toBe(true);
        expect(() => new OpeningHours(forReference(one), shanghai), one).not.toThrow();
      }
    }
  });
});

describe('the comparison', () => {
  const cases: [Expected, string | undefined, Verdict][] = [
    ['Mo-Fr 09:00-17:00', 'Mo,Tu,We,Th,Fr 09:00-12:00,12:00-17:00', 'right'],
    ['24/7', 'Mo-Su 00:00-24:00', 'right'],
    ['Tu-Su 09:00-17:00', '09:00-17:00; Mo off', 'right'],
    ['Mo-Fr 09:00-17:00; PH off', 'Mo-Fr 09:00-17:00; Sa,Su,PH off', 'right'],
    ['Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-17:00 open "last entry 16:30"', 'right'],
    [['24/7', '00:00-23:59'], '00:00-23:59', 'right'],
    ['Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-17:05', 'wrong'],
    ['Mo-Fr 09:00-17:00; PH off', 'Mo-Fr 09:00-17:00', 'wrong'],
    ['Tu-Su 09:00-17:00; PH 09:00-17:00', 'Tu-Su 09:00-17:00; PH off', 'wrong'],
    ['09:00-17:00; 2026 Feb 16-23 off', '09:00-17:00; 2026 Feb 16-Feb 23 off', 'right'],
    ['May-Oct 08:00-18:00', 'May-Sep 08:00-18:00', 'wrong'],
    ['09:00-17:00; 2026 Oct 1-7 off', '09:00-17:00; Oct 1-7 off', 'wrong'],
    ['Mo-Th 17:00-01:00, Fr-Sa 17:00-03:00', 'Mo-Th 17:00-01:00; Fr-Sa 17:00-03:00', 'wrong'],
    ['Mo-Sa 18:00-02:00', '18:00-02:00; Su off', 'wrong'],
    ['sunrise-sunset', '06:00-18:00', 'wrong'],
    ['sunrise-sunset', 'dawn-dusk', 'wrong'],
    ['09:00-17:00', '9-17', 'wrong'],
    ['09:00-17:00', 'sometimes', 'wrong'],
    ['09:00-17:00', undefined, 'unread'],
    ['09:00-17:00', 'unknown "?"', 'unread'],
    ['Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-17:00; PH unknown', 'cautious'],
    ['Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-18:00; PH unknown', 'wrong'],
    [null, undefined, 'right'],
    [null, 'unknown "by appointment"', 'right'],
    [null, '09:00-17:00', 'wrong'],
    [null, 'off', 'wrong'],
    [null, 'Mo-Fr unknown', 'wrong'],
    [[null, 'Mo-Fr 09:00-17:00; PH unknown'], undefined, 'right'],
    [[null, 'Mo-Fr 09:00-17:00; PH unknown'], 'Mo-Fr 09:00-17:00; PH unknown "ask"', 'right'],
    [[null, 'Mo-Fr 09:00-17:00; PH unknown'], 'Mo-Fr 09:00-17:00', 'wrong'],
  ];
  it.each(cases)('expected %j, read %j: %s', (expected, hours, verdict) => {
    expect(judge(expected, hours)).toBe(verdict);
  });
});

describe('readHoursText on the collected forms', () => {
  const results = forms.map(([text, expected]) => {
    const { hours } = readHoursText(text);
    return { text, expected, hours, verdict: judge(expected, hours) };
  });
  const show = (some: readonly (typeof results)[number][]) =>
    some
      .map(
        ({ text, expected, hours, verdict }) =>
          `${verdict}: ${JSON.stringify(text)}\n  expected ${JSON.stringify(expected)}\n  read     ${JSON.stringify(hours ?? null)}`,
      )
      .join('\n');

  it('reads at least 95 % of what can be read', () => {
    const readable = results.filter(({ expected }) => mustRead(expected));
    const missed = readable.filter(({ verdict }) => verdict !== 'right');
    const right = readable.length - missed.length;
    expect(
      right / readable.length,
      `${right} of ${readable.length} (${percent(right, readable.length)}) read correctly\n${show(missed)}`,
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('reads nothing wrongly with confidence', () => {
    const wrong = results.filter(({ verdict }) => verdict === 'wrong');
    expect(wrong.length, `${wrong.length} of ${results.length}\n${show(wrong)}`).toBe(0);
  });
});
