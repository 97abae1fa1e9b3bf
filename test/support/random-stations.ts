import type { StationRecord } from '../../src/core';
import { vocabularies } from '../../src/core';
import type { Random } from './random';

const words = [
  '驿站',
  '暖蜂',
  '党群',
  '人民路',
  '“引号”',
  'Café',
  '🚲',
  '黄浦',
  '  ',
  'a\u202eb',
  '外滩',
];
const hours = [
  '24/7',
  'Mo-Fr 09:00-17:00; PH off',
  'Mo-Su 22:00-06:00',
  'Jul-Aug 08:00-20:00',
  'nobody can read this',

  'Sa 10:00-12:00 "预约"',
];

/** One made-up record with any field at all: texts of all alphabets, offers, own codes, extra of any shape. */
export function randomRecord(id: string, random: Random): StationRecord {
  const maybe = <T>(share: number, make: () => T): T | undefined =>
    random.next() < share ? make() : undefined;
  const int = (most: number) => Math.floor(random.next() * most);
  const pick = <T>(list: readonly T[]): T => list[int(list.length)]!;
  const text = () => Array.from({ length: 1 + int(4) }, () => pick(words)).join('') + int(50);
  const some = <T>(list: readonly T[], share: number) => list.filter(() => random.next() < share);
  const services = [...Object.keys(vocabularies.services), 'x-foot-bath'];
  const record = {
    id,
    position: [121 + int(9000) / 1e4, 31 + int(9_000_000) / 1e7],
    name: maybe(0.9, text),
    nameEn: maybe(0.2, text),
    address: maybe(0.8, text),
    directions: maybe(0.1, text),
    kind: pick([...Object.keys(vocabularies.kinds), 'x-kiosk']),
    programme: maybe(0.3, () => pick(words)),
    host: maybe(0.5, () => pick(words) + int(9)),
    district: maybe(0.8, () => `3101${10 + int(16)}`),
    services: some(services, 0.3),
    audiences: some(Object.keys(vocabularies.audiences), 0.1),
    access: some(Object.keys(vocabularies.access), 0.2),
    hours: maybe(0.7, () => (random.next() < 0.003 ? 'sunrise-sunset' : pick(hours))),
    hoursText: maybe(0.1, text),
    phone: maybe(0.5, () => `021-${55500000 + int(9999)}`),
    capacity: maybe(0.5, () => int(40)),
    parking: maybe(0.3, () => ({ ebike: pick([true, false, 0, 12]), car: int(3) })),
    beds: maybe(0.05, () => int(400)),
    photos: maybe(0.1, () => [`https://example.cn/${int(99)}.jpg`, 'b']),
    offers: maybe(0.1, () => [
      { title: text(), service: 'medical', hours: 'We 13:00-16:00', from: '2026-03-01' },
      ...(random.next() < 0.5 ? [{ title: '饭', service: 'meals', until: '2027-01-31' }] : []),
    ]),
    providerIds: maybe(0.2, () => ({ amap: `B0${int(1e6)}` })),
    status: pick(['active', 'active', 'active', 'suspended', 'planned']),
    verifiedAt: maybe(0.6, () => `2026-0${1 + int(9)}-1${int(10)}`),
    updatedAt: maybe(0.6, () => `2026-0${1 + int(9)}-1${int(10)}T08:00:00Z`),
    source: maybe(0.5, () => 'made up'),
    extra: maybe(0.2, () => ({ __proto__x: int(9), 序号: [int(9), null, { a: true }] })),
  };
  return JSON.parse(JSON.stringify(record)) as StationRecord;
}

/** Ids of several shapes, each once. */
export function randomId(i: number, random: Random): string {
  const shapes = [`sample-3101${i}`, `${i}`, `驿${i}`, `🚲${i}`, `\uffee${i}`, `a/${i % 7}/${i}`];
  return shapes[Math.floor(random.next() * shapes.length)]!;
}
