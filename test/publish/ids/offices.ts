import type { Random } from '../../support/random';
import type { Cells } from '../import-stations/sheets';

/** A station as an office knows it; the office gives it no code. */
export interface Known {
  /** What no sheet says. */
  readonly truth: number;
  readonly name: string;
  readonly address: string;
  readonly district: string;
  readonly lng: number;
  readonly lat: number;
  readonly phone: string;
}

const roads = ['中山路', '人民路', '解放路', '复兴路', '建国路', '新华路', '和平路', '长江路'];
const towns = ['东街', '西园', '南苑', '北站', '河滨', '临江', '紫竹', '金桥', '龙泉', '青山'];
const kinds = ['户外职工驿站', '爱心接力站', '骑手驿站', '党群服务中心', '暖蜂驿站'];
const districts = ['310101', '310104', '310105', '310106'];

let truths = 0;

export function newStation(random: Random): Known {
  const number = ++truths;
  // A chain has branches of one name, and a park has toilets without any.
  const name = random.chance(0.1)
    ? random.pick(['公共厕所', '建设银行劳动者港湾', '全家便利店'])
    : `${random.pick(towns)}${random.pick(roads)}${random.int(1, 400)}号${random.pick(kinds)}`;
  return {
    truth: number,
    name,
    address: random.chance(0.15) ? '' : `${random.pick(roads)}${random.int(1, 2000)}号`,
    district: random.pick(districts),
    lng: random.between(121.3, 121.6),
    lat: random.between(31.1, 31.4),
    phone: random.chance(0.3) ? '' : `021-6${random.int(1_000_000, 9_999_999)}`,
  };
}

/** A year of work on it: of each station one thing may change. */
export function edited(station: Known, random: Random): Known {
  const turn = random.next();
  if (turn < 0.1) return { ...station, name: `${station.name.slice(0, 4)}新时代便民点` };
  if (turn < 0.25) {
    const angle = random.between(0, 2 * Math.PI);
    const degrees = random.between(0, 300) / 111_200;
    const lat = station.lat + degrees * Math.sin(angle);
    const lng = station.lng + (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180);
    return { ...station, lng, lat };
  }
  if (turn < 0.3) return { ...station, phone: `021-5${random.int(1_000_000, 9_999_999)}` };
  if (turn < 0.35) return { ...station, address: `${random.pick(roads)}${random.int(1, 2000)}弄` };
  return station;
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at--) {
    const other = random.int(0, at);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

/** The sheet, its columns in an order of their own. */
export function cellsOf(stations: readonly Known[], random?: Random): Cells[] {
  const headers = ['名称', '地址', '所属区', '经度', '纬度', '电话'];
  const order = random === undefined ? headers : shuffled(headers, random);
  return stations.map((station) => {
    const cells: Cells = {
      名称: station.name,
      地址: station.address,
      所属区: station.district,
      经度: station.lng.toFixed(6),
      纬度: station.lat.toFixed(6),
      电话: station.phone,
    };
    return Object.fromEntries(order.map((header) => [header, cells[header]]));
  });
}
