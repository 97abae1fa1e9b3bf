import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { readTables } from '../../../src/publish/import/read-drafts';
import { Random } from '../../support/random';

/*
 * What a long CSV costs: npx tsx test/publish/import/million.ts [--rows 1000000] [--encoding gb18030]
 * Writes it first, in a part of the time, then reads it in the same process; the peak is reading's own,
 * for the file is written in blocks.
 */

const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1]!;
};
const rows = Number(option('--rows', '1000000'));
const encoding = option('--encoding', 'gb18030');
const path = join(tmpdir(), `yizhan-million-${process.pid}.csv`);

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
  let placed = 0;
  let bytes = 0;
  let findings = 0;
  const onProgress = (progress: { bytes?: number | undefined }) => {
    bytes = progress.bytes ?? bytes;
  };
  for await (const table of readTables(path, { onProgress })) {
    console.log(`${table.facts.encoding}, ${table.facts.columns.length} columns`);
    for await (const row of table.rows()) {
      if (row.draft?.position !== undefined) placed++;
      findings += row.findings.length;
    }
  }
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${placed} of ${rows} rows placed, ${findings} findings, ${mebibytes(bytes)}`);
  console.log(`${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`);
  console.log(
    `RSS ${mebibytes(before)} before, ${mebibytes(peak)} at most; heap ${mebibytes(heap)} at most`,
  );
  rmSync(path);
}

main();
