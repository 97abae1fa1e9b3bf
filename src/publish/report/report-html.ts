import { createHash } from 'node:crypto';
import type { ImportReport } from '../import/import-report';
import { chosenFindings, chosenPoints } from './embed/choose';
import { findingBlocks } from './embed/findings';
import { metaBlock } from './embed/meta';
import { outlineBlock } from './embed/outlines';
import { pointBlocks } from './embed/points';
import type { ReportHtmlOptions } from './options';
import { labels } from './page/labels';
import { pageScript } from './page/script';
import { skeleton } from './page/skeleton';
import { pageStyle } from './page/style';
import { localeOf, type ReportLocale } from './report-locale';

/** What a page holds: about 30 MB at most. The rest is counted, said, and in the CSV. */
const mostFindings = 20_000;
const mostPoints = 200_000;

/**
 * The report as one page that a clerk can open from a disk: what was read and how it was understood, a map of
 * the rows, and the findings to filter, search and sort. It asks for nothing from anywhere; what comes from the
 * sheets is data to it, never markup.
 *
 * It holds up to 20,000 findings (the most severe first) and 200,000 points (those with findings first), and
 * says so when there are more. The page comes in parts, to be written one after the other: `writeFile` of
 * `node:fs/promises` takes them as they are.
 *
 * @throws RangeError when `generatedAt` is no valid date
 * @example
 * const nothing = { tables: [], stations: 0, findings: [], points: [] };
 * const parts = [...reportHtml(nothing, { locale: 'zh', title: '上海', generatedAt: new Date(0) })];
 * parts[0].startsWith('<!doctype html>\n<html lang="zh-CN">'); // true
 */
export function* reportHtml(
  report: ImportReport,
  options: ReportHtmlOptions,
): Generator<string, void> {
  const locale = options.locale ?? localeOf(report);
  const findings = chosenFindings(report.findings, mostFindings);
  const points = chosenPoints(report.points, mostPoints);
  const held = { findings: findings.length, points: points.length };
  yield head(locale, options);
  yield metaBlock(report, locale, options, held);
  yield* findingBlocks(report, findings);
  yield* pointBlocks(report.points, points, findings);
  yield outlineBlock(options.outlines ?? []);
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
}

function head(locale: ReportLocale, { title, csvName = 'report.csv' }: ReportHtmlOptions): string {
  // Nothing but this script and this style: whatever else got into the page would not run, nor send anything.
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(pageScript)}'`,
    `style-src '${hashOf(pageStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const withoutScript = labels[locale].noScript.replace('{file}', () => csvName);
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title ?? labels[locale].report)}</title>
<style>${pageStyle}</style>
</head>
<body>
<noscript><p class="notice">${escaped(withoutScript)}</p></noscript>
${skeleton}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
