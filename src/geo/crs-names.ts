import { UnknownCodeError } from '../errors';

/**
 * A coordinate reference system: `wgs84` is what satellites give, `gcj02` what Chinese map providers
 * (Amap, Tencent) must use in mainland China, `bd09` Baidu's on top of that.
 */
export type Crs = 'wgs84' | 'gcj02' | 'bd09';

const crsNames: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];

/** @throws UnknownCodeError when `value` is not a CRS; `what` names the option in the message */
export function readCrs(value: unknown, what: string): Crs {
  if (crsNames.includes(value as Crs)) return value as Crs;
  throw new UnknownCodeError(what, value, crsNames);
}
