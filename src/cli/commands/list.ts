import { readLimit } from '../../options';
import { type Command, exitCodeFor } from '../command';
import { dataFlags, filterFlags, readFilter, readNumberFlag } from '../flags';
import { formatFlag, readFormat } from '../format-flag';
import { momentOf, openingFilter, openingFlags, readOpeningWish } from '../opening';
import { stationColumns } from '../print/columns';
import { formats, writeRows } from '../print/formats';
import { judged, openingTexts } from '../print/opening-text';
import { selectionFlags, selectStations } from '../select';
import { loadStations } from '../stations';

export const list: Command = {
  name: 'list',
  words: '',
  summary: 'the stations that pass the filters',
  flags: {
    ...selectionFlags,
    limit: { value: 'N', help: 'the most stations to list (default: all)' },
    ...filterFlags,
    ...openingFlags,
    ...formatFlag(formats),
    ...dataFlags,
  },
  examples: [
    'yizhan list --district 310101 --service shower',
    'yizhan list --offer medical --open-at 2026-11-25T14:00',
    'yizhan list --bounds 121.46,31.22,121.48,31.24 --format geojson > centre.geojson',
  ],
  async run(args, output) {
    const format = readFormat(args, formats);
    const limit = readLimit(readNumberFlag(args, 'limit'));
    const wish = readOpeningWish(args);
    const { set } = await loadStations(args, output, 'positions', wish);
    const { locale } = output;
    const found = await selectStations(set, args, {
      ...readFilter(args),
      ...openingFilter(wish, set),
    });
    const rows = found.slice(0, limit).map((station) => ({ station }));
    if (wish.isJudged) {
      const judgement = { at: momentOf(wish, set), offer: wish.offer, locale };
      const hits = judged(rows, set, judgement);
      const columns = stationColumns(locale, set.terms, openingTexts(hits, set, judgement));
      writeRows(hits, format, columns, set, output);
    } else {
      writeRows(rows, format, stationColumns(locale, set.terms), set, output);
    }
    if (rows.length < found.length)
      output.note(`${rows.length} of ${found.length} stations; --limit gives more`);
    return exitCodeFor(rows.length, output);
  },
};
