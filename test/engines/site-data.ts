import { sampleRecords } from '../../src/cli/sample';
import type { StationRecord, StationSet } from '../../src/core';
import { later, records, versions, versionsOf } from '../support/device';
import { filesOf, setOf } from '../support/sites';
import { askedFor, place, type VersionFacts } from './host-contract';

/* The sites that hosts are tested on, as data: engines that have nothing but the language read no files. */

/** Base64, by path. */
export type SiteFiles = Readonly<Record<string, string>>;

export interface SiteData {
  readonly key: string;
  readonly first: SiteFiles;
  readonly second: SiteFiles;
  readonly facts: Readonly<Record<'first' | 'second', VersionFacts>>;
  /** All stations of the sample. */
  readonly whole: SiteFiles;
}

let made: Promise<SiteData> | undefined;

/** Made once for a process: the two versions of two districts that all tests of updates have, and the whole sample. */
export function siteData(): Promise<SiteData> {
  made ??= makeSiteData();
  return made;
}

async function makeSiteData(): Promise<SiteData> {
  const { key, first, second } = await versions();
  const sample = sampleRecords() as readonly StationRecord[];
  const whole = await versionsOf(sample, sample.slice(1));
  return {
    key: key.publicKey,
    first: Object.fromEntries(filesOf(first)),
    second: Object.fromEntries(filesOf(second)),
    facts: { first: factsOf(records), second: factsOf(later) },
    whole: Object.fromEntries(filesOf(whole.first)),
  };
}

function factsOf(of: readonly StationRecord[]): VersionFacts {
  const set: StationSet = setOf(of);
  const hits = set.nearest(place, askedFor);
  return { stations: set.size, ids: hits.map(({ station }) => station.id) };
}
