import { type Opening, openingAt } from '../../src/core';
import { stateAt } from '../../src/dataset/schedule/opening';
import { peerHours } from './hours-peer';
import { checkLookUps, type LookUpAgreement } from './look-up-check';
import { type Contestant, isOurs, measure, type Result, timesLonger } from './measure';
import { type HoursQuestions, harderHours, hoursQuestions, sampleHours } from './raced-hours';
import { type Answered, columns, duration, factor, type Race } from './report';
import { weekArray } from './week-array';

const rounds = 9;
/** The peer takes many times as long: fewer in each round, others every time. */
const peerQuestions = 500;

/** Answers go somewhere, so that making them cannot be optimized away. */
const sink: { last: unknown } = { last: undefined };

export function* lookUpRaces(): Generator<Race> {
  const sample = sampleHours();
  for (const [what, values] of [
    [`the ${sample.length} hours of the sample`, sample],
    [`${harderHours.length} harder ones`, harderHours],
  ] as const) {
    const questions = hoursQuestions(values);
    const words = inWords(checkLookUps(questions));
    yield race(`opening, ${what}`, words, questions, [whole(questions), ...wholePeers(questions)]);
    yield race(`state alone, ${what}`, words, questions, [
      stateAlone(questions),
      statePeer(questions),
    ]);
  }
  const weekly = hoursQuestions(sampleHours().filter((hours) => !hours.includes('PH')));
  const contestants = [stateAlone(weekly), arrays(weekly), whole(weekly)];
  yield race(
    `state alone, ${weekly.values.length} of them that are weekly`,
    checkArrays(weekly),
    weekly,
    contestants,
  );
}

function inWords({ questions, ends }: LookUpAgreement): string {
  return `all ${questions.toLocaleString('en')} states and ${ends.toLocaleString('en')} ends right`;
}

function race(
  title: string,
  words: string,
  { millis }: HoursQuestions,
  contestants: readonly Contestant<number>[],
): Race {
  const numbers = millis.map((_, question) => question);
  const answers = contestants
    .filter(({ name }) => isOurs(name))
    .map(({ name }): Answered => ({ name, words }));
  return { title, answers, results: measure(contestants, numbers, rounds) };
}

/** What apps call. */
function whole({ schedules, which, millis }: HoursQuestions): Contestant<number> {
  return {
    name: 'yizhan openingAt',
    run: (question) => {
      const opening: Opening = openingAt(schedules[which[question]!]!, millis[question]!);
      sink.last = opening;
      return opening.until === undefined ? 0 : 1;
    },
  };
}

/** What a filter asks for; with a whole stay it also looks for the end. */
function stateAlone({ schedules, which, millis }: HoursQuestions): Contestant<number> {
  return {
    name: 'yizhan, state alone',
    run: (question) =>
      stateAt(schedules[which[question]!]!, millis[question]!) === 'open' ? 1 : 0,
  };
}

function wholePeers({ values, which, millis }: HoursQuestions): Contestant<number>[] {
  const peers = values.map(peerHours);
  const dates = millis.map((at) => new Date(at));
  return [
    {
      name: 'opening_hours getState, getNextChange',
      inputs: peerQuestions,
      run: (question) => {
        const peer = peers[which[question]!]!;
        const isOpen = peer.getState(dates[question]!);
        sink.last = peer.getNextChange(dates[question]!);
        return isOpen ? 1 : 0;
      },
    },
    {
      name: 'opening_hours getStatePair',
      inputs: peerQuestions,
      run: (question) => {
        const pair = peers[which[question]!]!.getStatePair(dates[question]!);
        sink.last = pair;
        return pair[0] ? 1 : 0;
      },
    },
  ];
}

function statePeer({ values, which, millis }: HoursQuestions): Contestant<number> {
  const peers = values.map(peerHours);
  const dates = millis.map((at) => new Date(at));
  return {
    name: 'opening_hours getState',
    inputs: peerQuestions,
    run: (question) => (peers[which[question]!]!.getState(dates[question]!) ? 1 : 0),
  };
}

function arrays({ values, which, millis }: HoursQuestions): Contestant<number> {
  const weeks = values.map(weekArray);
  return {
    name: 'array by minute of the week',
    run: (question) => weeks[which[question]!]!(millis[question]!),
  };
}

function checkArrays({ values, schedules, which, millis }: HoursQuestions): string {
  const weeks = values.map(weekArray);
  millis.forEach((at, question) => {
    const value = which[question]!;
    const isOpen = weeks[value]!(at) === 1;
    if (isOpen === (stateAt(schedules[value]!, at) === 'open')) return;
    throw new Error(`the array differs, ${values[value]} at ${new Date(at).toISOString()}`);
  });
  return 'as the array';
}

/** Each of the harder values by itself, for one slow value hides among many. */
export function eachValue(): { readonly table: string; readonly values: readonly object[] } {
  const pace = { turnMs: 10, warmUpMs: 50 };
  const raced = harderHours.map((hours) => {
    const questions = hoursQuestions([hours]);
    const numbers = questions.millis.map((_, question) => question);
    const [peer] = wholePeers(questions);
    const contestants = [whole(questions), stateAlone(questions), { ...peer!, inputs: 50 }];
    const results = measure(contestants, numbers, 7, pace) as [Result, Result, Result];
    return { hours, results };
  });
  const rows = raced.map(({ hours, results: [opening, state, peer] }) => [
    hours,
    duration(opening.microseconds),
    duration(state.microseconds),
    `${factor(timesLonger(peer, opening))} ×`,
    '',
  ]);
  const headings = ['a value at a time', 'openingAt', 'state', 'opening_hours, both', ''];
  return { table: columns([headings, ...rows]), values: raced };
}
