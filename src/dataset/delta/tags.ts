/** Of the layout: those who know another ask for the whole pack. */
export const deltaFormat = 1;

/** The fields of the message Delta in docs/station-pack.proto. */
export const ofDelta = { format: 1, head: 2, edits: 3, schedules: 4 } as const;

/** The fields of the message Edit. */
export const ofEdit = {
  skip: 1,
  id: 2,
  isRemoved: 3,
  lng: 4,
  lat: 5,
  fields: 6,
  schedule: 7,
  offerSchedules: 8,
} as const;
