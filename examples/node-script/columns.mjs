/** What the columns of a sheet of orders are called, in English and as Chinese sheets have them. */
const names = {
  pickupLng: ['pickup_lng', '取餐经度', '取货经度'],
  pickupLat: ['pickup_lat', '取餐纬度', '取货纬度'],
  dropoffLng: ['dropoff_lng', '送达经度', '收货经度'],
  dropoffLat: ['dropoff_lat', '送达纬度', '收货纬度'],
  departAt: ['depart_at', '出发时间'],
  route: ['route', '路线'],
};

/** What is added to each row. */
export const added = [
  'nearest_id',
  'nearest_name',
  'nearest_meters',
  'nearest_opening',
  'route_from',
  'along_count',
  'along_first',
  'problem',
];

/**
 * Where each column is in a header.
 *
 * @throws Error naming the columns that are missing
 */
export function findColumns(header) {
  const written = header.map((name) => name.trim().toLowerCase());
  const found = {};
  const missing = [];
  for (const [column, spellings] of Object.entries(names)) {
    found[column] = written.findIndex((name) => spellings.includes(name));
    if (found[column] === -1 && column !== 'route') missing.push(spellings.join(' or '));
  }
  if (missing.length > 0) throw new Error(`the header has no column ${missing.join(', ')}`);
  const taken = added.filter((name) => written.includes(name));
  if (taken.length > 0) throw new Error(`the header has ${taken.join(', ')} already`);
  return found;
}
