import { lookUpBytes } from './bytes-table';
import { compileRaces } from './compile-races';
import { readData, riders } from './data';
import { eachValue, lookUpRaces } from './look-up-races';
import { firstQueries, tableOfFirsts } from './opening-first';
import { alongOpenRaces, nearestOpenRaces, tableOf } from './opening-races';
import { printed } from './report';
import { cityRoutes } from './routes';

const questions = 1000;

/** Races look-ups of opening hours, then queries that ask for them. @returns what is to be written down */
export function runHours(): object {
  const name = 'H: opening hours';
  console.log(`${name}; look-ups with ${process.env['TZ']} as the time zone of the process\n`);
  const lookUps = printed(lookUpRaces());
  const values = eachValue();
  console.log(`${values.table}\n`);
  const bytes = lookUpBytes();
  console.log(`${bytes.table}\n`);
  const compiling = printed(compileRaces());
  const data = readData('S', '');
  console.log(`${data.name}, open for 15 minutes from a time of a Monday on\n`);
  const from = riders(data, questions);
  const nearest = [...nearestOpenRaces(data, from)];
  console.log(`${tableOf('nearest 10', nearest)}\n`);
  const along = [...alongOpenRaces(data, cityRoutes(6))];
  console.log(`${tableOf('along 20 km, 200 m either side', along)}\n`);
  const firsts = firstQueries(data, from);
  console.log(`${tableOfFirsts(firsts)}\n`);
  return {
    name,
    races: [...lookUps, ...compiling],
    values: values.values,
    bytes: bytes.bytes,
    nearest,
    along,
    firsts,
  };
}
