import type { Crs, StationSet } from '../../src/core';
import { answers, type Library } from './answers';
import { type HostUnderTest, hostContract } from './host-contract';

/* Says, line by line, which promises a host keeps, and what the library answers. Nothing but the language. */

type Say = (line: string) => void;

/** @param makeHost a phone that has nothing yet, anew for each promise */
export async function tellContract(
  name: string,
  makeHost: () => HostUnderTest | Promise<HostUnderTest>,
  say: Say,
): Promise<void> {
  for (const clause of hostContract) {
    try {
      await clause.check(await makeHost());
      say(`kept\t${name}\t${clause.name}`);
    } catch (error) {
      const { message, stack } = error as Error;
      const where = `${message} ${stack}`.replace(/\s+/g, ' ').slice(0, 800);
      say(`broken\t${name}\t${clause.name}\t${where}`);
    }
  }
}

export function tellAnswers(library: Library, sets: ReadonlyMap<Crs, StationSet>, say: Say): void {
  for (const line of answers(library, (crs) => sets.get(crs)!)) say(`answer\t${line}`);
}

/** Says that all of it was said, or what kept it from being said. */
export function tellAll(work: Promise<void>, say: Say): void {
  work.then(
    () => say('end'),
    (error: Error) => say(`broken\tall\t${error.message} ${error.stack}`.replace(/\s+/g, ' ')),
  );
}
