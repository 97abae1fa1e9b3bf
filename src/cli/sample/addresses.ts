import type { OurKind } from './kinds';
import type { Place } from './places';
import type { Random } from './random';

/** Where a station says it is, in words. */
export interface Address {
  readonly address?: string;
  readonly directions?: string;
  readonly phone?: string;
}

const indoors = [
  ...['B1层，2号门旁', '1楼大厅东侧', '1楼服务台旁', '2楼，电梯出来左转', '底层沿街，绿色门头'],
  ...[
    '大门进去右手第一间',
    '小区南门内，门卫室旁',
    '侧门进，沿走廊到底',
    '3号楼1层',
    '地铁站出口旁50米',
  ],
];
const outdoors = [
  '路口东北角',
  '公交站旁',
  '人行道内侧，非机动车道旁',
  '大门外南侧20米',
  '高架桥下',
];
const outdoorKinds: ReadonlySet<OurKind> = new Set(['parking-spot', 'public-facility']);

/** An address on `road`, directions for some, and for half a telephone number that is nobody's. */
export function addressOf(
  kind: OurKind,
  { district }: Place,
  road: string,
  random: Random,
): Address {
  return {
    ...(random.chance(0.97) && { address: `${district.zh}${road}${houseNumber(random)}` }),
    ...(random.chance(0.3) && {
      directions: random.pick(outdoorKinds.has(kind) ? outdoors : indoors),
    }),
    ...(random.chance(0.5) && {
      phone: `021-5550${String(random.int(0, 9999)).padStart(4, '0')}`,
    }),
  };
}

/** A number on the street, or one in a lane 弄 off it. */
function houseNumber(random: Random): string {
  const number = random.int(1, 1800);
  return random.chance(0.3) ? `${number}弄${random.int(1, 60)}号` : `${number}号`;
}
