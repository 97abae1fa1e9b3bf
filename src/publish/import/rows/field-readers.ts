import { isPlainObject } from '../../../dataset/copy';
import { isCode } from '../../../dataset/vocabulary';
import { mappedCodes, readCodeList, suggestWord, type ValueMapping } from '../values/code-list';
import { type DayOrder, readDate } from '../values/date';
import type { DistrictNames } from '../values/districts';
import { fold } from '../values/fold';
import { readPhones } from '../values/phone';
import { readYesNo } from '../values/yes-no';
import { wordLists } from '../words/vocabularies';
import type { RowDraft } from './row-draft';

/** One cell on its way into a draft. */
interface FieldCell {
  readonly field: string;
  readonly column: string;
  readonly cell: unknown;
  /** The cell's text; never one that says nothing, but for yes/no columns. */
  readonly text: string;
  readonly mapped: ValueMapping | undefined;
  readonly dayOrder: DayOrder;
  readonly names: DistrictNames;
  /** Whether this column's value comes for the first time, for what is said once per value. */
  isNew(value: string): boolean;
}

export type FieldReader = (cell: FieldCell, draft: RowDraft) => void;

const asText: FieldReader = ({ field, column, cell, text }, draft) => {
  const line = Array.isArray(cell) ? cell.map(String).join('; ') : text;
  draft.set(field, line.replace(/\s*\n\s*/g, ' '), column);
};

const asCount: FieldReader = ({ field, column, text }, draft) => {
  const number = /\d+/.exec(text.normalize('NFKC').replace(/(\d),(?=\d{3})/g, '$1'))?.[0];
  if (number !== undefined && Number(number) < 1e6) draft.set(field, Number(number), column);
  if (number === undefined || !/^\d+(?:\.0+)?$/.test(text)) draft.keep(column, text);
  if (number === undefined)
    draft.find({ severity: 'note', code: 'number-unreadable', column, value: text });
};

const asDate: FieldReader = ({ field, column, text, dayOrder }, draft) => {
  const date = readDate(text, dayOrder);
  if (date !== undefined) {
    draft.set(field, date, column);
    return;
  }
  draft.keep(column, text);
  draft.find({ severity: 'warning', code: 'date-unreadable', column, value: text });
};

/** Objects of our own datasets, as JSON in CSV. */
const asObject: FieldReader = ({ field, column, cell, text }, draft) => {
  const value = typeof cell === 'object' ? cell : parse(text);
  if (value !== undefined) draft.set(field, value, column);
  else draft.keep(column, text);
};

const asExtra: FieldReader = ({ column, cell, text }, draft) => {
  const value = typeof cell === 'object' ? cell : parse(text);
  if (!isPlainObject(value)) draft.keep(column, text);
  else for (const [key, own] of Object.entries(value as object)) draft.keep(key, own);
};

function parse(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const asPhotos: FieldReader = ({ field, column, cell, text }, draft) => {
  const list = Array.isArray(cell) ? cell.map(String) : text.split(/[\s;；,，]+(?=\S)/);
  const addresses = list.filter((one) =>
    /^(?:https?:)?\/\/|\.(?:jpe?g|png|webp|gif|heic)$/i.test(one),
  );
  draft.add(field, addresses, column);
  if (addresses.length < list.length) draft.keep(column, text);
};

const asList =
  (vocabulary: 'services' | 'audiences' | 'access', code: string): FieldReader =>
  ({ field, column, cell, text, mapped }, draft) => {
    const list = Array.isArray(cell) ? cell.map(String).join(';') : text;
    const { codes, unknown, saysMore } = readCodeList(vocabulary, list, mapped);
    draft.add(field, codes, column);
    if (saysMore) draft.keep(column, cell);
    for (const value of unknown) {
      const suggestion = suggestWord(wordLists[vocabulary], value);
      draft.find({ severity: 'warning', code, column, value, ...(suggestion && { suggestion }) });
    }
  };

const asKind: FieldReader = ({ column, text, mapped, isNew }, draft) => {
  const told = mapped && mappedCodes(mapped, text);
  const folded = fold(text);
  const code =
    told?.[0] ??
    (isCode('kinds', folded)
      ? folded
      : (wordLists.kinds.exact(folded)?.[0] ?? wordLists.kinds.scan(folded).codes.at(-1)));
  if (code !== undefined) draft.set('kind', code, column);
  if (code === undefined || wordLists.kinds.exact(folded) === undefined) draft.keep(column, text);
  if (code !== undefined || told !== undefined || !isNew(text)) return;
  const suggestion = suggestWord(wordLists.kinds, text);
  draft.find({
    severity: 'warning',
    code: 'unknown-kind',
    column,
    value: text,
    ...(suggestion && { suggestion }),
  });
};

const asStatus: FieldReader = ({ column, text, mapped }, draft) => {
  const told = mapped && mappedCodes(mapped, text);
  const folded = fold(text);
  const exact = wordLists.statuses.exact(folded);
  const code = told?.[0] ?? (exact ?? wordLists.statuses.scan(folded).codes)[0];
  if (code !== undefined) draft.set('status', code, column);
  if (exact === undefined && folded !== code) draft.keep(column, text);
  if (code === undefined && told === undefined) {
    draft.find({ severity: 'warning', code: 'unknown-status', column, value: text });
  }
};

const asPhone: FieldReader = ({ column, text }, draft) => {
  const { phone, malformed, hasWords } = readPhones(text);
  if (phone !== undefined) {
    const known = draft.record['phone'] as string | undefined;
    if (known !== phone)
      draft.set('phone', known === undefined ? phone : `${known}; ${phone}`, column);
  }
  if (phone === undefined || hasWords || malformed !== undefined) draft.keep(column, text);
  if (malformed === undefined && (phone !== undefined || !/\d/.test(text))) return;
  draft.find({ severity: 'warning', code: 'phone-malformed', column, value: malformed ?? text });
};

const asDistrict: FieldReader = ({ column, text, names, isNew }, draft) => {
  const { code, isAmbiguous } = names.read(text);
  if (code !== undefined) {
    draft.set('district', code, column);
    return;
  }
  draft.keep(column, text);
  if (!isNew(text)) return;
  draft.find({
    severity: 'note',
    code: isAmbiguous ? 'district-ambiguous' : 'district-unknown',
    column,
    value: text,
  });
};

/** A service, an audience or a way in that has a column of its own. */
const asYesNo =
  (field: string, code: string): FieldReader =>
  ({ column, cell, text, mapped }, draft) => {
    const told = mapped && mappedCodes(mapped, text);
    if (told !== undefined) {
      draft.add(field, told, column);
      return;
    }
    // 近2号口公厕 in the column 厕所 says that there is one, and where.
    const isNamed =
      field === 'services' && wordLists.services.scan(fold(text)).codes.includes(code);
    const answer =
      typeof cell === 'boolean'
        ? cell
        : (readYesNo(text) ?? (isNamed && !/^[无無没不]/.test(text) ? true : undefined));
    if (answer === true) draft.add(field, [code], column);
    // 2台, 有（大厅）: worth keeping beside the code.
    if (answer === undefined || (answer && /\d\D|[(（]|.{5}/.test(text))) draft.keep(column, text);
    if (answer === undefined)
      draft.find({ severity: 'note', code: 'yes-no-unreadable', column, value: text });
  };

const asParking =
  (vehicle: string): FieldReader =>
  ({ column, text }, draft) => {
    const count = /^\D{0,2}(\d+)/.exec(text)?.[1];
    const value = count === undefined ? readYesNo(text) : Number(count);
    if (value === undefined) {
      draft.keep(column, text);
      draft.find({ severity: 'note', code: 'number-unreadable', column, value: text });
      return;
    }
    const known = draft.record['parking'] as object | undefined;
    draft.set('parking', { ...known, [vehicle]: value }, column);
  };

const asProviderId =
  (provider: string): FieldReader =>
  ({ column, text }, draft) => {
    const known = draft.record['providerIds'] as object | undefined;
    draft.set('providerIds', { ...known, [provider]: text }, column);
  };

/** An official code; one that a sheet took for a number and rounded is none. */
const asId: FieldReader = ({ column, cell, text }, draft) => {
  const isRounded =
    /^\d(?:\.\d+)?e\+?\d+$/i.test(text) || (typeof cell === 'number' && Math.abs(cell) >= 2 ** 53);
  if (!isRounded) {
    draft.set('id', text.replace(/^(\d+)\.0+$/, '$1'), column);
    return;
  }
  draft.keep(column, text);
  draft.find({ severity: 'warning', code: 'id-damaged', column, value: text });
};

const readers: Readonly<Record<string, FieldReader>> = {
  id: asId,
  kind: asKind,
  status: asStatus,
  district: asDistrict,
  phone: asPhone,
  capacity: asCount,
  beds: asCount,
  photos: asPhotos,
  verifiedAt: asDate,
  updatedAt: asDate,
  services: asList('services', 'unknown-service'),
  audiences: asList('audiences', 'unknown-audience'),
  access: asList('access', 'unknown-access'),
  parking: asObject,
  offers: asObject,
  providerIds: asObject,
  extra: asExtra,
};

const fieldsOfVocabularies: Readonly<Record<string, string>> = {
  service: 'services',
  audience: 'audiences',
  access: 'access',
};

/** How a column's cells are read. Hours and positions take several columns and are not among them. */
export function fieldReader(field: string): FieldReader {
  const [name = '', code] = field.split(/:(.*)/s) as [string, string?];
  if (code === undefined) return readers[field] ?? asText;
  if (name === 'parking') return asParking(code);
  return name === 'providerIds' ? asProviderId(code) : asYesNo(fieldsOfVocabularies[name]!, code);
}

export function isYesNoField(field: string): boolean {
  return /^(?:service|audience|access|parking):|^always-open$/.test(field);
}
