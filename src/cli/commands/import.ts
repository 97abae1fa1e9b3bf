import { basename } from 'node:path';
import { writeToPlace } from '../../publish/files/write-file';
import { checkPlace } from '../../publish/import/check-place';
import type { Finding, Severity } from '../../publish/import/finding';
import type { ImportProgress } from '../../publish/import/import-options';
import { type ImportResult, importStations } from '../../publish/import/import-stations';
import { guessMapping } from '../../publish/import/read-drafts';
import { localeOf, reportCsv, reportHtml } from '../../publish/report';
import type { Arguments } from '../arguments';
import { type Command, type ExitCode, exitCodeFor } from '../command';
import { dataFlags } from '../flags';
import { importFlags, readImportOptions, readReadOptions } from '../import/setting';
import { noteReport } from '../import/summary';
import { inputName } from '../input-name';
import type { Output } from '../output';
import { progressText } from '../progress';
import { UsageError } from '../usage-error';

const failOn = ['warning', 'error', 'never'] as const;

export const importCommand: Command = {
  name: 'import',
  words: 'FILE …',
  summary:
    "one checked dataset from spreadsheets and others' data, and a report of every row amiss",
  flags: {
    out: { value: 'FILE', help: 'the dataset, as GeoJSON (default: - for standard output)' },
    report: {
      value: 'FILE',
      help: 'what is wrong in which row: .html to look at, .csv to send back; may be repeated',
    },
    'fail-on': {
      value: 'LEVEL',
      help: 'warning (default): exit code 5 for errors, 4 for warnings; error: 5 for errors; never',
    },
    ...importFlags,
    lang: {
      value: 'LANG',
      help: 'language of the report: zh or en (default: zh where a file, sheet or header is named in Chinese, else en)',
    },
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: [
    'yizhan import huangpu.xlsx xuhui.csv --out stations.geojson --report report.html',
    'yizhan import *.xlsx --previous stations.geojson --districts outlines.geojson --out new.geojson --report report.html --report report.csv',
    'yizhan import huangpu.xlsx --print-mapping > huangpu.json',
    'yizhan import huangpu.xlsx --mapping huangpu.json --fail-on error --out stations.geojson',
  ],
  async run(args, output) {
    const paths = args.words;
    if (paths.length === 0 || paths.includes(''))
      throw new UsageError('import needs a file, or - for standard input: yizhan import FILE');
    if (args.has('print-mapping')) return printMapping(args, output);
    const level = readFailOn(args);
    const reports = args.all('report') ?? [];
    for (const path of reports) kindOf(path);
    const options = await readImportOptions(args);
    const out = args.one('out') ?? '-';
    await checkReports(reports, [...paths, out, ...inputs.flatMap((flag) => args.all(flag) ?? [])]);
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    // Once: who asks twice has it end there and then.
    for (const signal of signals) process.once(signal, interrupt);
    try {
      const result = await importStations(paths, {
        ...options,
        out: out === '-' ? { write: (text) => output.data(text) } : out,
        signal: stop.signal,
        onProgress: progressOf(output),
      });
      for (const path of reports) await writeReport(path, result, reports, args, output);
      noteReport(result.report, output);
      if (out !== '-') output.note(`${out}: ${result.report.stations} stations in ${result.crs}`);
      const code = exitCode(result.report.findings, level);
      return code === 0 ? exitCodeFor(result.report.stations, output) : code;
    } catch (error) {
      if (!stop.signal.aborted || (error as Error).name !== 'AbortError') throw error;
      output.note('interrupted: no file was written');
      return 130;
    } finally {
      output.progress.clear();
      for (const signal of signals) process.removeListener(signal, interrupt);
    }
  },
};

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Flags that name what is read besides. */
const inputs = ['mapping', 'districts', 'previous'];

async function checkReports(reports: readonly string[], others: readonly string[]): Promise<void> {
  const inUse = [...others];
  for (const path of reports) {
    await checkPlace('--report', path, inUse);
    inUse.push(path);
  }
}

function progressOf({ progress }: Output): (state: ImportProgress) => void {
  let last: string | undefined;
  return ({ phase, file, ...state }) => {
    const now = [phase, file === undefined ? undefined : basename(inputName(file))]
      .filter(Boolean)
      .join(' ');
    if (now !== last) progress.clear();
    last = now;
    progress.show(() => `${now}: ${progressText(state)}`);
  };
}

async function printMapping(args: Arguments, output: Output): Promise<ExitCode> {
  const [path, ...others] = args.words;
  if (others.length > 0)
    throw new UsageError(`--print-mapping takes one file, got ${args.words.length}`);
  const mapping = await guessMapping(path!, await readReadOptions(args));
  output.data(`${JSON.stringify(mapping, null, 2)}\n`);
  return 0;
}

function readFailOn(args: Arguments): (typeof failOn)[number] {
  const level = args.one('fail-on') ?? 'warning';
  const found = failOn.find((one) => one === level);
  if (found !== undefined) return found;
  throw new UsageError(`expected --fail-on as ${failOn.join(', ')}, got ${JSON.stringify(level)}`);
}

function exitCode(findings: readonly Finding[], level: (typeof failOn)[number]): ExitCode {
  const has = (severity: Severity) => findings.some((finding) => finding.severity === severity);
  if (level === 'never') return 0;
  if (has('error')) return 5;
  return level === 'warning' && has('warning') ? 4 : 0;
}

function kindOf(path: string): 'html' | 'csv' {
  const ending = /\.(html?|csv)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined)
    throw new UsageError(`expected --report as a .html or .csv file, got ${JSON.stringify(path)}`);
  return ending === 'csv' ? 'csv' : 'html';
}

async function writeReport(
  path: string,
  { report, outlines }: ImportResult,
  reports: readonly string[],
  args: Arguments,
  output: Output,
): Promise<void> {
  // Whoever reads it may be none of those who run commands.
  const locale = args.has('lang') ? output.locale : localeOf(report);
  if (kindOf(path) === 'csv') return writeToPlace('--report', path, reportCsv(report, { locale }));
  const csv = reports.find((other) => kindOf(other) === 'csv');
  const today = args.one('today');
  const page = reportHtml(report, {
    locale,
    outlines,
    // A day that was given makes the page the same each time.
    generatedAt: today === undefined ? new Date() : new Date(`${today}T00:00:00Z`),
    ...(csv !== undefined && { csvName: basename(csv) }),
  });
  return writeToPlace('--report', path, page);
}
