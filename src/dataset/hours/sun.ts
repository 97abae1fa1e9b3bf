import { acos, asin, atan2, cos, sin } from '../../geo/trigonometry';
/** Minutes after local midnight; `undefined` where the sun does not cross that height on that day. */
export interface SunMinutes {
  readonly dawn: number | undefined;
  readonly sunrise: number | undefined;
  readonly sunset: number | undefined;
  readonly dusk: number | undefined;
}

const radian = Math.PI / 180;

/** Zenith angles: half the sun's disc and the refraction at the horizon (50′), and civil twilight. */
const horizon = 90.833;
const civil = 96;

/** The uniform time of astronomers is ahead of the Earth's turning: 69 seconds these years, in days. */
const clockLag = 69 / 86_400;

/** From noon UTC of 2000-01-01 (J2000) back to 1970-01-01, in days. */
const j2000 = 10_957.5;

/**
 * When the sun rises and sets around the noon of a day, and when civil twilight begins and ends, in whole
 * minutes, the seconds cut off. Poleward of about 58°, or far from the meridian of its clock, a place may
 * have its dusk after midnight and its dawn before: then these are 1440 and more, or negative, so that the
 * four are always in order.
 *
 * After Meeus, Astronomical Algorithms, chapters 15, 25 and 28, as NOAA's solar calculator has it
 * (https://gml.noaa.gov/grad/solcalc/calcdetails.html): good to a minute within 72° of the equator, and
 * less good beyond, where refraction makes of any figure a guess.
 *
 * @param day local, days since 1970-01-01
 */
export function sunMinutes(
  day: number,
  lng: number,
  lat: number,
  offsetMinutes: number,
): SunMinutes {
  const midnight = day - offsetMinutes / 1440 - j2000;
  // By a sun that moves evenly; wrapped, for beyond the date line from its clock is the noon of a neighbour.
  const meanNoon = (((720 + offsetMinutes - 4 * lng) % 1440) + 1440) % 1440;
  const crossing = (zenith: number, side: -1 | 1): number | undefined => {
    // The sun moves on while it climbs: each round asks where it stands at the minute found by the last,
    // noon at first. Near polar day that converges slowly.
    let minutes = meanNoon;
    for (let round = 0; round < 8; round++) {
      const sun = sunAt(midnight + minutes / 1440);
      const angle = hourAngle(zenith, lat, sun.declination);
      if (angle === undefined) return undefined;
      minutes = meanNoon - sun.equationOfTime + 4 * side * angle;
    }
    return Math.floor(minutes);
  };
  return {
    dawn: crossing(civil, -1),
    sunrise: crossing(horizon, -1),
    sunset: crossing(horizon, 1),
    dusk: crossing(civil, 1),
  };
}

/** Degrees that the Earth turns between the sun's noon and its crossing of that zenith angle. */
function hourAngle(zenith: number, lat: number, declination: number): number | undefined {
  const cosine =
    (cos(zenith * radian) - sin(lat * radian) * sin(declination)) /
    (cos(lat * radian) * cos(declination));
  // Polar day and polar night; at the poles themselves the division says Infinity, or NaN.
  return Math.abs(cosine) <= 1 ? acos(cosine) / radian : undefined;
}

/** Where the sun stands (Meeus 25), and by how many minutes it is ahead of one that moves evenly (28.1). */
function sunAt(daysSinceJ2000: number): { declination: number; equationOfTime: number } {
  const century = (daysSinceJ2000 + clockLag) / 36_525;
  const meanLongitude = 280.46646 + century * (36_000.76983 + century * 0.0003032);
  const anomaly = (357.52911 + century * (35_999.05029 - century * 0.0001537)) * radian;
  const center =
    sin(anomaly) * (1.914602 - century * (0.004817 + century * 0.000014)) +
    sin(2 * anomaly) * (0.019993 - century * 0.000101) +
    sin(3 * anomaly) * 0.000289;
  // The Moon's node, with which the Earth's axis nods.
  const node = (125.04 - century * 1934.136) * radian;
  const longitude = (meanLongitude + center - 0.00569 - 0.00478 * sin(node)) * radian;
  const obliquity = (23.43929 - century * 0.01300417 + 0.00256 * cos(node)) * radian;
  const ascension = atan2(cos(obliquity) * sin(longitude), cos(longitude));
  // Less aberration, and what the longitude gained in the lag. The nutation of the equinox itself, a second
  // at most, is left out.
  const ahead = meanLongitude - 0.0057183 - 0.98565 * clockLag - ascension / radian;
  return {
    declination: asin(sin(obliquity) * sin(longitude)),
    // Four minutes to a degree. The longitude counts on, turn by turn; what is left is less than five.
    equationOfTime: 4 * (ahead - 360 * Math.round(ahead / 360)),
  };
}
