/** The sets that are raced: the sample, real places, and a synthetic million. */
export const setNames = ['S', 'N', 'M'] as const;

export type SetName = (typeof setNames)[number];

/** What can be run: those; without any stations conversions and codecs; opening hours; and opening packs. */
export const partNames = [...setNames, 'C', 'H', 'P'] as const;

export type PartName = (typeof partNames)[number];
