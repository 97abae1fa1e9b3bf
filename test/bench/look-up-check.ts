import { chinaHolidays, type Opening, openingAt } from '../../src/core';
import { stateAt } from '../../src/dataset/schedule/opening';
import { evaluateHours } from '../support/evaluate-hours';
import { peerHolidays, peerHours } from './hours-peer';
import { type HoursQuestions, schedulesFor } from './raced-hours';

/** What was compared. */
export interface LookUpAgreement {
  readonly questions: number;
  /** Of those, how many also by when the state changes. */
  readonly ends: number;
}

/**
 * Stops the benchmark when a look-up is wrong. With China's calendar the states are compared with the rules
 * evaluated for that one minute; with the peer's also with the peer, and by when it says that they change.
 */
export function checkLookUps(questions: HoursQuestions): LookUpAgreement {
  const { values, schedules, which, millis } = questions;
  const asPeer = schedulesFor(peerHolidays(), values);
  const peers = values.map(peerHours);
  let ends = 0;
  millis.forEach((at, question) => {
    const value = which[question]!;
    const differs = (what: string, right: unknown, ours: unknown) => {
      const where = `${values[value]} at ${new Date(at).toISOString()}`;
      return new Error(`openingAt() answers wrongly, ${where}: ${what} ${right}, not ${ours}`);
    };
    const { state } = openingAt(schedules[value]!, at);
    const local = new Date(at + 480 * 60_000);
    const evaluated = evaluateHours(values[value]!, local, chinaHolidays).state;
    if (state !== evaluated) throw differs('evaluated', evaluated, state);
    if (state !== stateAt(schedules[value]!, at)) throw differs('state alone', state, 'the same');
    const ours = openingAt(asPeer[value]!, at);
    const theirs = peers[value]!.getStateString(new Date(at), true);
    if (ours.state !== theirs) throw differs('the peer says', theirs, ours.state);
    const change = changeOf(peers[value]!, new Date(at));
    if (change === 'no other state') return;
    ends++;
    const isRight =
      change === undefined ? isEndless(ours) : ours.until?.getTime() === change.getTime();
    if (!isRight) throw differs('until', change?.toISOString(), ours.until?.toISOString());
  });
  return { questions: millis.length, ends };
}

/** The peer's next change, which may be one of the comment alone, or of the rule. */
function changeOf(
  peer: ReturnType<typeof peerHours>,
  at: Date,
): Date | undefined | 'no other state' {
  const next = peer.getNextChange(at);
  if (next === undefined) return undefined;
  const isSame = peer.getStateString(next, true) === peer.getStateString(at, true);
  return isSame ? 'no other state' : next;
}

/** What is worked out day by day is unknown from the last day on that it was compiled for. */
const lastInstant = Date.UTC(2031, 0, 1, -8);

function isEndless({ until }: Opening): boolean {
  return until === undefined || until.getTime() === lastInstant;
}
