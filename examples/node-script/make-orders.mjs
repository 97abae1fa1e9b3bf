// Run: node examples/node-script/make-orders.mjs 1000000 > million.csv
// Made-up orders in Shanghai, as many as asked for, to see that memory does not grow with them. Every second one has a route.
import { once } from 'node:events';

const count = Number(process.argv[2] ?? 1000);
let state = 7395;
/** Park and Miller's sequence: the same orders every time. */
const random = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};
const twoDigits = (at) => String(at).padStart(2, '0');

process.stdout.write('id,pickup_lng,pickup_lat,dropoff_lng,dropoff_lat,route,depart_at\r\n');
for (let i = 1; i <= count; i++) {
  const [lng, lat] = [121.3 + random() * 0.3, 31.1 + random() * 0.25];
  const far = () => (random() - 0.5) * 0.05;
  const at = (x, y) => `${(lng + x).toFixed(5)},${(lat + y).toFixed(5)}`;
  const [from, over, to] = [at(0, 0), at(far(), far()), at(far(), far())];
  const route = i % 2 === 0 ? `"${from};${over};${to}"` : '';
  const time = `2026-11-23 ${twoDigits(Math.floor(random() * 24))}:${twoDigits(Math.floor(random() * 60))}`;
  if (!process.stdout.write(`${i},${from},${to},${route},${time}\r\n`))
    await once(process.stdout, 'drain');
}
