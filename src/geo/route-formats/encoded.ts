import { InvalidRouteError } from '../../errors';
import type { RouteSource } from './response';

/** A text to decode, and how to say what is wrong at which index of it. */
export interface Encoded {
  readonly text: string;
  readonly fail: (message: string, index: number) => never;
}

/**
 * What was given, when that is a bare text: `undefined` when it is a response. Blanks and a byte order
 * mark around it are no part of it.
 */
export function bareText({ value, text: given }: RouteSource): Encoded | undefined {
  if (typeof value !== 'string') return undefined;
  return value === given ? wholeText(value) : memberText(value.trim(), 'the quoted text', given);
}

export function wholeText(given: string): Encoded {
  const text = given.trim();
  const before = given.length - given.trimStart().length;
  return {
    text,
    fail: (message, index) => {
      throw new InvalidRouteError(message, before + index + 1);
    },
  };
}

/**
 * A text inside a response. Its error says in which member, and at which character of the response
 * where that was given as text too.
 */
export function memberText(text: string, member: string, response: string | undefined): Encoded {
  return {
    text,
    fail: (message, index) => {
      // Providers escape no more than they must, as we do; a text that is there twice fails at its first.
      const start =
        response === undefined || text === '' ? -1 : response.indexOf(JSON.stringify(text));
      const written = JSON.stringify(text.slice(0, index)).length - 2;
      if (start >= 0) throw new InvalidRouteError(`${message}, in ${member}`, start + written + 2);
      throw new InvalidRouteError(`${message}, at character ${index + 1} of ${member}`);
    },
  };
}
