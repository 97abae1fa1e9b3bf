import type { Map as MapLibre } from 'maplibre-gl';

/*
 * Names as pictures: MapLibre's own text needs a server of fonts for Latin letters, and this page asks nobody. What a
 * label says is in the name of its picture, which is drawn when the map misses it.
 */

const styles = {
  light: { 1: ['600 13px', '#51625a'], 2: ['400 12px', '#6d7d75'], halo: 'rgba(255,255,255,.9)' },
  dark: { 1: ['600 13px', '#a9bab2'], 2: ['400 12px', '#82948b'], halo: 'rgba(12,18,16,.9)' },
} as const;

export const labelImage = (theme: 'light' | 'dark', size: 1 | 2, text: unknown): unknown[] => [
  'concat',
  `label|${theme}|${size}|`,
  text,
];

export function drawLabels(map: MapLibre): void {
  map.on('styleimagemissing', ({ id }) => {
    const [sort, theme, size, text] = id.split('|');
    if (sort !== 'label' || text === undefined || map.hasImage(id)) return;
    const ratio = Math.max(2, Math.ceil(devicePixelRatio));
    map.addImage(id, draw(text, theme as 'light', Number(size) as 1 | 2, ratio), {
      pixelRatio: ratio,
    });
  });
}

function draw(text: string, theme: 'light' | 'dark', size: 1 | 2, ratio: number): ImageData {
  const [font, color] = styles[theme][size];
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const setFont = () => {
    context.font = `${font} system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif`;
  };
  setFont();
  const width = Math.ceil(context.measureText(text).width) + 8;
  const height = 22;
  context.canvas.width = width * ratio;
  context.canvas.height = height * ratio;
  context.scale(ratio, ratio);
  setFont();
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = styles[theme].halo;
  context.strokeText(text, 4, height / 2);
  context.fillStyle = color;
  context.fillText(text, 4, height / 2);
  return context.getImageData(0, 0, width * ratio, height * ratio);
}
