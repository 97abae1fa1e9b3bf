/** Each id's place in the order of ids, by code unit: what breaks ties. */
export function ranksOf(ids: readonly string[]): Uint32Array {
  const order = ids.map((_, item) => item).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const ranks = new Uint32Array(ids.length);
  order.forEach((item, rank) => {
    ranks[item] = rank;
  });
  return ranks;
}
