import type { OurKind } from './kinds';
import type { Random, Weighted } from './random';

/** Weeks as stations keep them, in OpenStreetMap `opening_hours` syntax. */
const office: Weighted<string> = [
  ['Mo-Fr 08:30-17:30', 20],
  ['Mo-Fr 09:00-17:00', 20],
  ['Mo-Fr 09:00-17:30; PH off', 15],
  ['Mo-Fr 09:00-11:30,13:30-17:00; PH off', 15],
  ['Mo-Fr 08:30-11:30,13:00-17:00', 12],
  ['Mo-Fr 08:30-17:00; Sa 09:00-12:00', 8],
  ['Mo-Sa 08:30-17:00', 10],
];
const daily: Weighted<string> = [
  ['Mo-Su 09:00-21:00', 22],
  ['Mo-Su 08:30-20:00', 16],
  ['Mo-Su 08:00-22:00', 12],
  ['Mo-Su 09:00-18:00', 14],
  ['Mo-Su 06:00-22:00', 8],
  ['Mo-Su 08:30-11:30,13:00-17:30', 10],
  ['Mo-Fr 08:30-20:30; Sa-Su 09:00-17:00', 10],
  ['Mo-Sa 09:00-20:00; Su off', 8],
];
const always: Weighted<string> = [['24/7', 1]];
const overnight: Weighted<string> = [
  ['Mo-Su 18:00-06:00', 40],
  ['Mo-Su 20:00-02:00', 15],
  ['Mo-Su 10:00-02:00', 20],
  ['Mo-Su 17:30-01:30', 15],
  ['Fr-Su 21:00-05:00', 10],
];
const shop: Weighted<string> = [
  ['Mo-Su 10:00-22:00', 30],
  ['Mo-Su 07:00-23:00', 25],
  ['Mo-Su 06:00-14:00', 10],
  ['Mo-Su 10:30-14:00,17:00-21:00', 20],
  ['Tu-Su 11:00-20:30', 15],
];
const venue: Weighted<string> = [
  ['Tu-Su 09:00-17:00', 45],
  ['Mo-Su 05:00-21:00', 30],
  ['Mo-Su 06:00-18:00', 25],
];
const surgery: Weighted<string> = [
  ['We 13:30-16:30', 50],
  ['Tu,Th 14:00-17:00', 50],
];

const usualWeeks: Weighted<Weighted<string>> = [
  [office, 38],
  [daily, 42],
  [always, 16],
  [overnight, 4],
];

const specialWeeks: Partial<Record<OurKind, Weighted<Weighted<string>>>> = {
  'party-mass-centre': [
    [office, 50],
    [daily, 46],
    [always, 4],
  ],
  'rider-station': [
    [daily, 50],
    [always, 36],
    [overnight, 14],
  ],
  'driver-home': [
    [daily, 30],
    [always, 60],
    [overnight, 10],
  ],
  'trucker-stop': [
    [always, 85],
    [overnight, 15],
  ],
  'legal-point': [
    [office, 75],
    [surgery, 25],
  ],
  'scenic-venue': [
    [venue, 75],
    [daily, 25],
  ],
  merchant: [
    [shop, 78],
    [daily, 10],
    [overnight, 12],
  ],
  lodging: [[always, 1]],
  'parking-spot': [
    [always, 85],
    [daily, 15],
  ],
  'public-facility': [
    [always, 55],
    [daily, 45],
  ],
};

/** Hours as an office's sheet has them, before anybody put them into a syntax. */
const freeText = [
  '工作日 9:00-17:00',
  '周一至周五 8:30-17:30（法定节假日除外）',
  '周一至周六 9:00-11:30,13:30-17:00',
  '每天 9:00-21:00',
  '周一至周日 8:00-20:00',
  '全天24小时',
  '工作日8:30-17:00，周末以现场公告为准',
  '早九点到晚六点',
  '18:00至次日6:00',
  '营业时间内开放',
];

/** When a station is open, in one of the two ways to say so, or in neither. */
export interface Hours {
  readonly hours?: string;
  readonly hoursText?: string;
}

/** About 12 % say nothing and 5 % say it in free text only. */
export function hoursOf(kind: OurKind, random: Random): Hours {
  const said = random.float();
  if (said < 0.12) return {};
  if (said < 0.17) return { hoursText: random.pick(freeText) };
  return { hours: random.weighted(random.weighted(specialWeeks[kind] ?? usualWeeks)) };
}
