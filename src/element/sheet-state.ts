import type { Service } from '../dataset/vocabulary';
import type { District } from './model';
import type { Notice } from './notices';
import type { RowActions } from './rows';
import type { View } from './view';
import type { Words } from './words';

export interface SheetActions extends RowActions {
  close(): void;
  choose(service: Service): void;
  openNow(): void;
  /** Whether along the route, or all around. */
  tab(onRoute: boolean): void;
  more(): void;
  farther(reachMeters: number): void;
  clear(): void;
  locate(): void;
  district(district: District): void;
  retry(): void;
}

export interface SheetState {
  readonly words: Words;
  readonly lang: string;
  readonly hasRoute: boolean;
  readonly onRoute: boolean;
  readonly openNow: boolean;
  readonly hasFilters: boolean;
  readonly canLocate: boolean;
  /** Ids of the stations that the rider has reported. */
  readonly reported: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  readonly content: Message | View;
}

/** What the sheet is to show instead of stations. */
export type Message =
  | { readonly kind: 'locating' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loading'; readonly share: number | undefined }
  | {
      readonly kind: 'no-place';
      readonly why: 'refused' | 'unavailable';
      readonly districts: readonly District[];
    };
