/** Of the layout: those who know another refuse the pack. */
export const packFormat = 1;

/** The fields of the message Pack in docs/station-pack.proto. */
export const tags = {
  format: 1,
  head: 2,
  count: 3,
  ids: 4,
  ranks: 5,
  lngs: 6,
  lats: 7,
  codes: 8,
  bits: 9,
  kinds: 10,
  statuses: 11,
  texts: 12,
  numbers: 13,
  schedules: 14,
  scheduleOf: 15,
  offerLists: 16,
  offersOf: 17,
  offerSchedules: 18,
} as const;

/** The fields of the message NumberColumn. */
export const ofNumbers = { field: 1, values: 2 } as const;
