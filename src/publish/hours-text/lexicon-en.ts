import { everyDay, lexicon, type Meaning } from './meaning';

const noon: Meaning = { kind: 'clock', clock: { hour: 12, minute: 0, style: 'padded' } };
const midnight: Meaning = { kind: 'clock', clock: { hour: 0, minute: 0, style: 'padded' } };

const months =
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec';

/** Fixed feasts, which are days of the year, not days of a calendar that is given. */
function feast(month: number, day: number): Meaning {
  return { kind: 'yearDay', at: { month, day } };
}

export const english = lexicon([
  ["to|til|till|until|through|thru|'til|'till", { kind: 'to' }],
  ['and|&|+|n', { kind: 'and' }],
  ['am|a.m.|a.m', { kind: 'part', part: 'am' }],
  ['pm|p.m.|p.m', { kind: 'part', part: 'pm' }],
  ['noon|midday|12 noon|12noon|12 midday|12:00 noon|12.00 noon|mid day|mid-day', noon],
  ['midnight|12 midnight|12midnight|12:00 midnight|12.00 midnight|mid night|mid-night', midnight],
  ['dawn', { kind: 'sun', event: 'dawn' }],
  ['dusk', { kind: 'sun', event: 'dusk' }],
  ['sunrise', { kind: 'sun', event: 'sunrise' }],
  ['sunset', { kind: 'sun', event: 'sunset' }],
  ...months
    .split(' ')
    .map((words, index): [string, Meaning] => [words, { kind: 'month', month: index + 1 }]),

  [
    'daily|everyday|every day|7 days a week|seven days a week|7 days|seven days|7 days/week|7 days per week|7 d/wk|each day|all week|all days|every day of the week|7days|7 day|everday|days a week|7 days week|any day|monday to sunday inclusive|7 days-a-week',
    { kind: 'days', days: everyDay },
  ],
  ['weekdays|weekday|wd|week days|workdays|working days', { kind: 'days', days: 31 }],
  ['weekends|weekend|week-end|week-ends|week end|we', { kind: 'days', days: 96 }],
  [
    'public holidays|public holiday|public hols|bank holidays|bank holiday|bank hols|bank hol|ph|holidays|holiday|national holidays|statutory holidays|legal holidays',
    { kind: 'holiday', of: 'public' },
  ],
  ['christmas day|christmas|xmas|xmas day|x-mas|christmas days', feast(12, 25)],
  ['christmas eve|xmas eve', feast(12, 24)],
  ['boxing day', feast(12, 26)],
  ["new year's day|new years day|new year day|new year's|new years", feast(1, 1)],
  ["new year's eve|new years eve|new year eve", feast(12, 31)],

  ["hrs|hours|hr|hour|h|uhr|o'clock|hs|horas|hrs.|uhr.", { kind: 'hours' }],
  [
    '24/7|24hr/7days|24-7|24x7|24 / 7|24h/7|24/24|24h/24|24h/24h|24/7/365|h24|24hr/7|24h/7d|24h/7j|24/7d|24h/24 7j/7|24h/24, 7j/7|24h/24 et 7j/7|24 hours 7 days a week|all hours|round the clock|around the clock|all day|always|always open|open all hours|open 24/7|all day and night|all day every day|day and night|permanently open|permanent|open at all times|at all times|0-24h|0/24|00-24h',
    { kind: 'allDay' },
  ],
  [
    'all year|all year round|all year-round|year round|year-round|open all year|open all year round|throughout the year|365 days a year|365 days|365 days per year|52 weeks a year|all-year|whole year|all the year round|january to december|january - december|jan-dec|jan - dec|jan to dec',
    { kind: 'allYear' },
  ],
  [
    'closed|off|closed on|closes on|shut on|closed all day|no service|closed every|not open|not open on|is closed|are closed|closed for',
    { kind: 'closed' },
  ],
  [
    'except|except for|excluding|excl|excl.|exc|exc.|other than|apart from|but not|except on|not including|with the exception of|but closed|excludes|exept',
    { kind: 'except' },
  ],
  ['closes|shuts|closes at|shuts at|shut', { kind: 'closed', edge: 'closes' }],
  [
    'rest of year|rest of the year|the rest of the year|remainder of the year|remainder of year|other months|all other months|remaining months',
    { kind: 'others', of: 'year' },
  ],
  [
    'rest of week|rest of the week|the rest of the week|all other days|other days|on other days|on all other days|remaining days',
    { kind: 'others', of: 'days' },
  ],
  [
    'other times|at other times|all other times|at all other times|otherwise|at any other time',
    { kind: 'others' },
  ],
  ['including|incl|incl.|inc|inc.|includes', { kind: 'included' }],
  [
    'summer|winter|spring|autumn|summer time|winter time|summer season|winter season|off season|high season|low season|season|summer months|winter months',
    { kind: 'season' },
  ],
  [
    'last order|last orders|last entry|last entry at|last admission|last admissions|last entrance|last admission at|last orders at|last order at|last entry is|last entry is at|last admission is|last admission is at',
    { kind: 'remark' },
  ],
  [
    'by appointment|by appointment only|appointment|approx|approximately|about|around|circa|varies|vary|depending|subject to|usually|generally|normally|sometimes|weather permitting|every other day|every other|alternate|alternate days|seasonal|by arrangement|on request|check|call|temporarily|unless|or|only if|if|match days|term time|term-time|school days|at least|minimum|key|radar|radar key|bst|gmt|easter|good friday',
    { kind: 'notice' },
  ],
  [
    'late|closing|onwards|onward|later|very late|after|from then on|last train|last customer|?',
    { kind: 'openEnd' },
  ],
  ['close|close at', { kind: 'openEnd', edge: 'closes' }],
  [
    'opened|opening|opening hours|opening times|opening time|open hours|hours of operation|business hours|store hours|office hours|working hours|trading hours|hours open|times|time|opening_hours|opening hours are|open times|hours are|opening hours =',
    { kind: 'label' },
  ],
  ['open|opens|open from|open at|opens at|opens from', { kind: 'label', edge: 'opens' }],
  [
    'from|between|on|at|the|every|each|inclusive|=|.|are|is|then|also|of|in|both|days|only|\'|"|in the|of the|during',
    { kind: 'filler' },
  ],
]);
