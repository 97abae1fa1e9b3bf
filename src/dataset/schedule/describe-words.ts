import type { Locale } from './describe-when';

/** What people call the states, and what they say of the moments at which those change. */
interface Words {
  readonly open: string;
  readonly always: string;
  readonly closed: string;
  readonly unknown: string;
  readonly closes: (when: string) => string;
  readonly closesSoon: (minutes: number) => string;
  readonly opens: (when: string) => string;
  /** After another state. */
  readonly thenOpens: (when: string) => string;
  readonly thenUnknown: (when: string) => string;
}

export const wordsOf: Readonly<Record<Locale, Words>> = {
  zh: {
    open: '营业中',
    always: '24小时营业',
    closed: '休息中',
    unknown: '时间未知',
    closes: (when) => `${when} 打烊`,
    closesSoon: (minutes) => `即将打烊 (${minutes === 0 ? '不到 1' : minutes} 分钟)`,
    opens: (when) => `${when} 开门`,
    thenOpens: (when) => `${when} 开门`,
    thenUnknown: (when) => `${when} 后时间未知`,
  },
  en: {
    open: 'Open',
    always: 'Open 24 hours',
    closed: 'Closed',
    unknown: 'Hours unknown',
    closes: (when) => `closes ${when}`,
    closesSoon: (minutes) => `Closing soon (${minutes === 0 ? 'under 1' : minutes} min)`,
    opens: (when) => `Opens ${when}`,
    thenOpens: (when) => `opens ${when}`,
    thenUnknown: (when) => `hours unknown from ${when}`,
  },
};
