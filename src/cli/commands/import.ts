import { basename } from 'node:path';
import type { Finding, Severity } from '../../publish/import/finding';
import { type ImportResult, importStations } from '../../publish/import/import-stations';
import { guessMapping } from '../../publish/import/read-drafts';
import { writeSafely } from '../../publish/import/safe-file';
import { reportCsv, reportHtml } from '../../publish/report';
import type { Arguments } from '../arguments';
import { type Command, type ExitCode, exitCodeFor } from '../command';
import { dataFlags } from '../flags';
import { importFlags, readImportOptions, readReadOptions } from '../import/setting';
import { noteReport } from '../import/summary';
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
      help: 'language of the report: zh or en (default: by LC_ALL, LC_MESSAGES, LANG)',
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
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once('SIGINT', interrupt);
    try {
      const result = await importStations(paths, {
        ...options,
        out: out === '-' ? { write: (text) => output.data(text) } : out,
        signal: stop.signal,
        onProgress: ({ phase, ...progress }) =>
          output.progress.show(() => `${phase} ${progressText(progress)}`),
      });
      for (const path of reports) await writeReport(path, result, reports, args, output);
      noteReport(result.report, output);
      if (out !== '-') output.note(`${out}: ${result.report.stations} stations in ${result.crs}`);
      const code = exitCode(result.report.findings, level);
      return code === 0 ? exitCodeFor(result.report.stations, output) : code;
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      output.note('interrupted: nothing was written');
      return 130;
    } finally {
      output.progress.clear();
      process.removeListener('SIGINT', interrupt);
    }
  },
};

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
  { locale }: Output,
): Promise<void> {
  if (kindOf(path) === 'csv') return writeSafely('--report', path, reportCsv(report, { locale }));
  const csv = reports.find((other) => kindOf(other) === 'csv');
  const today = args.one('today');
  const page = reportHtml(report, {
    locale,
    outlines,
    // A day that was given makes the page the same each time.
    generatedAt: today === undefined ? new Date() : new Date(`${today}T00:00:00Z`),
    ...(csv !== undefined && { csvName: basename(csv) }),
  });
  return writeSafely('--report', path, page);
}
