import type { Random } from './random';

/*
 * Values of the `opening_hours` language, made up from a seed: mostly short and of the kind that people
 * write, with every construct of the language in some of them.
 * https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const light = ['dawn', 'sunrise'];
const dark = ['sunset', 'dusk'];

type Maker = (random: Random) => string;

/** One of several makers, each as often as its weight says. */
function weighed(...entries: readonly (readonly [weight: number, make: Maker])[]): Maker {
  const total = entries.reduce((sum, [weight]) => sum + weight, 0);
  return (random) => {
    let left = random.next() * total;
    const found = entries.find(([weight]) => {
      left -= weight;
      return left < 0;
    });
    return (found ?? entries[0]!)[1](random);
  };
}

const oneOf =
  (...texts: readonly string[]): Maker =>
  (random) =>
    random.pick(texts);

const two = (number: number) => String(number).padStart(2, '0');

// Times of day.

const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Ascending spans within a day, on whole quarters of an hour: `08:00-11:30,13:30-17:00`. */
function spans(random: Random, count: number): string {
  const cuts = new Set<number>();
  while (cuts.size < 2 * count) cuts.add(15 * random.int(20, 94));
  const sorted = [...cuts].sort((a, b) => a - b);
  return Array.from(
    { length: count },
    (_, i) => `${clock(sorted[2 * i]!)}-${clock(sorted[2 * i + 1]!)}`,
  ).join(random.chance(0.2) ? ', ' : ',');
}

/** Past midnight, as people write it: `18:00-02:00`, `18:00-26:00`. */
function overnight(random: Random): string {
  const until = 15 * random.int(1, 24);
  const from = clock(30 * random.int(28, 46));
  return `${from}-${clock(random.chance(0.3) ? until + 1440 : until)}`;
}

function sunTime(random: Random, event: string): string {
  if (random.chance(0.6)) return event;
  return `(${event}${random.pick(['+', '-'])}${clock(15 * random.int(1, 8))})`;
}

const daylight = weighed(
  [4, oneOf('sunrise-sunset', 'dawn-dusk', 'dawn-sunset', 'sunrise-dusk')],
  [2, (random) => `${sunTime(random, 'sunrise')}-${sunTime(random, 'sunset')}`],
  [2, (random) => `${clock(30 * random.int(16, 26))}-${sunTime(random, random.pick(dark))}`],
  [2, (random) => `${sunTime(random, random.pick(light))}-${clock(30 * random.int(28, 44))}`],
);

/** Times that are over by midnight. */
const dayTimes = weighed(
  [40, (random) => spans(random, 1)],
  [22, (random) => spans(random, 2)],
  [5, (random) => spans(random, 3)],
  [4, (random) => `${clock(15 * random.int(20, 90))}-24:00`],
  [3, oneOf('00:00-24:00')],
  [6, daylight],
);

const nightTimes = weighed(
  [10, overnight],
  [4, (random) => `${clock(30 * random.int(12, 46))}+`],
  [2, (random) => `${spans(random, 1)}+`],
  [2, (random) => `${spans(random, 1)},${overnight(random)}`],
  [1, (random) => `${clock(15 * random.int(0, 95))}-${clock(15 * random.int(96, 192))}`],
  [2, oneOf('sunset-sunrise', 'dusk-dawn', 'sunset-02:00', '(sunset+01:00)-24:00')],
);

// Days of the week, and holidays.

function weekdayRange(random: Random): string {
  const first = random.int(0, 6);
  // Past Sunday now and then: `Fr-Mo`.
  const last = (first + random.int(1, 5)) % 7;
  return `${weekdays[first]}-${weekdays[last]}`;
}

const weekdayList: Maker = (random) =>
  [...new Set(random.some(weekdays, 4))]
    .sort((a, b) => weekdays.indexOf(a) - weekdays.indexOf(b))
    .join(random.chance(0.15) ? ', ' : ',');

const nthWeekday = weighed(
  [4, (random) => `${random.pick(weekdays)}[${random.int(1, 5)}]`],
  [3, (random) => `${random.pick(weekdays)}[-${random.int(1, 3)}]`],
  [2, (random) => `${random.pick(weekdays)}[${random.pick(['1,3', '2,4', '1-2', '2-3', '1,-1'])}]`],
);

const plainDays = weighed(
  [30, oneOf('Mo-Fr', 'Mo-Sa', 'Mo-Su', 'Sa-Su', 'Sa,Su', 'Su', 'Sa', 'Mo-Th', 'Tu-Su')],
  [10, weekdayRange],
  [8, weekdayList],
  [4, (random) => `${weekdayRange(random)},${random.pick(weekdays)}`],
  [3, (random) => `${weekdayRange(random)},PH`],
  [1, oneOf('Mo-Fr,SH', 'PH,Sa,Su', 'Sa,Su,PH,SH', 'SH,PH')],
);

const days = weighed([60, plainDays], [5, nthWeekday]);

const holidays = weighed(
  [6, oneOf('PH')],
  [2, oneOf('SH')],
  [1, oneOf('PH,SH', 'SH,PH')],
  [1, oneOf('PH Mo-Fr', 'SH Mo-Fr', 'PH Sa,Su', 'SH We')],
  [1, oneOf('PH +1 day', 'PH -1 day', 'PH,PH -1 day')],
);

// Days of the year.

/** Days that every year has. */
const monthDay: Maker = (random) => `${random.pick(months)} ${two(random.int(1, 28))}`;

function monthRange(random: Random): string {
  const first = random.int(0, 11);
  return `${months[first]}-${months[(first + random.int(1, 10)) % 12]}`;
}

/** In order, or one that goes on in the new year. */
function dateRange(random: Random): string {
  const first = random.int(0, 11);
  const last = (first + random.int(1, 10)) % 12;
  return `${months[first]} ${two(random.int(1, 28))}-${months[last]} ${two(random.int(1, 28))}`;
}

function shortRange(random: Random): string {
  const first = random.int(1, 20);
  return `${random.pick(months)} ${two(first)}-${two(first + random.int(1, 8))}`;
}

const year: Maker = (random) => String(random.int(2025, 2026));

function datedRange(random: Random): string {
  const first = random.int(0, 10);
  const from = `2025 ${months[first]} ${two(random.int(1, 28))}`;
  if (random.chance(0.4)) {
    return `${from}-2025 ${months[random.int(first + 1, 11)]} ${two(random.int(1, 28))}`;
  }
  return `${from}-2026 ${monthDay(random)}`;
}

const easter = weighed(
  [2, oneOf('easter')],
  [2, oneOf('easter -2 days', 'easter +1 day', 'easter +39 days', 'easter +50 days')],
  [1, oneOf('easter -2 days-easter +1 day', 'easter-Oct 15', 'Jan 10-easter')],
);

const weeks = weighed(
  [2, (random) => `week ${two(random.int(1, 53))}`],
  [3, (random) => `week ${two(random.int(1, 26))}-${two(random.int(27, 53))}`],
  [3, oneOf('week 01-53/2', 'week 02-52/2', 'week 1-53/2', 'week 2-52/2', 'week 04-44/4')],
  [1, (random) => `week ${two(random.int(1, 9))},${two(random.int(10, 30))}`],
);

const dates = weighed(
  [8, monthRange],
  [3, oneOf(...months)],
  [2, (random) => `${random.pick(months.slice(0, 6))},${random.pick(months.slice(6))}`],
  [1, oneOf('Jan-Mar,Oct-Dec', 'Apr-May,Sep-Oct', 'May-Jun,Aug')],
  [6, dateRange],
  [4, monthDay],
  [4, shortRange],
  [1, oneOf('Feb 29', 'Feb', 'Feb 20-Mar 10', 'Dec 31-Jan 01', 'Feb 29-Mar 31')],
  [2, (random) => `${year(random)} ${monthDay(random)}`],
  [2, datedRange],
  [1, (random) => `${year(random)} ${random.pick(['Jan-Mar', 'Apr-Oct', 'Jun-Sep', 'Oct-Dec'])}`],
  [2, year],
  [1, oneOf('2026+', '2025-2026', '2024-2030/2', '2025-2031/2', '2025,2027')],
  [2, weeks],
  [2, easter],
  [1, oneOf('Mar Su[-1]-Oct Su[-1]', 'Apr Su[1]-Sep Su[-1]')],
);

// Rules.

const comment: Maker = (random) =>
  `"${random.pick(['ring the bell', 'by appointment', 'riders only', '请按门铃', 'summer'])}"`;

const ending = weighed(
  [78, () => ''],
  [5, oneOf(' open')],
  [3, oneOf(' off', ' closed')],
  [2, oneOf(' unknown')],
  [4, (random) => ` ${comment(random)}`],
  [4, (random) => ` ${random.pick(['open', 'unknown', 'off', 'closed'])} ${comment(random)}`],
);

/** A rule, with times of one kind. */
const ruleOf = (times: Maker): Maker =>
  weighed(
    [40, (random) => `${days(random)} ${times(random)}`],
    [18, times],
    // The reference reads `May Sa[2,4]` as dates, of which there must be one.
    [12, (random) => `${dates(random)} ${plainDays(random)} ${times(random)}`],
    [8, (random) => `${dates(random)} ${times(random)}`],
    [3, (random) => `${weeks(random)} ${days(random)} ${times(random)}`],
    [1, (random) => `${random.pick(months)} ${random.pick(weekdays)}[2] ${times(random)}`],
    [1, (random) => `${random.pick(['May Mo[1]', 'Nov Th[4]', 'Apr-Oct Su[2]'])} ${times(random)}`],
    [3, (random) => `${holidays(random)} ${times(random)}`],
    [2, dates],
    [2, days],
    [2, oneOf('24/7')],
  );

const withEnding =
  (rule: Maker): Maker =>
  (random) =>
    rule(random) + ending(random);

const dayRule = withEnding(ruleOf(dayTimes));
const anyRule = withEnding(ruleOf(weighed([4, dayTimes], [1, nightTimes])));

/**
 * In company, mostly rules that are over by midnight: what the next day's rules do to a night, and who
 * notices, is a matter on which ours and the reference differ on purpose, and a few hundred say no more
 * than a few dozen.
 */
const rule = weighed([15, dayRule], [1, anyRule]);

/** What people put behind their hours. */
const exception = weighed(
  [30, oneOf('; PH off', '; PH closed', '; SH,PH off', '; SH off')],
  [8, (random) => `; ${holidays(random)} ${random.chance(0.5) ? 'off' : dayTimes(random)}`],
  [12, (random) => `; ${days(random)} off`],
  [12, (random) => `; ${dates(random)} off`],
  [4, (random) => `; ${dates(random)} closed ${comment(random)}`],
  [4, (random) => `; ${dayTimes(random)} off`],
  [2, (random) => `; ${overnight(random)} ${random.pick(['off', 'closed', 'unknown'])}`],
  [4, (random) => ` || ${comment(random)}`],
  [2, oneOf(' || unknown', ' || closed', ' || off')],
  [4, (random) => ` || ${rule(random)}`],
);

const additional: Maker = (random) => `, ${days(random)} ${dayTimes(random)}`;

const value = weighed(
  [1, oneOf('24/7', 'off', 'unknown', 'open', '24/7 "ring the bell"', 'unknown "by appointment"')],
  [30, anyRule],
  [30, (random) => `${rule(random)}; ${rule(random)}`],
  // After a comma that follows no time, the reference would have the list of days go on.
  [6, (random) => `${days(random)} ${dayTimes(random)}${ending(random)}${additional(random)}`],
  [2, (random) => `${days(random)} ${overnight(random)}${additional(random)}`],
  [6, (random) => `${rule(random)}; ${rule(random)}; ${rule(random)}`],
  [24, (random) => rule(random) + exception(random)],
  [10, (random) => `${rule(random)}; ${rule(random)}${exception(random)}`],
  [4, (random) => rule(random) + exception(random) + exception(random)],
);

/** Distinct values, the same ones for the same seed. */
export function generatedHours(random: Random, count: number): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(value(random));
  return [...made];
}
