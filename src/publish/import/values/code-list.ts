import { isCode, isOwnCode, type VocabularyName } from '../../../dataset/vocabulary';
import { nearestSpelling } from '../../../wording';
import { wordLists } from '../words/vocabularies';
import type { WordList } from '../words/word-list';
import { isNothing } from './cell-text';
import { fold } from './fold';

/** What a list of services, audiences or ways in was understood to say. */
export interface CodeListReading {
  readonly codes: readonly string[];
  /** Items that no word of ours is in, as written. */
  readonly unknown: readonly string[];
  /** The text says more than the codes do: it is worth keeping. */
  readonly saysMore: boolean;
}

/** What single values of a column mean, by the mapping file. */
export type ValueMapping = Readonly<Record<string, string | null>>;

const separators =
  /[、,，;；|｜/\\\n\r\t·•+&＋＆①-⑳]|\s{2,}|(?:^|[\s,，、;；])\d{1,2}[.、．)）]\s*/;
/** 没有空调, 不提供饮水; but 无线网络, 无障碍厕所. */
const denial =
  /^(?:没有|暂无|不提供|不含|未提供|未配备|不能|禁止|无(?!线|障碍|性别|人|门禁|需|限制)|no |not )/;
/** Words that add nothing to the name of a service. */
const filler =
  /免费|提供|服务|设施|设备|配备|等|以及|及|和|与|使用|供应|便民|爱心|公共|小时|全天|智能|自助|各类|基本|区域|区|间|处|点|室|功能|简易|小型|常用|可|有|[\d\s%.,:-]+|台|个|套|张|把|组|位|部/g;

/** Codes of one vocabulary from a list as people write it: 空调、饮水机（冷热）；微波炉2台. */
export function readCodeList(
  vocabulary: Exclude<VocabularyName, 'kinds'>,
  text: string,
  mapped?: ValueMapping | undefined,
): CodeListReading {
  if (mapped !== undefined) return readItems(vocabulary, text, mapped);
  // Sheets say the same few lists over and over.
  const cache = caches[vocabulary];
  const known = cache.get(text);
  if (known !== undefined) return known;
  const reading = readItems(vocabulary, text, undefined);
  if (cache.size >= 20_000) cache.clear();
  cache.set(text, reading);
  return reading;
}

const caches = {
  services: new Map<string, CodeListReading>(),
  audiences: new Map<string, CodeListReading>(),
  access: new Map<string, CodeListReading>(),
};

function readItems(
  vocabulary: Exclude<VocabularyName, 'kinds'>,
  text: string,
  mapped: ValueMapping | undefined,
): CodeListReading {
  const codes = new Set<string>();
  const unknown: string[] = [];
  let saysMore = false;
  for (const item of splitList(text)) {
    const told = mapped && mappedCodes(mapped, item.written);
    if (told !== undefined) {
      for (const code of told) codes.add(code);
      continue;
    }
    if (isNothing(item.written)) continue;
    const read = readItem(vocabulary, item);
    for (const code of read.codes) codes.add(code);
    if (read.isUnknown) unknown.push(item.written);
    saysMore ||= read.saysMore;
  }
  return { codes: [...codes], unknown, saysMore: saysMore || unknown.length > 0 };
}

/** What the mapping file says of a value: codes, none for `null`; `undefined` when it says nothing. */
export function mappedCodes(mapped: ValueMapping, value: string): readonly string[] | undefined {
  if (!Object.prototype.hasOwnProperty.call(mapped, value)) return undefined;
  return (mapped[value] ?? '').split(/[\s,;]+/).filter(Boolean);
}

/** The word that was probably meant, ready to paste. */
export function suggestWord(list: WordList, written: string): string | undefined {
  const folded = fold(written);
  // One letter of two is too little to go by.
  return folded.length < 3 ? undefined : nearestSpelling(folded, list.words);
}

interface Item {
  readonly written: string;
  readonly outside: string;
  /** What stands in its brackets, item by item. */
  readonly inside: readonly string[];
}

function splitList(text: string): Item[] {
  const items: Item[] = [];
  // Separators inside brackets belong to the item before the brackets.
  const inBrackets: string[] = [];
  const marked = text.replace(/[(（【[]([^()（）【】[\]]*)[)）】\]]/g, (_, inner: string) => {
    inBrackets.push(inner);
    return `\ue000${inBrackets.length - 1}\ue001`;
  });
  for (const part of marked.split(separators)) {
    const outside = part?.replace(/\ue000\d+\ue001/g, ' ').trim() ?? '';
    const inside = [...(part ?? '').matchAll(/\ue000(\d+)\ue001/g)].map(
      (match) => inBrackets[Number(match[1])] ?? '',
    );
    if (outside === '' && inside.length === 0) continue;
    const written = part!
      .replace(/\ue000(\d+)\ue001/g, (_, n) => `（${inBrackets[Number(n)]}）`)
      .trim();
    const inner = inside.flatMap((one) => one.split(separators)).map((one) => one?.trim() ?? '');
    items.push({ written: written.replace(/[。.]$/, ''), outside, inside: inner.filter(Boolean) });
  }
  return items;
}

function readItem(vocabulary: Exclude<VocabularyName, 'kinds'>, item: Item) {
  const list = wordLists[vocabulary];
  const nothing = { codes: [] as readonly string[], isUnknown: false, saysMore: false };
  const outside = fold(item.outside.replace(/[。.!！:：]+$/, ''));
  if (isOwnCode(outside) || isCode(vocabulary, outside)) return { ...nothing, codes: [outside] };
  if (denial.test(outside) && list.exact(outside) === undefined)
    return { ...nothing, saysMore: true };
  const whole = item.inside.length === 0 ? list.exact(outside) : undefined;
  if (whole !== undefined) return { ...nothing, codes: whole };
  // 充电（手机、电动车）: what is in brackets says which.
  const inner = item.inside.flatMap(
    (part) => list.exact(fold(part + item.outside)) ?? list.exact(fold(part)) ?? [],
  );
  const scanned = list.scan(outside);
  const codes = inner.length > 0 ? unite(inner, scanned.codes, item) : scanned.codes;
  if (codes.length === 0) {
    const isFiller = outside.replace(filler, '') === '' && item.inside.length === 0;
    return isFiller ? nothing : { ...nothing, isUnknown: true };
  }
  const saysMore = scanned.rest.replace(filler, '').length > 1 || item.inside.length > inner.length;
  return { ...nothing, codes, saysMore };
}

function unite(inner: readonly string[], outer: readonly string[], item: Item): readonly string[] {
  // The bare word of two meanings gives way to what its brackets say.
  const isBare = /^充电$|^司机$|^charging$/.test(fold(item.outside));
  return isBare ? inner : [...new Set([...outer, ...inner])];
}
