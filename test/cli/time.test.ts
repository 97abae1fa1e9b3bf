import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments';
import { instantOf, readTime } from '../../src/cli/time';
import { offsetsOf } from '../../src/publish/time-zone';

const china = [{ from: Number.NEGATIVE_INFINITY, minutes: 480 }];
const london = offsetsOf('Europe/London', '2024-01-01', '2030-12-31');
const now = Date.parse('2026-11-23T22:00Z');

function read(text: string, clock = china): string {
  const time = readTime(readArguments(['--at', text], { at: { value: 'TIME', help: '' } }), 'at');
  return new Date(instantOf(time!, clock, now)).toISOString();
}

describe('times', () => {
  it.each([
    ['2026-11-23T22:30', '2026-11-23T14:30:00.000Z'],
    ['2026-11-23 22:30:15', '2026-11-23T14:30:15.000Z'],
    ['2026-11-23T22:30Z', '2026-11-23T22:30:00.000Z'],
    ['2026-11-23T22:30:15.250z', '2026-11-23T22:30:15.000Z'],
    ['2026-11-23T22:30+08:00', '2026-11-23T14:30:00.000Z'],
    ['2026-11-23T22:30+00:00', '2026-11-23T22:30:00.000Z'],
    ['2026-11-23T22:30-0530', '2026-11-24T04:00:00.000Z'],
    ['2026-11-23T22:30+01', '2026-11-23T21:30:00.000Z'],
    // It is the 24th in China already.
    ['9:05', '2026-11-24T01:05:00.000Z'],
    ['09:05Z', '2026-11-23T09:05:00.000Z'],
    ['2000-01-01T00:00Z', '2000-01-01T00:00:00.000Z'],
    ['2199-12-31T23:59Z', '2199-12-31T23:59:00.000Z'],
  ])('%s is %s', (text, instant) => expect(read(text)).toBe(instant));

  it.each([
    '',
    'now',
    '2026-11-23',
    '2026-11-31T10:00',
    '2026-02-29T10:00',
    '2026-11-23T24:00',
    '2026-11-23T10:60',
    '2026-11-23T10',
    '2026-11-23T10:00+15:00',
    '2026-11-23T10:00 Europe/London',
    '1999-12-31T23:59',
    '2200-01-01T00:00',
    '23/11/2026 10:00',
    '1795430000000',
  ])('%j is none', (text) => {
    expect(() => read(text)).toThrow(
      'Invalid option --at: expected a time such as 2026-11-23T22:30',
    );
  });

  it.each([
    ['2026-03-29T00:59', '2026-03-29T00:59:00.000Z'],
    // The clock goes from 01:00 to 02:00: half past one is half an hour after that.
    ['2026-03-29T01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-07-01T12:00', '2026-07-01T11:00:00.000Z'],
    // From 02:00 back to 01:00: half past one comes twice.
    ['2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T02:00', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25T00:59', '2026-10-24T23:59:00.000Z'],
  ])('%s in London is %s', (text, instant) => expect(read(text, london)).toBe(instant));
});
