import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startChromium } from '../browser/chromium';
import { elementScenes } from './element-scenes';
import { shootPublisherBoard } from './publisher-board';
import type { Scene } from './scene';

/*
 * `npm run screenshots`: pictures for the docs, after a build. The same every time: clocks stand still, positions are given. A
 * word after the command takes only the scenes with it in their names.
 */

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const scenes: readonly Scene[] = [...elementScenes];
const wanted = process.argv[2] ?? '';

mkdirSync(folder, { recursive: true });
const chromium = await startChromium();
try {
  for (const { name, shoot } of scenes) {
    if (!name.includes(wanted)) continue;
    const png = await shoot(chromium.context);
    writeFileSync(`${folder}${name}.png`, png);
    console.log(`${name}.png  ${(png.length / 1000).toFixed(0)} kB`);
  }
  if ('publisher-board'.includes(wanted)) await shootPublisherBoard(chromium.context, folder);
} finally {
  await chromium.close();
}
