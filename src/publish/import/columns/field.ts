import { fieldNames } from '../../../dataset/station';
import { isCode } from '../../../dataset/vocabulary';

/**
 * What a column holds: a field of the record, or one of these. `service:toilet` and its like are
 * yes/no columns.
 */
const columnFields = [
  'lng',
  'lat',
  'position',
  'opens',
  'closes',
  'days',
  'always-open',
  'hours-workdays',
  'hours-weekend',
  'hours-holidays',
  'hours-summer',
  'hours-winter',
  'hours-note',
  'running-number',
] as const;

/** Fields that take what several columns say. */
const shared =
  /^(?:services|audiences|access|phone|photos|extra|service:.*|audience:.*|access:.*|hours-note)$/;

export function takesSeveral(field: string): boolean {
  return shared.test(field);
}

/** For messages. */
export const allowedFields = [
  ...fieldNames,
  ...columnFields.filter((name) => name !== 'position'),
  'service:CODE',
  'audience:CODE',
  'access:CODE',
  'parking:ebike|car|truck',
  'providerIds:amap|tencent|baidu',
];

export function isField(field: string): boolean {
  const [name = '', code] = field.split(/:(.*)/s) as [string, string?];
  if (code === undefined) return allowedFields.includes(field);
  if (name === 'service') return isCode('services', code);
  if (name === 'audience') return isCode('audiences', code);
  if (name === 'access') return isCode('access', code);
  if (name === 'parking') return ['ebike', 'car', 'truck'].includes(code);
  return name === 'providerIds' && ['amap', 'tencent', 'baidu'].includes(code);
}
