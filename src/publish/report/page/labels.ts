import { labelsEn } from './labels-en';
import { labelsZh } from './labels-zh';

/** The page's own words, by language. */
export const labels: Readonly<Record<'zh' | 'en', typeof labelsEn>> = {
  zh: labelsZh,
  en: labelsEn,
};
