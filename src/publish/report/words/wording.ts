import type { ReportLocale } from '../report-locale';

/**
 * What is said about a code: a name of a few words for lists, and a sentence or two that say what is wrong and
 * what to do. `{key}` stands for a detail of the finding, or for its `{value}`, `{column}` or the `{other}` row;
 * what is in `[ ]` is left out when one of the keys in it is not given.
 */
export interface Wording {
  readonly name: Readonly<Record<ReportLocale, string>>;
  readonly says: Readonly<Record<ReportLocale, string>>;
}

/** What is written for a code: in each language the name and the sentence. */
export type Lines = Readonly<Record<ReportLocale, readonly [name: string, says: string]>>;

/** The words of many codes. */
export function wordings(lines: Readonly<Record<string, Lines>>): [string, Wording][] {
  return Object.entries(lines).map(([code, { zh, en }]) => [
    code,
    { name: { zh: zh[0], en: en[0] }, says: { zh: zh[1], en: en[1] } },
  ]);
}
