import { readText } from '../../publish/import/data-file';
import { type Command, exitCodeFor } from '../command';
import { dataFlags } from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { plainUnderstanding } from '../hours/plain';
import { readSetting, settingFlags } from '../hours/setting';
import { type Understanding, understand } from '../hours/understand';
import { understandingText } from '../print/understanding';
import { UsageError } from '../usage-error';

const formats = ['text', 'json', 'ndjson'] as const;

export const hours: Command = {
  name: 'hours',
  words: 'TEXT …',
  summary: 'what a text about opening hours says, as a week; - reads a text from each line',
  flags: {
    ...settingFlags,
    ...formatFlag(formats),
    lang: dataFlags['lang']!,
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: [
    "yizhan hours '周一至周五 9:00-11:30，13:30-17:00（法定节假日除外）'",
    "yizhan hours 'Mo-Fr 08:00-20:00; PH off' --at 2026-10-01T09:30",
    "yizhan hours 'Apr-Sep sunrise-sunset' --position -0.1276,51.5072 --time-zone Europe/London",
    'yizhan hours - --format ndjson < column.txt > read.ndjson',
  ],
  async run(args, output) {
    const format = readFormat(args, formats);
    const setting = readSetting(args);
    if (args.words.length === 0 || args.words.includes(''))
      throw new UsageError("hours needs a text, or - for standard input: yizhan hours 'TEXT'");
    const texts = args.words.join() === '-' ? await lines() : args.words;
    // A column says the same many times over.
    const known = new Map<string, Understanding>();
    const results = texts.map((text) => {
      const result = known.get(text) ?? understand(text, { ...setting, locale: output.locale });
      known.set(text, result);
      return result;
    });
    const said = results.filter(({ text }) => text !== '');
    if (format === 'json') {
      output.data(`${JSON.stringify(results.map(plainUnderstanding), null, 2)}\n`);
    } else if (format === 'ndjson') {
      for (const result of results) output.data(`${JSON.stringify(plainUnderstanding(result))}\n`);
    } else {
      output.data(said.map((result) => understandingText(result, setting, output)).join('\n'));
    }
    const lost = said.filter(({ isUnderstood }) => !isUnderstood).length;
    if (lost > 0 && said.length > 1) output.note(`${lost} of ${said.length} texts not understood`);
    if (said.length === 0) return exitCodeFor(0, output);
    return lost > 0 ? 1 : 0;
  },
};

/** A text from each line; empty ones stay, so that results are in the rows of what was given. */
async function lines(): Promise<string[]> {
  const text = await readText('-');
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.trim());
}
