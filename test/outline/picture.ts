import { type Corner, enclaves } from '../../src/geo/outline-enclaves';
import type { LngLat } from '../../src/geo/position';

const places: readonly (readonly [string, number, number])[] = [
  ['Shanghai', 121.47, 31.23],
  ['Beijing', 116.4, 39.9],
  ['Ürümqi', 87.6, 43.8],
  ['Lhasa', 91.1, 29.65],
  ['Hong Kong', 114.17, 22.32],
  ['Taipei', 121.56, 25.03],
  ['Seoul', 126.98, 37.57],
  ['Hanoi', 105.83, 21.03],
];

const at = (lng: number, lat: number): string =>
  `${((lng - 71) * 12).toFixed(1)},${((55 - lat) * 15).toFixed(1)}`;

function path(corners: readonly (readonly [number, number])[]): string {
  return `M${corners.map(([lng, lat]) => at(lng, lat)).join('L')}Z`;
}

/** The outline over the coast, with two close-ups of what is cut out. */
export function outlinePicture(ring: readonly LngLat[]): string {
  const labels = places.map(([name, lng, lat]) => {
    const [x, y] = at(lng, lat).split(',').map(Number) as [number, number];
    return `<circle cx="${x}" cy="${y}" r="2"/><text x="${x + 4}" y="${y + 4}">${name}</text>`;
  });
  const close = enclaves.map((corners, i) => closeUp(corners, i, ['Hong Kong', 'Macau'][i]!));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 620" font-family="sans-serif" font-size="12">
<title>Where GCJ-02 and BD-09 apply: mainland China, without Hong Kong and Macau</title>
<rect width="800" height="620" fill="#fff"/>
<path d="${path(ring.map(({ lng, lat }) => [lng, lat]))}" fill="#e3eefc" stroke="#1b5fc1"/>
${labels.join('\n')}
${close.join('\n')}
</svg>
`;
}

function closeUp(corners: readonly Corner[], i: number, name: string): string {
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  const tall = 1.08 * (Math.max(...lats) - Math.min(...lats));
  const scale = 125 / Math.max(tall, Math.max(...lngs) - Math.min(...lngs));
  const left = 10 + i * 155;
  const points = corners.map(([lng, lat]) => {
    const x = left + 10 + (lng - Math.min(...lngs)) * scale;
    const y = 465 + (Math.max(...lats) - lat) * scale * 1.08;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `<rect x="${left}" y="440" width="145" height="165" fill="#e3eefc"/>
<path d="M${points.join('L')}Z" fill="#fff" stroke="#1b5fc1"/>
<text x="${left + 10}" y="457">${name}</text>`;
}
