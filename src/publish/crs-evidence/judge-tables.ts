import type { Crs } from '../../geo/crs';
import type { Collected } from '../import/collect';
import type { CrsReading } from '../import/import-report';
import type { Districts } from '../outlines/districts';
import { judgeByDistricts } from './by-districts';
import { judgeByKnownPlaces, type KnownPlaces } from './by-known-places';
import { agree, readings } from './candidates';
import type { Verdict } from './verdict';

/** Evidence is taken from so many rows of a table, evenly. */
const mostWitnesses = 5000;
/** So few in China, of a table that is elsewhere, are there by mistake. */
const strayShare = 0.05;
/** Below it, somebody should look. */
const sureEnough = 0.9;

/** What is known beside the tables. */
export interface CrsEvidence {
  /** What `--crs` says. */
  readonly option: Crs | undefined;
  readonly districts: Districts | undefined;
  /** Stations of the dataset before; those of tables that state their CRS are added. */
  readonly known: KnownPlaces;
}

/** Judges what the positions of each table are in, says so among the findings, and gives each row its CRS. */
export function judgeTables(
  { tables, rows, findings }: Collected,
  { option, districts, known }: CrsEvidence,
): CrsReading[] {
  const members = membersOf(rows.stations(), (at) => rows.table[at]!, tables.length);
  if (option === undefined) {
    tables.forEach(({ crs }, table) => {
      for (const at of members[table]!) {
        const stated = rows.crsOf(at) ?? crs;
        if (stated !== undefined) addKnown(at, stated);
      }
    });
  }
  return tables.map((table, number) => {
    const all = members[number]!;
    const silent = all.filter((at) => rows.crsOf(at) === undefined);
    const reading = judge(table.crs, all, silent);
    for (const at of option === undefined ? silent : all) rows.setCrs(at, reading.crs);
    const { crs, by, confidence } = reading;
    const told = { details: { crs, confidence } };
    if (by === 'option' && table.crs !== undefined && table.crs !== crs) {
      const details = { crs, stated: table.crs };
      findings.atTable(number, { severity: 'warning', code: 'crs-overridden', details });
    } else if (by === 'assumed' && all.length > 0) {
      findings.atTable(number, { severity: 'warning', code: 'crs-assumed', ...told });
    } else if (by === 'evidence' && confidence < 1) {
      const severity = confidence < sureEnough ? 'warning' : 'note';
      findings.atTable(number, { severity, code: 'crs-judged', ...told });
    }
    return reading;
  });

  function addKnown(at: number, crs: Crs): void {
    const place = readings(rows.lng[at]!, rows.lat[at]!)[['wgs84', 'gcj02', 'bd09'].indexOf(crs)]!;
    known.add(rows.names.at(at), place.lng, place.lat);
  }

  function judge(stated: Crs | undefined, all: Uint32Array, silent: Uint32Array): CrsReading {
    if (option !== undefined) return sure(option, 'option', '由选项指定', 'as the option says');
    if (stated !== undefined) return sure(stated, 'stated', '表中写明', 'as the table states');
    if (all.length > 0 && silent.length === 0) {
      const crs = rows.crsOf(all[0]!)!;
      return sure(crs, 'stated', '各行写明', 'as the rows state');
    }
    // Rows outside China say nothing: there all candidates agree.
    const telling = silent.filter((at) => !agree(rows.lng[at]!, rows.lat[at]!));
    if (all.length > 0 && telling.length <= strayShare * silent.length) {
      return elsewhere(1 - telling.length / silent.length);
    }
    const step = Math.max(1, telling.length / mostWitnesses);
    const witnesses = Array.from(
      { length: Math.min(telling.length, mostWitnesses) },
      (_, i) => telling[Math.floor(i * step)]!,
    ).map((at) => ({
      lng: rows.lng[at]!,
      lat: rows.lat[at]!,
      name: rows.names.at(at),
      claimed: districts?.get(rows.district[at]!) ?? districts?.namedIn(rows.addresses.at(at)),
    }));
    const verdict =
      judgeByKnownPlaces(witnesses, known) ?? judgeByOutlines(witnesses, districts?.assumedCrs);
    if (verdict !== undefined) return { ...verdict, by: 'evidence' };
    return {
      crs: 'gcj02',
      by: 'assumed',
      confidence: 0.5,
      reason: {
        zh: '没有依据可以判断；国内地图（高德、腾讯）取点一般是 gcj02',
        en: 'nothing tells; Chinese map apps (Amap, Tencent) give gcj02',
      },
    };
  }
}

/** Where outlines are is itself no more than likely, when nobody said what they are in. */
const likelyOutlines = 0.95;

function judgeByOutlines(
  witnesses: Parameters<typeof judgeByDistricts>[0],
  assumed: Crs | undefined,
): Verdict | undefined {
  const verdict = judgeByDistricts(witnesses);
  if (verdict === undefined || assumed === undefined) return verdict;
  const { crs, confidence, reason } = verdict;
  return {
    crs,
    confidence: Math.min(confidence, likelyOutlines),
    reason: {
      zh: `${reason.zh}（轮廓未写明坐标系，按 ${assumed} 读取）`,
      en: `${reason.en} (the outlines, which do not say, taken as ${assumed})`,
    },
  };
}

function elsewhere(confidence: number): CrsReading {
  const rest = confidence === 1;
  return {
    crs: 'wgs84',
    by: 'evidence',
    confidence,
    reason: {
      zh: `${rest ? '所有' : '几乎所有'}位置都不在中国大陆，三种坐标系一致`,
      en: `${rest ? 'no' : 'hardly any'} position is in mainland China: elsewhere the three agree`,
    },
  };
}

function sure(crs: Crs, by: CrsReading['by'], zh: string, en: string): CrsReading {
  return { crs, by, confidence: 1, reason: { zh, en } };
}

/** The numbers of rows, by table. */
function membersOf(
  numbers: Uint32Array,
  tableOf: (at: number) => number,
  tables: number,
): Uint32Array[] {
  // Tables come one after another.
  let start = 0;
  return Array.from({ length: tables }, (_, table) => {
    let end = start;
    while (end < numbers.length && tableOf(numbers[end]!) === table) end++;
    const members = numbers.subarray(start, end);
    start = end;
    return members;
  });
}
