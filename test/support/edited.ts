import type { StationRecord } from '../../src/core';
import type { Random } from './random';
import { randomRecord } from './random-stations';

/** The records with a share of them removed, added, changed in one field, moved or replaced, in another order. */
export function edited(
  records: readonly StationRecord[],
  share: number,
  random: Random,
): StationRecord[] {
  const result: StationRecord[] = [];
  let added = 0;
  for (const record of records) {
    if (random.next() >= share) {
      result.push(record);
      continue;
    }
    const other = randomRecord(record.id, random) as StationRecord & Record<string, unknown>;
    const kind = Math.floor(random.next() * 5);
    if (kind === 0) continue;
    if (kind === 1) result.push(record, { ...other, id: `new-${record.id}-${added++}` });
    else if (kind === 2) result.push({ ...record, position: other.position });
    else if (kind === 3) result.push(other);
    else {
      const fields = ['name', 'hours', 'services', 'offers', 'extra', 'status', 'phone', 'parking'];
      const field = fields[Math.floor(random.next() * fields.length)]!;
      const { [field]: _, ...rest } = record as StationRecord & Record<string, unknown>;
      const value = other[field];
      result.push({
        ...rest,
        ...(value !== undefined && { [field]: value }),
      } as unknown as StationRecord);
    }
  }
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
