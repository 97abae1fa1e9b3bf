import { afterAll, describe, expect, it } from 'vitest';
import { Campaign, hashOf, type places, type Verdict } from '../../support/hours-campaign';
import { generatedHours } from '../../support/hours-grammar';
import { realHours, realHoursAreMissing } from '../../support/hours-values';
import { Random } from '../../support/random';
import { isFull } from '../../support/rounds';
import { disagreements } from './disagreements';

/*
 * Ours against the npm package opening_hours, the reference of the language. By default on a seeded part,
 * for the reference is slow; by `npm run test:hours` on every value and 200 instants of each. What is
 * listed as a disagreement is always asked in full, so that the list cannot grow stale.
 */

const isWhole = isFull('HOURS_CAMPAIGN');
const everything = { values: 5_000, instants: 200 };
const part = { values: 1_000, instants: 40 };

/** The last fifth is asked in New York, where clocks change. */
const generated = generatedHours(new Random(20_260_101), everything.values);
const border = 0.8 * everything.values;

const campaigns: Campaign[] = [];
afterAll(() => Promise.all(campaigns.map((campaign) => campaign.close())));

async function judgeAll(
  timeZone: keyof typeof places,
  country: 'de' | 'gb',
  values: readonly string[],
  isListed: (hours: string) => boolean,
): Promise<Verdict[]> {
  const campaign = new Campaign(timeZone, country);
  campaigns.push(campaign);
  const share = isWhole ? 1 : part.values / everything.values;
  const asked = values.filter((hours, i) => isListed(hours) || i < share * values.length);
  const verdicts = await Promise.all(
    asked.map((hours) =>
      campaign.judge(hours, isWhole || isListed(hours) ? everything.instants : part.instants),
    ),
  );
  await campaign.close();
  return verdicts;
}

/** Prints what came of it; fails unless nearly all agree and the rest is on the list, and nothing else. */
function check(
  title: string,
  verdicts: readonly Verdict[],
  isListed: (hours: string) => boolean,
): void {
  const sum = (count: (verdict: Verdict) => number) =>
    verdicts.reduce((total, verdict) => total + count(verdict), 0);
  const judged = sum((verdict) => verdict.judged);
  const differing = sum(({ differences }) => differences.length);
  // Where the states differ, so does what ends them.
  const agreeing = verdicts.filter(
    ({ differences, contradicted }) => differences.length + contradicted === 0,
  );
  const ends = agreeing.reduce((total, verdict) => total + verdict.ends, 0);
  const otherEnds = agreeing.reduce((total, verdict) => total + verdict.endDifferences.length, 0);
  const refused = (by: string) => verdicts.filter(({ refusedBy }) => refusedBy === by).length;
  console.log(
    `${title}: ${verdicts.length} values, ${judged} instants judged, ` +
      `${((100 * (judged - differing)) / judged).toFixed(3)} % agree; ` +
      `${refused('reference')} refused by the reference, ${refused('ours')} by ours; not judged: ` +
      `${sum(({ unread }) => unread)} that ours reports as unread, ` +
      `${sum(({ failed }) => failed)} where the reference fails, ` +
      `${sum(({ contradicted }) => contradicted)} where it contradicts itself; ` +
      `${otherEnds} of ${ends} states end at another minute`,
  );
  const disagreeing = verdicts.filter(({ differences }) => differences.length > 0);
  const unlisted = disagreeing.filter(({ hours }) => !isListed(hours));
  expect(unlisted.map(describeVerdict), 'disagreements that are not listed').toEqual([]);
  const settled = verdicts.filter(
    ({ hours, differences }) => isListed(hours) && differences.length === 0,
  );
  expect(
    settled.map(({ hours }) => hours),
    'listed, and no longer disagreeing',
  ).toEqual([]);
  expect((judged - differing) / judged).toBeGreaterThanOrEqual(0.995);
  // Up to a change of the clock the reference finds no end at all, be it that evening.
  expect(otherEnds / ends).toBeLessThan(0.005);
  expect(sum(({ sameComments }) => sameComments) / (judged - differing)).toBeGreaterThan(0.995);
}

function describeVerdict({ hours, differences }: Verdict): string {
  const [{ minutes, theirs, ours }] = differences as [Verdict['differences'][number]];
  const at = new Date(minutes * 60_000).toISOString();
  return `${hours} (${hashOf(hours)}): ${differences.length} times, at ${at} ${theirs}, not ${ours}`;
}

const isOnList = (hours: string) => disagreements.has(hours);
const isHashOnList = (hours: string) => disagreements.has(hashOf(hours));

describe('compileHours() and openingAt(), against opening_hours', () => {
  it('agree on generated values in Shanghai', { timeout: 300_000 }, async () => {
    const values = generated.slice(0, border);
    const verdicts = await judgeAll('Asia/Shanghai', 'de', values, isOnList);
    check('generated, Shanghai', verdicts, isOnList);
    // The grammar makes none that either refuses.
    expect(verdicts.filter(({ refusedBy }) => refusedBy !== undefined)).toEqual([]);
  });

  it('agree on generated values in New York', { timeout: 300_000 }, async () => {
    const values = generated.slice(border);
    const verdicts = await judgeAll('America/New_York', 'de', values, isOnList);
    check('generated, New York', verdicts, isOnList);
    expect(verdicts.filter(({ refusedBy }) => refusedBy !== undefined)).toEqual([]);
  });

  it.skipIf(realHoursAreMissing)(
    'agree on the real values we have, in London',
    { timeout: 300_000 },
    async () => {
      const verdicts = await judgeAll('Europe/London', 'gb', realHours(), isHashOnList);
      check('real, London', verdicts, isHashOnList);
    },
  );

  it('list no value that is not asked', () => {
    const known = new Set([...generated, ...realHours().map(hashOf)]);
    // Of the real ones only the hash is listed: without the files nobody can tell.
    const unknown = [...disagreements.keys()].filter(
      (key) => !known.has(key) && !(realHoursAreMissing && /^[0-9a-f]{12}$/.test(key)),
    );
    expect(unknown).toEqual([]);
  });
});
