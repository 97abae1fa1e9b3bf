import type { ColumnReading } from '../import-report';
import type { RowDraft } from '../rows/row-draft';
import { cellText } from '../values/cell-text';
import {
  accessRules,
  fieldTags,
  isDenied,
  kindRules,
  serviceRules,
  type TagRule,
} from './tag-rules';

/** A place's tags: all text, but for what a converter left. */
export type Tags = Readonly<Record<string, unknown>>;

function matches({ key, value }: TagRule, tags: Tags): boolean {
  const text = cellText(tags[key]);
  if (text === '') return false;
  return value === undefined
    ? !isDenied(text)
    : text.split(';').some((one) => value.test(one.trim()));
}

/**
 * What tags say by their keys: services, ways in, the kind, the address, whether it is in use. The
 * fields that are one tag each are read like columns, by `fieldOfTag`.
 *
 * @returns the tags that are told by now; the others belong in `extra`
 */
export function readTags(
  tags: Tags,
  isOurs: (key: string) => boolean,
  draft: RowDraft,
): ReadonlySet<string> {
  const told = new Set<string>();
  const apply = (field: string, rules: readonly TagRule[], isSingle: boolean) => {
    for (const rule of rules) {
      if (!isOurs(rule.key) || !matches(rule, tags)) continue;
      if (isSingle) {
        draft.set(field, rule.code, rule.key);
        return;
      }
      draft.add(field, [rule.code], rule.key);
      // 'limited', 'table;room' and their like say more than the code does.
      if (rule.value !== undefined || cellText(tags[rule.key]) === 'yes') told.add(rule.key);
    }
  };
  apply('services', serviceRules, false);
  apply('access', accessRules, false);
  if (draft.record['kind'] === undefined) apply('kind', kindRules, true);
  const address = addressOf(tags, isOurs, told);
  if (address !== undefined) draft.set('address', address.text, address.key);
  const status = statusOf(tags);
  if (status !== undefined) draft.set('status', status.code, status.key);
  return told;
}

/** The tag's field, where a tag is a field by itself. */
export function fieldOfTag(key: string): string | undefined {
  return fieldByTag.get(key);
}

const fieldByTag: ReadonlyMap<string, string> = new Map(
  Object.entries(fieldTags).flatMap(([field, keys]) =>
    keys.map((key): [string, string] => [key, field]),
  ),
);

/** How well a tag stands for its field: 0 is best. */
export function rankOfTag(key: string): number {
  const field = fieldByTag.get(key);
  return field === undefined ? 0 : fieldTags[field]!.indexOf(key);
}

const parts = {
  zh: [
    'province',
    'state',
    'city',
    'district',
    'subdistrict',
    'street',
    'housenumber',
    'housename',
  ],
  en: ['housename', 'housenumber', 'street', 'place', 'suburb', 'city', 'postcode'],
};

function addressOf(tags: Tags, isOurs: (key: string) => boolean, told: Set<string>) {
  const get = (part: string) => {
    const key = `addr:${part}`;
    const text = isOurs(key) ? cellText(tags[key]) : '';
    if (text !== '') told.add(key);
    return text;
  };
  const full = get('full');
  if (full !== '') return { text: full, key: 'addr:full' };
  const street =
    cellText(tags['addr:street']) ||
    cellText(tags['addr:place']) ||
    cellText(tags['addr:housename']);
  if (street === '') return undefined;
  const isChinese = /[\u4e00-\u9fff]/.test(street);
  if (isChinese) {
    const text = parts.zh.map(get).join('');
    return { text: text.replace(/(\d)$/, '$1号'), key: 'addr:street' };
  }
  const number = get('housenumber');
  const rest = parts.en.filter((part) => part !== 'housenumber').map(get);
  const [name = '', road = '', ...others] = rest;
  const line = [number, road].filter(Boolean).join(' ');
  return { text: [name, line, ...others].filter(Boolean).join(', '), key: 'addr:street' };
}

/** A place that was, or will be, keeps its tags behind a prefix. */
function statusOf(tags: Tags) {
  for (const key of Object.keys(tags)) {
    const prefix =
      /^(disused|abandoned|demolished|removed|razed|was|construction|proposed|planned)(?::|$)/.exec(
        key,
      )?.[1];
    if (prefix === undefined || isDenied(cellText(tags[key]))) continue;
    return { code: /^(?:con|pro|pla)/.test(prefix) ? 'planned' : 'suspended', key };
  }
  return cellText(tags['operational_status']) === 'closed'
    ? { code: 'suspended', key: 'operational_status' }
    : undefined;
}

/** How the tags of a file are understood, for the report. */
export function tagReadings(keys: Iterable<string>): ColumnReading[] {
  return [...keys].map((header) => {
    const field =
      fieldOfTag(header) ??
      (/^addr:/.test(header) ? 'address' : undefined) ??
      (serviceRules.some(({ key }) => key === header) ? 'services' : undefined) ??
      (accessRules.some(({ key }) => key === header) ? 'access' : undefined) ??
      (kindRules.some(({ key }) => key === header) ? 'kind' : undefined);
    return { header, field, by: field === undefined ? ('none' as const) : ('header' as const) };
  });
}
