import { compileHours } from '../../src/core';
import { peerHours } from './hours-peer';
import { type Contestant, measure } from './measure';
import type { Race } from './report';

const rounds = 7;
const pace = { turnMs: 20, warmUpMs: 100 };
const position = [121.4737, 31.2304] as const;

const kinds: readonly (readonly [string, string])[] = [
  ['weekly', 'Mo-Fr 09:00-11:30,13:30-17:00; Sa 09:00-12:00'],
  ['with holidays', 'Mo-Fr 09:00-11:30,13:30-17:00; PH off'],
  ['with seasons', 'Apr-Oct Mo-Su 09:00-20:00; Nov-Mar Mo-Su 09:00-17:00'],
  ['with the nth weekday', 'Sa[1,3] 09:00-12:00; We 14:00-17:00'],
  ['with the sun', 'Mo-Su sunrise-sunset'],
];

/** What it takes to make of a text what can be looked up; the peer's object also keeps what it needs to evaluate. */
export function* compileRaces(): Generator<Race> {
  for (const [title, hours] of kinds) {
    const contestants: Contestant<string>[] = [
      {
        name: 'yizhan compileHours, seven years',
        run: (text) => compileHours(text, { position }).schedule.periods.length,
      },
      { name: 'new opening_hours', run: (text) => (peerHours(text) === undefined ? 0 : 1) },
    ];
    const results = measure(contestants, [hours], rounds, pace);
    yield { title: `compile hours ${title}`, answers: [], results };
  }
}
