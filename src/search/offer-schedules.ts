import { readDay } from '../dataset/hours/days';
import { isOpeningHours } from '../dataset/hours/parse';
import { clip, unknownSchedule } from '../dataset/schedule/clip';
import type { Schedule } from '../dataset/schedule/schedule';
import type { Offer, Station } from '../dataset/station';
import type { Service } from '../dataset/vocabulary';

/**
 * When the offers of a service run at a station: by their own hours, else whenever the station is open, and from
 * their first day to their last. Where the station is closed until further notice, so is what it offers.
 *
 * @param own the station's hours
 * @param compile compiles hours for the station's clock
 */
export function offerSchedules(
  { offers = [], status }: Station,
  service: Service,
  own: Schedule,
  compile: (hours: string) => Schedule,
): readonly Schedule[] {
  return offers
    .filter((offer) => offer.service === service)
    .map((offer) => {
      if (status !== 'active') return own;
      return clip(hoursOf(offer, own, compile), ...daysOf(offer));
    });
}

function hoursOf({ hours }: Offer, own: Schedule, compile: (hours: string) => Schedule): Schedule {
  if (hours === undefined) return own;
  return isOpeningHours(hours) ? compile(hours) : { ...unknownSchedule, offsets: own.offsets };
}

function daysOf({ from, until }: Offer): [from: number, until: number] {
  return [
    from === undefined ? Number.NEGATIVE_INFINITY : readDay(from)!,
    until === undefined ? Number.POSITIVE_INFINITY : readDay(until)!,
  ];
}
