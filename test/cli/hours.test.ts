import { execFileSync } from 'node:child_process';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { bundled } from '../support/bundled';
import { yizhan } from '../support/cli';

const office = '周一至周五 9:00-11:30，13:30-17:15（法定节假日除外）';
/** A Wednesday. */
const wednesday = ['--at', '2026-09-23T11:10'];

async function json(...argv: string[]): Promise<Record<string, unknown>[]> {
  return JSON.parse((await yizhan(['hours', ...argv, '-f', 'json'])).out);
}

describe('yizhan hours', () => {
  it('draws the week that was understood, with the state and what differs in the year to come', async () => {
    const { code, out, err } = await yizhan(['hours', office, ...wednesday]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${office}
read as     Mo-Fr 09:00-11:30,13:30-17:15; PH off
confidence  1

    0     3     6     9     12    15    18    21    24
Mo  ..................#####....########.............  09:00-11:30, 13:30-17:15
Tu  ..................#####....########.............  09:00-11:30, 13:30-17:15
We  ..................#####....########.............  09:00-11:30, 13:30-17:15
Th  ..................#####....########.............  09:00-11:30, 13:30-17:15
Fr  ..................#####....########.............  09:00-11:30, 13:30-17:15
Sa  ................................................  closed
Su  ................................................  closed
PH  ................................................  closed

state     Closing soon (20 min) (2026-09-23 We 11:10)
except    closed: 2026-09-25, 2026-10-01/2026-10-02, 2026-10-05/2026-10-07
except    09:00-11:30, 13:30-17:15: 2026-10-10
holidays  known until 2026-12-31, unknown after
`);
  });

  it('says in Chinese what a Chinese reader asks', async () => {
    const { out } = await yizhan(['hours', office, ...wednesday, '--lang', 'zh']);
    expect(out).toContain('读作    Mo-Fr 09:00-11:30,13:30-17:15; PH off\n可信度  1\n');
    expect(out).toMatch(/\n周六 {4}\.{48} {2}休息\n/);
    expect(out).toMatch(/\n节假日 {2}\.{48} {2}休息\n/);
    expect(out).toContain('状态    即将打烊 (20 分钟) (2026-09-23 周三 11:10)\n');
    expect(out).toContain('例外    休息: 2026-09-25, ');
  });

  it('draws with blocks on a terminal that has them, and fits it', async () => {
    const utf8 = { LANG: 'en_GB.UTF-8' };
    const wide = await yizhan(['hours', office, ...wednesday], { columns: 120, env: utf8 });
    expect(wide.out).toContain('\u001b[1m');
    expect(wide.out).toContain(
      `Mo  ${'·'.repeat(18)}█████${'·'.repeat(4)}███████▌${'·'.repeat(13)}  09:00`,
    );
    const narrow = await yizhan(['hours', office, ...wednesday], { columns: 60, env: utf8 });
    expect(narrow.out).toContain(`Mo  ${'·'.repeat(9)}██▌·▐███${'·'.repeat(7)}  09:00`);
    for (const line of narrow.out.split('\n').filter((text) => text.startsWith('Mo')))
      expect(stringWidth(line)).toBeLessThanOrEqual(60);
    for (const env of [{}, { LANG: 'C' }, { ...utf8, TERM: 'dumb' }, { ...utf8, LC_ALL: 'C' }]) {
      const { out } = await yizhan(['hours', office, ...wednesday], { columns: 120, env });
      expect(out).toContain('.#####....########.');
      expect(out).not.toMatch(/[█▌▐░·]/);
    }
    const plain = await yizhan(['hours', office, ...wednesday], {
      columns: 120,
      env: { ...utf8, NO_COLOR: '1' },
    });
    expect(plain.out).toContain('█');
    expect(plain.out).not.toContain('\u001b');
  });

  it('gives a night to the evening in which it begins', async () => {
    const { out } = await yizhan(['hours', 'Fr-Sa 18:00-02:00; Mo 00:00-24:00', ...wednesday]);
    expect(out).toMatch(/Mo {2}#{48} {2}00:00-24:00\n/);
    expect(out).toMatch(/Fr {2}\.{36}#{12} {2}18:00-02:00\n/);
    expect(out).toMatch(/Sa {2}#{4}\.{32}#{12} {2}…-02:00, 18:00-02:00\n/);
    expect(out).toMatch(/Su {2}#{4}\.{44} {2}…-02:00\n/);
    const [result] = await json('Fr-Sa 18:00-02:00');
    expect(result).toMatchObject({
      week: { Th: [], Fr: [{ from: '18:00', until: '26:00', state: 'open' }], Su: [] },
    });
  });

  it('shows what is unknown as unknown', async () => {
    const { out } = await yizhan(['hours', 'Mo-Fr 09:00-17:00; Sa unknown "电话预约"']);
    expect(out).toMatch(/Sa {2}\?{48} {2}unknown "电话预约"\n/);
    const sun = await yizhan(['hours', 'sunrise-sunset']);
    expect(sun.out).toContain('unknown     sunrise and sunset need a position (“sunrise-sunset”)');
  });

  it('tells seasons and days of their own', async () => {
    const text = 'Apr-Oct 06:00-22:00; Nov-Mar Mo-Fr 07:00-20:00; Dec 25 off; Feb 10-Mar 3 off';
    const { out } = await yizhan(['hours', text, '--at', '2026-11-03T12:00']);
    expect(out).toContain(
      [
        'from    2027-02-10: closed',
        'from    2027-03-04: Mo-Fr 07:00-20:00; Sa-Su closed',
        'from    2027-04-01: 06:00-22:00',
        'from    2027-11-01: Mo-Fr 07:00-20:00; Sa-Su closed',
        'except  closed: 2026-12-25\n',
      ].join('\n'),
    );
    // The day before a season, and its first day.
    const march = await yizhan(['hours', text, '--at', '2027-03-31T12:00']);
    expect(march.out).toMatch(/Mo .* 07:00-20:00\n/);
    const april = await yizhan(['hours', text, '--at', '2027-04-01T12:00']);
    expect(april.out).toMatch(/Mo .* 06:00-22:00\n/);
    const [result] = await json(text, '--at', '2026-11-03T12:00');
    expect(result!['seasons']).toHaveLength(4);
    expect(result!['exceptions']).toEqual([{ days: ['2026-12-25'], times: [] }]);
  });

  it('draws holidays by weekday where they differ', async () => {
    const { out } = await yizhan([
      'hours',
      'Mo-Fr 09:00-17:00; PH Sa,Su 10:00-12:00; SH 10:00-11:00',
    ]);
    expect(out).toMatch(/\nPH Mo-Fr {2}\.{18}#{16}\.{14} {2}09:00-17:00\n/);
    expect(out).toMatch(/\nPH Sa-Su {2}\.{20}#{4}\.{24} {2}10:00-12:00\n/);
    expect(out).toMatch(/\nSH {8}\.{20}#{2}\.{26} {2}10:00-11:00\n/);
  });

  it('follows the sun and the clock of a place', async () => {
    const place = ['--position', '-0.1276,51.5072', '--time-zone', 'Europe/London'];
    const argv = ['Apr-Sep sunrise-sunset', ...place, '--at', '2026-06-20T21:10'];
    const { out } = await yizhan(['hours', ...argv]);
    expect(out).toMatch(/Sa {2}\.{9}#{34}\.{5} {2}04:4\d-21:2\d\n/);
    expect(out).toMatch(/state {2}Closing soon \(1\d min\) \(2026-06-20 Sa 21:10\)/);
    expect(out).toContain('from   2026-10-01: closed\n');
    expect(out).toMatch(/from {3}2027-04-01: ~06:[23]\d-19:[34]\d\n/);
    expect(out).toContain('sun    times move with the sun');
    const holidays = await yizhan(['hours', 'Mo-Fr 09:00-17:00; PH off', ...place, ...wednesday]);
    expect(holidays.out).toContain('state     Hours unknown');
    expect(holidays.out).toContain('holidays  nobody said which days they are');
    const shanghai = ['--time-zone', 'Asia/Shanghai', '--at', '2026-10-01T10:00'];
    const [china] = await json('Mo-Fr 09:00-17:00; PH off', ...shanghai);
    expect(china!['opening']).toMatchObject({ state: 'closed' });
  });

  it('gives all of it as JSON', async () => {
    const [result] = await json(office, ...wednesday);
    const times = [
      { from: '09:00', until: '11:30', state: 'open' },
      { from: '13:30', until: '17:15', state: 'open' },
    ];
    expect(result).toEqual({
      text: office,
      understood: true,
      confidence: 1,
      hours: 'Mo-Fr 09:00-11:30,13:30-17:15; PH off',
      unused: [],
      doubts: [],
      problems: [],
      week: { Mo: times, Tu: times, We: times, Th: times, Fr: times, Sa: [], Su: [] },
      seasons: [],
      holidays: [{ kind: 'PH', weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], times: [] }],
      exceptions: [
        { days: ['2026-09-25', '2026-10-01/2026-10-02', '2026-10-05/2026-10-07'], times: [] },
        { days: ['2026-10-10'], times },
      ],
      opening: { state: 'open', until: '2026-09-23T03:30:00.000Z' },
      state: 'Closing soon (20 min)',
    });
  });

  it('does not pretend to understand, and says with exit code 1', async () => {
    const { code, out, err } = await yizhan(['hours', '10点到6点']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/guess {7}10:00-.*\nconfidence {2}0\.\d+, not understood\ndoubts /);
    expect(out).not.toContain('###');
    const some = await yizhan(['hours', '24/7', '随便写的', '-f', 'ndjson']);
    expect(some.code).toBe(1);
    expect(some.err).toBe('1 of 2 texts not understood\n');
    const rows = some.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(rows).toMatchObject([
      { text: '24/7', understood: true, confidence: 1, hours: '24/7', state: 'Open 24 hours' },
      { text: '随便写的', understood: false, confidence: 0 },
    ]);
    expect(rows[1]).not.toHaveProperty('opening');
  });

  it('reads a column: a result for each line, in its place', async () => {
    const cli = await bundled('src/cli.ts');
    const run = (...argv: string[]) =>
      execFileSync(process.execPath, [cli, 'hours', '-', ...argv], {
        input: '24小时\r\n\r\nMo-Fr 09:00-17:00\r\n24小时\n',
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      });
    const results = run('-f', 'ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { hours?: string });
    expect(results.map(({ hours }) => hours)).toEqual([
      '24/7',
      undefined,
      'Mo-Fr 09:00-17:00',
      '24/7',
    ]);
    expect(run().match(/^confidence/gm)).toHaveLength(3);
  }, 30_000);

  it('shows text that would steer the terminal as text', async () => {
    const { out } = await yizhan(['hours', 'Mo 09:00-17:00 "\u001b[31mred\u202e"\u0007']);
    expect(out.replace(/\n/g, '')).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it.each<[string, string[], string]>([
    ['nothing', [], "hours needs a text, or - for standard input: yizhan hours 'TEXT'"],
    ['an empty text', [' '], 'hours needs a text'],
    ['a time that is none', ['24/7', '--at', 'now'], '--at: expected a time such as'],
    ['an unknown zone', ['24/7', '--time-zone', 'London'], 'Invalid --time-zone'],
    ['a place with an unknown clock', ['24/7', '--position', '0,51'], 'pass --time-zone'],
    ['a place that is none', ['24/7', '--position', '0,91'], 'Invalid --position: expected lat'],
    ['an unknown format', ['24/7', '-f', 'csv'], 'Unknown format "csv"'],
    ['a misspelt flag', ['24/7', '--timezone', 'x'], 'did you mean --time-zone?'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, out, err } = await yizhan(['hours', ...argv]);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
