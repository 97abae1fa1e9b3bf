/** How an office writes opening hours. */
export type HoursStyle = (hours: string) => string;

interface Week {
  readonly days: string;
  readonly spans: readonly (readonly [string, string])[];
}

const zhDays = { Mo: '一', Tu: '二', We: '三', Th: '四', Fr: '五', Sa: '六', Su: '日' } as const;
const enDays = {
  ...{ Mo: 'Mon', Tu: 'Tue', We: 'Wed', Th: 'Thu', Fr: 'Fri', Sa: 'Sat', Su: 'Sun' },
} as const;

/** The sample's weeks, none of which says more than days, times, and what is closed. */
function parse(hours: string): { weeks: Week[]; isClosedOnHolidays: boolean } {
  const rules = hours.split('; ');
  const weeks = rules
    .filter((rule) => !rule.endsWith('off'))
    .map((rule) => {
      const [days = '', times = ''] = rule.split(' ');
      const spans = times.split(',').map((span) => span.split('-') as [string, string]);
      return { days, spans };
    });
  return { weeks, isClosedOnHolidays: rules.includes('PH off') };
}

const isNextDay = ([from, to]: readonly [string, string]) => to < from;
const short = (time: string) => time.replace(/^0/, '');

function days(text: string, prefix: string, to: string, all: string): string {
  if (text === 'Mo-Su') return all;
  const name = (day: string) => `${prefix}${zhDays[day as keyof typeof zhDays]}`;
  if (text.includes(',')) return text.split(',').map(name).join('、');
  return text.split('-').map(name).join(to);
}

interface Words {
  readonly prefix: string;
  readonly to: string;
  readonly all: string;
  readonly always: string;
  readonly join: string;
  readonly holidays: string;
  readonly span: (span: readonly [string, string]) => string;
}

const chinese =
  ({ prefix, to, all, always, join, holidays, span }: Words): HoursStyle =>
  (hours) => {
    if (hours === '24/7') return always;
    const { weeks, isClosedOnHolidays } = parse(hours);
    const text = weeks
      .map((week) => `${days(week.days, prefix, to, all)}${week.spans.map(span).join('，')}`)
      .join(join);
    return isClosedOnHolidays ? `${text}${holidays}` : text;
  };

const nightly = (to: string) => (isNext: boolean) => (isNext ? `次日${to}` : to);

export const plainZh = chinese({
  ...{ prefix: '周', to: '至', all: '周一至周日 ', always: '24小时', join: '；' },
  holidays: '（法定节假日除外）',
  span: (span) => `${short(span[0])}-${nightly(short(span[1]))(isNextDay(span))}`,
});

export const dailyZh = chinese({
  ...{ prefix: '星期', to: '到', all: '每天', always: '全天24小时开放', join: '，' },
  holidays: '，节假日休息',
  span: (span) => `${span[0]}～${nightly(span[1])(isNextDay(span))}`,
});

const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

export const wideZh = chinese({
  ...{ prefix: '周', to: '至', all: '每日', always: '２４小时', join: '；' },
  holidays: '（节假日休息）',
  span: (span) => `${wide(span[0])}－${isNextDay(span) ? '次日' : ''}${wide(span[1])}`,
});

export const linesZh = chinese({
  ...{ prefix: '周', to: '—', all: '周一—周日：', always: '全天', join: '\n' },
  holidays: '\n法定节假日休息',
  span: ([from, to]) => `${from}—${isNextDay([from, to]) ? '次日' : ''}${to}`,
});

const spoken = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  const twelve = hour > 12 ? hour - 12 : hour;
  return `${hour === 12 ? '中午' : part}${twelve}点${minute === 30 ? '半' : minute === 0 ? '' : `${minute}分`}`;
};

export const spokenZh = chinese({
  ...{ prefix: '周', to: '到', all: '每天', always: '24小时营业', join: '；' },
  holidays: '，法定节假日休息',
  span: (span) => `${spoken(span[0])}到${nightly(spoken(span[1]))(isNextDay(span))}`,
});

/** 9:00 alone may be either half of the day where they write so. */
const clock = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
};

export const english: HoursStyle = (hours) => {
  if (hours === '24/7') return 'Open 24 hours';
  const { weeks, isClosedOnHolidays } = parse(hours);
  const name = (text: string) =>
    text === 'Mo-Su'
      ? 'Daily'
      : text.replace(/[A-Z][a-z]/g, (day) => enDays[day as keyof typeof enDays]);
  const text = weeks
    .map(
      (week) =>
        `${name(week.days)} ${week.spans.map((span) => span.map(clock).join('-')).join(', ')}`,
    )
    .join('; ');
  return isClosedOnHolidays ? `${text}; closed on public holidays` : text;
};

export const asOsm: HoursStyle = (hours) => hours;
