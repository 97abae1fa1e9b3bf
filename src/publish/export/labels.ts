import type { Station } from '../../dataset/station';
import {
  codesOf,
  labelOf,
  type OwnTerms,
  type VocabularyName,
  vocabularies,
} from '../../dataset/vocabulary';

export type Locale = 'zh' | 'en';

/** A word of the workbook: a code, its labels, and how it is written in the sheet of stations. */
export interface Word {
  readonly vocabulary: VocabularyName;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly written: string;
}

/** What stands between the labels of a list. */
export const between = { zh: '、', en: '; ' } as const;

/**
 * How each code of a vocabulary is written, in one language: by its label, or as itself when the label is not
 * a dataset's own alone or would fall apart in a list. So every word leads back to one code.
 */
export function wordsFor(
  stations: readonly Station[],
  terms: OwnTerms,
  locale: Locale,
): readonly Word[] {
  return (Object.keys(vocabularies) as VocabularyName[]).flatMap((vocabulary) => {
    const codes = new Set([
      ...codesOf(vocabulary),
      ...Object.keys(terms[vocabulary] ?? {}),
      ...stations.flatMap((station) => codesIn(station, vocabulary)),
    ]);
    // A code is never taken for a label: `x-…` codes of which a label has the form stay themselves.
    const taken = new Set<string>(codes);
    return [...codes].map((code) => {
      const zh = labelOf(vocabulary, code, 'zh', terms);
      const en = labelOf(vocabulary, code, 'en', terms);
      const label = locale === 'zh' ? zh : en;
      const isClear = !taken.has(label) && label.trim() === label && !/[、;；\n]|^$/.test(label);
      taken.add(label);
      return { vocabulary, code, zh, en, written: isClear ? label : code };
    });
  });
}

function codesIn(station: Station, vocabulary: VocabularyName): readonly string[] {
  return vocabulary === 'kinds' ? [station.kind] : station[vocabulary];
}
