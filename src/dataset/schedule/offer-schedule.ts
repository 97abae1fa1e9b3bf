import type { Offer, Station } from '../station';
import type { Service } from '../vocabulary';
import { closedSchedule } from './clip';
import type { Schedule } from './schedule';
import { unite } from './unite';

/**
 * When what a station offers of a service runs. Where the station is closed until further notice, so is what it
 * offers.
 */
export function offerSchedule(
  { offers = [], status }: Station,
  service: Service,
  scheduleOf: (offer: Offer) => Schedule,
): Schedule {
  const found = offers.filter((offer) => offer.service === service);
  if (status !== 'active' || found.length === 0) return closedSchedule;
  return unite(found.map(scheduleOf));
}
