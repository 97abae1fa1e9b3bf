import type { Opening } from '../dataset/schedule/opening';
import type { Station } from '../dataset/station';
import { labelOf, type Service, type VocabularyName } from '../dataset/vocabulary';
import { telLink } from '../links/tel';
import { cleanText } from '../links/text';
import { dateText, distanceText, hoursText, timeText } from './measures';
import type { Model } from './model';
import { fill } from './words';

/** What the sheet shows, as texts: whoever draws it decides nothing. */
export interface View {
  readonly chips: readonly Chip[];
  readonly rows: readonly Row[];
  /** How many there are in all. */
  readonly total: number;
  /** Left out because they are closed. */
  readonly closed: number;
  /** Where there are no rows: why, and what is next. */
  readonly nothing: Nothing | undefined;
}

export interface Chip {
  readonly service: Service;
  readonly label: string;
  /** How many stations would be left. */
  readonly count: number;
  readonly isOn: boolean;
}

export interface Row {
  readonly station: Station;
  readonly name: string;
  readonly distance: string;
  readonly time: string;
  readonly opening: string;
  readonly state: 'open' | 'soon' | 'closed' | 'unknown';
  readonly place: string;
  readonly services: string;
  readonly welcome: string;
  readonly getIn: string | undefined;
  readonly offers: string | undefined;
  /** `tel:` */
  readonly call: string | undefined;
}

export interface Nothing {
  readonly text: string;
  /** How far to look for the next one. */
  readonly reachMeters: number | undefined;
}

/** A station on the way to being a row. */
interface Candidate {
  readonly station: Station;
  readonly meters: number;
  readonly detourMeters?: number;
  /** When the rider is there. */
  readonly at: number;
}

const soonMillis = 30 * 60_000;
const longestName = 60;
const longestLine = 160;

/** Everything about what is near, or along the way: queries and texts, nothing of the page. */
export function viewOf(model: Model): View {
  const all = candidatesOf(model, false);
  const candidates = model.openNow ? candidatesOf(model, true) : all;
  const isWanted = ({ station }: Candidate) =>
    model.services.every((service) => station.services.includes(service));
  const shown = candidates.filter(isWanted);
  return {
    chips: chipsOf(model, candidates, shown),
    rows: shown.slice(0, model.shown).map((candidate) => rowOf(model, candidate)),
    total: shown.length,
    closed: all.filter(isWanted).length - shown.length,
    nothing: shown.length > 0 ? undefined : nothingOf(model),
  };
}

/** All that are near or ahead; or those that are not closed. */
function candidatesOf(model: Model, isOpen: boolean): Candidate[] {
  return model.route === undefined ? near(model, isOpen) : ahead(model, isOpen);
}

function near(
  { set, place, audience, access, reachMeters, now }: Model,
  isOpen: boolean,
): Candidate[] {
  const hits = set.nearest(place!.position, {
    maxDistanceMeters: reachMeters,
    audience,
    access,
    where: isInUse,
    ...(isOpen && { openAt: new Date(now) }),
  });
  return hits.map(({ station, distanceMeters }) => ({ station, meters: distanceMeters, at: now }));
}

function ahead({ set, place, route, audience, access, now }: Model, isOpen: boolean): Candidate[] {
  const hits = set.along(route!, {
    ...(place?.kind === 'here' && { from: place.position }),
    audience,
    access,
    departAt: new Date(now),
    where: isInUse,
    ...(isOpen && { openAt: 'arrival' }),
  });
  return hits.map(({ station, aheadMeters, detourMeters, arriveAt }) => ({
    station,
    meters: aheadMeters,
    detourMeters,
    at: arriveAt?.getTime() ?? now,
  }));
}

/** One that is planned is not there, and one that is suspended nobody can say when to come to. */
function isInUse({ status }: Station): boolean {
  return status === 'active';
}

/** Those that would leave something, most often first; those that are on stay, so that they can be taken off. */
function chipsOf(
  { set, services, locale }: Model,
  all: readonly Candidate[],
  shown: readonly Candidate[],
): Chip[] {
  const here = tally(all);
  const left = tally(shown);
  const codes = [...new Set([...services, ...here.keys()])];
  const isOn = (service: Service) => services.includes(service);
  return codes
    .map((service) => ({
      service,
      label: labelOf('services', service, locale, set.terms),
      count: left.get(service) ?? 0,
      isOn: isOn(service),
    }))
    .filter(({ count, isOn }) => count > 0 || isOn)
    .sort(
      (one, other) =>
        Number(other.isOn) - Number(one.isOn) ||
        (here.get(other.service) ?? 0) - (here.get(one.service) ?? 0) ||
        (one.service < other.service ? -1 : 1),
    );
}

function tally(candidates: readonly Candidate[]): Map<Service, number> {
  const counts = new Map<Service, number>();
  for (const { station } of candidates)
    for (const service of station.services) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
}

function rowOf(model: Model, { station, meters, detourMeters, at }: Candidate): Row {
  const { set, locale, words } = model;
  const label = (vocabulary: VocabularyName, codes: readonly string[]) =>
    codes.map((code) => labelOf(vocabulary, code, locale, set.terms)).join(comma[locale]);
  const isOnRoute = detourMeters !== undefined;
  const distance = fill(isOnRoute ? words.ahead : words.away, {
    distance: distanceText(meters, locale),
  });
  const detour = isOnRoute
    ? fill(words.detour, { distance: distanceText(detourMeters, locale) })
    : undefined;
  const opening = set.openingAt(station, at);
  const said = station.hours === undefined ? cleanText(station.hoursText, longestName) : '';
  const described = set.describeOpening(station, { locale, at });
  return {
    station,
    name: nameOf(model, station),
    distance,
    time: detour ?? timeText(meters, words),
    // Hours in somebody's words were not judged, but a person can.
    opening: opening.state === 'unknown' && said !== '' ? `${described} · ${said}` : described,
    state: stateOf(opening, at),
    place: [station.address, station.directions]
      .map((line) => cleanText(line, longestLine))
      .filter(Boolean)
      .join(' · '),
    services: label('services', station.services),
    welcome: fill(words.welcome, {
      who: station.audiences.length === 0 ? words.everyone : label('audiences', station.audiences),
    }),
    getIn:
      station.access.length === 0
        ? undefined
        : fill(words.getIn, { how: label('access', station.access) }),
    offers: offersOf(model, station),
    call: telLink(station),
  };
}

const comma = { zh: '、', en: ', ' };

/** A station without a name shows as its kind. */
function nameOf({ set, locale }: Pick<Model, 'set' | 'locale'>, station: Station): string {
  const own = locale === 'en' ? (station.nameEn ?? station.name) : station.name;
  return cleanText(own, longestName) || labelOf('kinds', station.kind, locale, set.terms);
}

function stateOf({ state, until }: Opening, at: number): Row['state'] {
  const isSoon = state === 'open' && until !== undefined && until.getTime() - at <= soonMillis;
  return isSoon ? 'soon' : state;
}

/** What is on these days, by its dates, and when. */
function offersOf({ now, words, locale }: Model, { offers = [] }: Station): string | undefined {
  const today = dateText(new Date(now));
  const on = offers.filter(
    ({ from, until }) => (from ?? today) <= today && today <= (until ?? today),
  );
  if (on.length === 0) return undefined;
  const what = on
    .map(({ title, hours }) => [cleanText(title, longestName), hoursText(hours, locale)])
    .map((parts) => parts.filter(Boolean).join(' '))
    .join(comma[locale]);
  return fill(words.offers, { what });
}

function nothingOf(model: Model): Nothing {
  const { set, place, route, services, openNow, audience, access, reachMeters, now } = model;
  const { words, locale } = model;
  if (route !== undefined) return { text: words.nothingOnRoute, reachMeters: undefined };
  const filter = { services, audience, access, where: isInUse };
  const [next] = set.nearest(place!.position, {
    ...filter,
    ...(openNow && { openAt: new Date(now) }),
    limit: 1,
  });
  const within = fill(words.nothingNear, { distance: distanceText(reachMeters, locale) });
  if (next === undefined) return { text: words.nothingAtAll, reachMeters: undefined };
  const beyond = fill(words.nearestBeyond, {
    name: nameOf(model, next.station),
    distance: distanceText(next.distanceMeters, locale),
  });
  // A little more, so that it is not lost to rounding.
  return { text: `${within}${gap[locale]}${beyond}`, reachMeters: next.distanceMeters * 1.01 + 1 };
}

const gap = { zh: '', en: ' ' };
