import type { Crs } from '../../geo/crs';
import type { LngLat } from '../../geo/position';
import type { Outline } from './outline';

/** The districts that outlines were given for. */
export class Districts {
  private readonly byCode: ReadonlyMap<number, Outline>;

  /** @param assumedCrs what the outlines were taken to be in, where nobody said */
  constructor(
    readonly outlines: readonly Outline[],
    readonly assumedCrs?: Crs | undefined,
  ) {
    this.byCode = new Map(
      outlines.filter(({ code }) => code !== '').map((outline) => [Number(outline.code), outline]),
    );
  }

  get(code: number): Outline | undefined {
    return this.byCode.get(code);
  }

  /** The district that holds a place. */
  at(place: LngLat): Outline | undefined {
    return this.outlines.find((outline) => outline.holds(place));
  }

  /** The one district that a text names: 上海市黄浦区河南南路1073号. Two are none. */
  namedIn(text: string): Outline | undefined {
    if (text === '') return undefined;
    const named = this.outlines.filter(({ name }) => name.length > 1 && text.includes(name));
    return named.length === 1 ? named[0] : undefined;
  }

  /** Metres outside all of them; 0 inside one. */
  metersOutside(place: LngLat): number {
    if (this.at(place) !== undefined) return 0;
    return Math.min(...this.outlines.map((outline) => outline.metersFromEdge(place)));
  }
}
