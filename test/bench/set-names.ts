/** The sets that are raced: the sample, real places, and a synthetic million. */
export const setNames = ['S', 'N', 'M'] as const;

export type SetName = (typeof setNames)[number];
