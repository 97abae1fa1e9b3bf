import type { Offer } from '../../dataset/station';
import type { Random } from './random';

/** The dates are fixed, so that the sample is the same next year; they are over by the end of 2027. */
const offers: readonly Offer[] = [
  { title: '社区医生义诊', service: 'medical', hours: 'We 13:00-16:00', until: '2027-06-30' },
  { title: '免费量血压', service: 'medical', hours: 'Mo,Th 09:00-11:00', from: '2026-03-01' },
  {
    title: '夏季防暑降温饮品',
    service: 'water',
    description: '每日限量200份，先到先得',
    from: '2026-06-15',
    until: '2026-09-15',
  },
  { title: '冬季热姜茶', service: 'water', from: '2026-12-01', until: '2027-02-28' },
  {
    title: '骑手套餐八折',
    service: 'meals',
    description: '出示骑手端首页即可',
    hours: 'Mo-Su 13:30-16:30',
    from: '2026-04-01',
    until: '2027-03-31',
  },
  { title: '12元爱心餐', service: 'meals', hours: 'Mo-Fr 11:00-13:30', until: '2026-12-31' },
  { title: '律师值班日', service: 'legal-aid', hours: 'Fr 14:00-16:00', until: '2027-12-31' },
  { title: '免费理发', service: 'haircut', hours: 'Tu 09:00-11:00', from: '2026-01-06' },
  {
    title: '换电优惠周',
    service: 'battery-swap',
    description: '首次换电五折',
    from: '2026-10-12',
    until: '2026-10-18',
  },
  {
    title: '电动车免费检修',
    service: 'vehicle-repair',
    hours: 'Sa 09:00-12:00',
    until: '2026-11-30',
  },
  {
    title: '新就业群体招聘会',
    service: 'job-guidance',
    hours: '09:30-15:30',
    from: '2026-11-07',
    until: '2026-11-08',
  },
  { title: '头盔以旧换新', from: '2026-05-01', until: '2026-12-31' },
  {
    title: '职工子女暑托班报名',
    hours: 'Mo-Fr 09:00-16:00',
    from: '2026-06-01',
    until: '2026-06-30',
  },
];

/** Something featured, at about 3 % of the stations. */
export function offersOf(random: Random): readonly Offer[] {
  if (!random.chance(0.03)) return [];
  const first = random.pick(offers);
  return random.chance(0.1)
    ? [first, random.pick(offers.filter((offer) => offer !== first))]
    : [first];
}
