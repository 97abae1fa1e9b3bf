import { readDay } from '../dataset/hours/days';
import { isOpeningHours } from '../dataset/hours/parse';
import { closedSchedule } from '../dataset/schedule/clip';
import type { Schedule } from '../dataset/schedule/schedule';
import { unite } from '../dataset/schedule/unite';
import type { Offer, Station } from '../dataset/station';
import type { Service } from '../dataset/vocabulary';

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

/** By which hours an offer runs, from which day and until which: its own hours, else the station's. */
export function termsOf(
  offer: Offer,
  own: string | undefined,
): [hours: string, from: number, until: number] {
  return [hoursOf(offer, own), ...daysOf(offer)];
}

/** Hours that nobody can read are unknown. */
function hoursOf({ hours }: Offer, own: string | undefined): string {
  const said = hours ?? own;
  return said !== undefined && isOpeningHours(said) ? said : 'unknown';
}

function daysOf({ from, until }: Offer): [from: number, until: number] {
  return [
    from === undefined ? Number.NEGATIVE_INFINITY : readDay(from)!,
    until === undefined ? Number.POSITIVE_INFINITY : readDay(until)!,
  ];
}
