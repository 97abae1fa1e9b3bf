/*
 * Values on which ours and the reference differ on purpose, with the reason. Reviewed one by one against
 * https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification; what is not listed is a failure.
 */

const night =
  'A night belongs to the day on which it begins. A day that is closed, or has hours of its own, takes ' +
  'its night with it, and leaves the night of the day before alone. The reference goes by the calendar ' +
  'day and does neither, to its users’ surprise (its issues 87, 261 and 441).';

const openEnd =
  'The evening before was left without an end, so nobody knows until when it went on; but the hours of ' +
  'the morning are known. The reference lets the guess win.';

const easterEnd =
  'A range of dates holds its last day. The reference leaves it out where that hangs on easter.';

const clockChange =
  'The night after the clocks were changed: the reference looks for the day before by taking 24 hours ' +
  'away, and comes to another day.';

/** Each value with its reason; of a value that is not ours to publish, the hash that the test prints. */
export const disagreements: ReadonlyMap<string, string> = new Map([
  ...because(night, [
    '21:00+; PH off',
    'Fr,Sa,Su 20:00+; 07:00-14:45 off; SH,PH off',
    '24/7; 17:00-01:45 closed; SH,PH off',
    '17:00-27:00; Sa 16:45-18:45,19:00-21:00',
    '14:00-04:00; Mo,We,Sa off; SH,PH off',
    'SH 14:00-04:00 open; Th-Mo,Tu 21:15-23:00',
    'Apr 09-17 14:30-18:00+; Sa-Su 09:00-10:00,13:00-14:00,17:45-18:45',
    'Sa-We,We 09:45-18:15+; Nov-Feb Sa 20:45-22:00',
    '05:15-08:00,10:15-11:00; 23:00-01:45 unknown; PH off',
    'Mo-Sa 08:15-11:30; 22:30-26:30 unknown; PH off',
    '07:00-18:15; Mo-Su 17:30-04:15; PH off',
    '13:00-22:15; 09:15-20:00,14:30-02:45; Tu-Su 09:45-24:00 unknown "summer"',
    'Apr Su[1]-Sep Su[-1] Sa,Su 19:30-25:15 unknown "by appointment"; SH off',
    'Mo-Su 20:00-00:45; 2025 Apr-Oct 14:45-15:00; We-Fr 08:30-08:45, 11:15-13:30, 16:30-19:15 unknown',
    'Mo-We,PH 00:00-24:00; Sa,Su 17:00-03:15; SH,PH off',
    'week 1-53/2 Tu-Fr sunset-02:00; Fr-Tu 17:15-23:15 open || Sa 05:45-08:15,14:00-18:30',
    // Of the real values.
    '90ef082960fc',
    '3171fde9c585',
    'd66bbfc080c7',
  ]),
  ...because(openEnd, ['Th-Su 06:00-21:15+']),
  ...because(easterEnd, [
    'Jan 10-easter Tu-Su 16:45-19:15; May off',
    'Sa-Su 07:15-22:00; Jan 10-easter Mo-Su 08:45-15:00,17:00-18:45,19:15-21:00',
    'Mo,We,Fr 10:45-17:00,19:15-21:15; Sa-Su off; easter -2 days-easter +1 day off',
    '24/7 open; easter -2 days-easter +1 day Mo,We,Fr 07:00-07:45,16:45-20:15 unknown; 08:45-12:00,16:45-17:15',
  ]),
  ...because(clockChange, [
    'May 03-Dec 17 Th-Su 06:15-08:00, 18:15-19:45; Th-Fr,PH 20:00-02:30',
    'Su-Fr 17:30-28:15, We,Su 05:00-13:00',
    'Su 14:30-25:45 unknown "by appointment"',
  ]),
]);

function because(reason: string, values: readonly string[]): [string, string][] {
  return values.map((value) => [value, reason]);
}
