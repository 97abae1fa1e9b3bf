type Campaign = 'HOURS_CAMPAIGN' | 'MANIFEST_CAMPAIGN' | 'PACK_CAMPAIGN';

/**
 * Whether to do all there is instead of a seeded part of it: with CAMPAIGN=full (`npm run test:long`), or the same of
 * one campaign.
 */
export function isFull(campaign?: Campaign): boolean {
  return [process.env['CAMPAIGN'], campaign && process.env[campaign]].includes('full');
}

/** How many rounds: a part of them, which `npm test` has time for, or all. */
export function rounds(part: number, all: number, campaign?: Campaign): number {
  return isFull(campaign) ? all : part;
}
