import type { Severity } from '../../import/finding';
import type { ReportLocale } from '../report-locale';

export const severityNames: Readonly<Record<ReportLocale, Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', warning: '警告', note: '提示' },
  en: { error: 'Error', warning: 'Warning', note: 'Note' },
};
