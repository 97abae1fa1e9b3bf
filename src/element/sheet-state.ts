import type { Service } from '../dataset/vocabulary';
import type { Message } from '../nearby/content';
import type { District } from '../nearby/model';
import type { Notice } from '../nearby/notices';
import type { View } from '../nearby/view';
import type { Words } from '../nearby/words';
import type { RowActions } from './rows';

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
