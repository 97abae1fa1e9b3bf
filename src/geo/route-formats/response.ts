import { InvalidRouteError } from '../../errors';
import { show } from '../../wording';
import type { LngLat } from '../position';

/** What is to be decoded: JSON that has been parsed, or a text that is none. */
export interface RouteSource {
  readonly value: unknown;
  /** The text it was given as, where it was. */
  readonly text: string | undefined;
}

/** The routes a source holds, best first; none is decoded before it is chosen. */
export type Alternatives = readonly (() => LngLat[])[];

/** The members of an object; none of what is no object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @throws InvalidRouteError */
export function unreadable(expected: string, value: unknown): never {
  throw new InvalidRouteError(`expected ${expected}, got ${show(value)}`);
}

/** A response that says why it holds no route. */
export function providerError(provider: string, ...said: readonly unknown[]): never {
  const words = said.filter((word) => word !== undefined && word !== null && word !== '');
  throw new InvalidRouteError(
    `${provider} answered with an error instead of a route: ${words.map(show).join(', ')}`,
  );
}
