import type { StationRecord } from '../../dataset/station';
import { addressOf } from './addresses';
import { equipmentOf } from './equipment';
import { hoursOf } from './hours';
import { kindIn } from './kinds';
import { namesOf } from './names';
import { offersOf } from './offers';
import type { Place } from './places';
import type { Random } from './random';
import { servicesOf } from './services';
import { upkeepOf } from './upkeep';
import { visitorsOf } from './visitors';

/** A made-up station at `place`. Pictures and map providers' ids stay out: those would be somebody's. */
export function recordAt(
  place: Place,
  id: string,
  seenNames: Map<string, number>,
  random: Random,
): StationRecord {
  const kind = kindIn(place.district, random);
  const road = random.pick(place.town.roads);
  const offers = offersOf(random);
  // A station with an offer also lists the service it belongs to, so that a search for it finds both.
  const sure = offers.flatMap(({ service }) => service ?? []);
  const services = servicesOf(kind, sure, random);
  // Assigned, not spread: about a third faster for thousands of records.
  const parts: readonly Partial<StationRecord>[] = [
    namesOf(kind, place, road, seenNames, random),
    { kind, district: place.district.code },
    addressOf(kind, place, road, random),
    { services },
    visitorsOf(kind, random),
    hoursOf(kind, random),
    equipmentOf(kind, services, random),
    offers.length > 0 ? { offers } : {},
    upkeepOf(random),
    { source: 'yizhan synthetic sample (made up)' },
  ];
  return Object.assign({ id, position: place.position }, ...parts);
}
