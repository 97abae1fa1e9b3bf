import type { Crs } from '../../../geo/crs';
import { fold } from '../values/fold';

/** A header made alike, and what it says besides the field. */
export interface HeaderText {
  /** Folded, without brackets, blanks and punctuation. */
  readonly plain: string;
  /** Folded, without brackets, with its blanks: for words of several. */
  readonly spaced: string;
  /** What stood in brackets, without them. */
  readonly remarks: readonly string[];
  readonly crs: Crs | undefined;
}

const crsMarks: readonly (readonly [RegExp, Crs])[] = [
  [
    /gcj[-_ ]?0?2|火星坐标系?|火星|国测局|高德地图|高德|腾讯地图|腾讯|(?<![a-z])amap(?![a-z])/g,
    'gcj02',
  ],
  // The columns of Overpass.
  [/^@(?=lat|lon)/g, 'wgs84'],
  [/bd[-_ ]?0?9(?:ll)?|百度地图|百度|baidu/g, 'bd09'],
  [
    /wgs[-_ ]?(?:19)?84|cgcs[-_ ]?2000|国家2000|大地2000|2000坐标系?|天地图|epsg:?\s?(?:4326|4490)|84坐标系?/g,
    'wgs84',
  ],
];

/** The one CRS that a remark beside the table names: 坐标取自百度地图拾取系统. */
export function crsInRemark(text: string): Crs | undefined {
  const folded = fold(text);
  if (!/坐标|经纬|定位|拾取|coordinate|\bcrs\b|srid|projection/.test(folded)) return undefined;
  const named = crsMarks.filter(([mark]) => folded.match(mark) !== null);
  return named.length === 1 ? named[0]![1] : undefined;
}

const brackets = /[([{【〔「<《][^)\]}】〕」>》]*[)\]}】〕」>》]?/g;

/** `*经度（GCJ-02，必填）` is `经度`, in GCJ-02. */
export function readHeader(header: string): HeaderText {
  // babyChange is two words.
  const folded = fold(header.replace(/([a-z])([A-Z][a-z])/g, '$1 $2'));
  let crs: Crs | undefined;
  let rest = folded;
  for (const [mark, name] of crsMarks) {
    // The map providers' own ids are no coordinates.
    if (!rest.match(mark) || /(?:poi|id|uid)$/.test(rest)) continue;
    crs ??= name;
    rest = rest.replace(mark, ' ');
  }
  const outside = rest.replace(brackets, ' ').trim() || rest.replace(/[()[\]【】]/g, ' ').trim();
  const spaced = outside
    .replace(/^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.、．]\s*(?=\D)/, '')
    .replace(/[*:：;；,，。、."'“”?？!！|\\~～·•]+/g, ' ')
    .replace(/[-_/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const remarks = (rest.match(brackets) ?? []).map((remark) =>
    remark.replace(/[()[\]{}【】〔〕「」<>《》]/g, '').trim(),
  );
  return { plain: spaced.replace(/ /g, ''), spaced, remarks, crs };
}
