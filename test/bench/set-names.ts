/** The sets that are raced: the sample, real places, and a synthetic million. */
export const setNames = ['S', 'N', 'M'] as const;

export type SetName = (typeof setNames)[number];

/** What can be run: those; without any stations conversions and codecs; opening hours; opening packs; and devices. */
export const partNames = [...setNames, 'C', 'H', 'P', 'D'] as const;

export type PartName = (typeof partNames)[number];
