import type { Choices } from '../nearby/choices';
import type { Words } from '../nearby/words';
import type { NearbyEvents } from './events';
import type { Rider } from './rider';
import type { Sheet } from './sheet';
import type { SheetActions } from './sheet-state';

/** What taps change and whom they tell. */
export interface Hands {
  readonly choices: Choices;
  readonly rider: Rider;
  readonly sheet: Sheet;
  readonly words: Words;
  draw(): void;
  tell<Name extends keyof NearbyEvents>(name: Name, detail: NearbyEvents[Name]): boolean;
}

/** What taps do, but for those that only the element can answer. */
export function tapsOf(
  hands: Hands,
  others: Pick<SheetActions, 'close' | 'locate' | 'retry' | 'navigate'>,
): SheetActions {
  const { choices, rider } = hands;
  const then = (change: () => void) => {
    change();
    hands.draw();
  };
  const another = (change: () => void) => {
    then(change);
    hands.sheet.toFirst();
  };
  const filter = (change: () => void) => {
    another(change);
    const { services, openNow } = choices;
    hands.tell('yizhan-filter', { services, openNow });
  };
  return {
    ...others,
    choose: (service) => filter(() => choices.toggle(service)),
    openNow: () => filter(() => choices.toggleOpenNow()),
    clear: () => filter(() => choices.clear()),
    tab: (onRoute) => another(() => choices.turnTo(onRoute)),
    farther: (reachMeters) => another(() => choices.reachTo(reachMeters)),
    district: ({ name, position }) =>
      another(() => rider.choose({ kind: 'district', name, position })),
    more: () => {
      const before = choices.shown;
      then(() => choices.more());
      hands.sheet.focusRow(before);
    },
    call: (station) => hands.tell('yizhan-call', { station }),
    report: (station) => {
      hands.tell('yizhan-report', { station });
      then(() => choices.reported.add(station.id));
      hands.sheet.dialog.note(hands.words.reported);
    },
  };
}
