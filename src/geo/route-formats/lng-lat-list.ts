import type { LngLat } from '../position';
import type { Encoded } from './encoded';
import { vertexFault } from './points';

/** No digit may be missing after a point: that is where a text was cut. */
const number = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![.\d])/y;
/** Full-width separators come with text that passed through a Chinese keyboard. */
const comma = /\s*[,，]\s*/y;
/** A blank separates positions as well: the comma within each leaves no doubt. */
const semicolon = /\s*[;；]\s*|\s+/y;

const mercatorHint = ' (degrees are needed, not metres of a Mercator projection such as bd09mc)';

/** `lng,lat;lng,lat`, as Amap and Baidu write the points of a step. One `;` may end it. */
export function decodeLngLatList({ text, fail }: Encoded): LngLat[] {
  const points: LngLat[] = [];
  let at = 0;
  const take = (pattern: RegExp, what: string): string => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) {
      const cut = at === text.length ? 'the text is cut short' : 'this is not "lng,lat;lng,lat"';
      return fail(`${cut}: expected ${what} of vertex ${points.length + 1}`, at);
    }
    at += match[0].length;
    return match[0];
  };
  while (at < text.length) {
    const start = at;
    const lng = Number(take(number, 'the longitude'));
    take(comma, 'the comma');
    const lat = Number(take(number, 'the latitude'));
    const fault = vertexFault(points.length + 1, { lng, lat }, 'longitude');
    if (fault !== undefined) fail(fault + (Math.abs(lng) > 1000 ? mercatorHint : ''), start);
    points.push({ lng, lat });
    if (at < text.length) take(semicolon, 'a semicolon after the latitude');
  }
  return points;
}
