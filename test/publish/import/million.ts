import { once } from 'node:events';
import { createWriteStream, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { importStations } from '../../../src/publish/import/import-stations';
import { readTables } from '../../../src/publish/import/read-drafts';
import { Random } from '../../support/random';

/*
 * What a long CSV costs: npx tsx test/publish/import/million.ts [--rows 1000000] [--encoding gb18030]
 * [--read-only]. Writes it first, in a part of the time, then imports it in the same process, down to the
 * dataset's file (or only reads it); the peak is the import's own, for the file is written in blocks.
 */

const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1]!;
};
const rows = Number(option('--rows', '1000000'));
const encoding = option('--encoding', 'gb18030');
const path = join(tmpdir(), `yizhan-million-${process.pid}.csv`);
const out = join(tmpdir(), `yizhan-million-${process.pid}.geojson`);

const random = new Random(7);
const hours = [
  '8:00-20:00',
  '24小时',
  '周一至周五 9:00-17:00',
  '早8点—晚6点（周四公休）',
  '6:00—22:00',
];
const services = [
  '饮水机',
  '空调',
  '微波炉',
  '手机充电',
  '卫生间',
  '急救箱',
  'WiFi',
  '雨伞',
  '休息座椅',
];
const districts = ['黄浦区', '徐汇区', '长宁区', '静安区', '普陀区', '虹口区', '杨浦区', '闵行区'];

async function write(): Promise<void> {
  const file = createWriteStream(path);
  const put = async (text: string) => {
    if (!file.write(iconv.encode(text, encoding))) await once(file, 'drain');
  };
  await put('编号,驿站名称,所属区,详细地址,经度,纬度,服务时间,服务项目,联系电话,更新时间,备注\r\n');
  let block = '';
  for (let row = 1; row <= rows; row++) {
    const lng = random.between(121.1, 121.9).toFixed(6);
    const lat = random.between(30.9, 31.4).toFixed(6);
    const district = random.pick(districts);
    const list = random.some(services, 5).join('、');
    const phone = `1${random.int(3_000_000_000, 9_999_999_999)}`;
    const day = `2025/${random.int(1, 12)}/${random.int(1, 28)}`;
    block += `SH${row},${district}第${row}户外职工驿站,${district},"上海市${district}中山路${row}号, 一楼",${lng},${lat},${random.pick(hours)},${list},${phone},${day},\r\n`;
    if (row % 1000 !== 0 && row !== rows) continue;
    await put(block);
    block = '';
  }
  file.end();
  await once(file, 'finish');
}

const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;

async function readOnly(): Promise<string> {
  let placed = 0;
  let findings = 0;
  for await (const table of readTables(path)) {
    for await (const row of table.rows()) {
      if (row.draft?.position !== undefined) placed++;
      findings += row.findings.length;
    }
  }
  return `${placed} of ${rows} rows placed, ${findings} findings`;
}

async function importAll(): Promise<string> {
  const phases = new Map<string, number>();
  const { report } = await importStations([path], {
    out,
    onProgress: ({ phase }) => {
      if (phases.has(phase)) return;
      phases.set(phase, performance.now());
    },
  });
  const starts = [...phases].map(([phase, at], i, all) => {
    const end = all[i + 1]?.[1] ?? performance.now();
    return `${phase} ${((end - at) / 1000).toFixed(1)} s`;
  });
  const codes = new Map<string, number>();
  for (const { code } of report.findings) codes.set(code, (codes.get(code) ?? 0) + 1);
  const listed = [...codes].map(([code, count]) => `${code} ${count}`).join(', ');
  const size = mebibytes(statSync(out).size);
  return `${report.stations} of ${rows} rows are stations, ${size}; ${starts.join(', ')}; ${listed}`;
}

async function main(): Promise<void> {
  await write();
  const before = process.memoryUsage().rss;
  let peak = before;
  let heap = 0;
  const watch = setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    peak = Math.max(peak, rss);
    heap = Math.max(heap, heapUsed);
  }, 20);
  const started = performance.now();
  const told = process.argv.includes('--read-only') ? await readOnly() : await importAll();
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  console.log(told);
  console.log(`${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`);
  console.log(
    `RSS ${mebibytes(before)} before, ${mebibytes(peak)} at most; heap ${mebibytes(heap)} at most`,
  );
  rmSync(path);
  rmSync(out, { force: true });
}

main();
