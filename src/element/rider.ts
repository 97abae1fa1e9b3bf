import type { Crs } from '../geo/crs';
import { type Position, readPosition } from '../geo/position';
import type { Place } from '../nearby/model';
import { findPlace, type Locate } from './locate';

/** Where the rider is: as the app says, else as the phone does, else as the rider chooses. */
export class Rider {
  /** The app's own way to find out. */
  locate: Locate | undefined;
  private said: Position | undefined;
  private known: Place = { kind: 'unknown' };

  constructor(private readonly onChange: () => void) {}

  get place(): Place {
    return this.known;
  }

  get position(): Position | undefined {
    return this.said;
  }

  /** What the app says, from now on; `undefined`: the phone is asked again. */
  set position(position: Position | undefined) {
    const place: Place =
      position === undefined
        ? { kind: 'unknown' }
        : { kind: 'here', position: readPosition(position) };
    this.said = position;
    this.become(place);
  }

  choose(place: Place): void {
    this.known = place;
  }

  /** Asks the phone, unless the app has said it. */
  async find(crs: Crs): Promise<void> {
    if (this.said !== undefined) return;
    if (!('position' in this.known)) this.become({ kind: 'locating' });
    const found = await findPlace(crs, this.locate);
    if (this.said !== undefined) return;
    // Where the rider was a minute ago is better than nothing.
    if ('position' in found || !('position' in this.known)) this.become(found);
  }

  private become(place: Place): void {
    this.known = place;
    this.onChange();
  }
}
