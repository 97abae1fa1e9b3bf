import { convert } from '../../src/core';

/*
 * A process of its own, for the first conversion happens once. One abroad goes before it, so that what is
 * timed is the outline and not the loading of the library's code.
 */
function timed(lng: number, lat: number): number {
  const start = performance.now();
  convert([lng, lat], 'wgs84', 'gcj02');
  return performance.now() - start;
}

const abroad = timed(2.3522, 48.8566);
const first = timed(121.4737, 31.2304);
const second = timed(116.3974, 39.9093);
console.log(JSON.stringify({ abroad, first, second }));
