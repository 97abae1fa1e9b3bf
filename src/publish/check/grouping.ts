/** Calls `each` with the members of every group of two or more that have one key; a key of 0 is none. */
export function forEachGroup(
  members: ArrayLike<number>,
  keyOf: (member: number) => number,
  each: (group: Uint32Array) => void,
): void {
  const keyed = Uint32Array.from(members).filter((member) => keyOf(member) !== 0);
  // By key, then in the order they came.
  keyed.sort((a, b) => keyOf(a) - keyOf(b) || a - b);
  for (let start = 0; start < keyed.length; ) {
    let end = start + 1;
    while (end < keyed.length && keyOf(keyed[end]!) === keyOf(keyed[start]!)) end++;
    if (end - start > 1) each(keyed.subarray(start, end));
    start = end;
  }
}
