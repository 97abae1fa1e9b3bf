/**
 * What is different between two versions, station by station, in the order of the ids: what came, what went, and of what
 * changed each field, as it was and as it is.
 */
export function compare(before, after) {
  const old = new Map(before.map((station) => [station.id, station]));
  const added = [];
  const changed = [];
  for (const station of after) {
    const earlier = old.get(station.id);
    old.delete(station.id);
    if (earlier === undefined) added.push(station);
    else {
      const fields = changedFields(earlier, station);
      if (fields.length > 0) changed.push({ station, fields });
    }
  }
  return { added, removed: [...old.values()], changed };
}

function changedFields(before, after) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => textOf(before[name]) !== textOf(after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }));
}

/** The same whatever order members were written in. */
function textOf(value) {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
