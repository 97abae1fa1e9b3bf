export { districtsOf } from './nearby/districts';
export { type ListOptions, listNearby } from './nearby/list-nearby';
export type { District, Place, Stations } from './nearby/model';
export { type Notice, type NoticeOptions, noticesOf } from './nearby/notices';
export type {
  Chip as NearbyChip,
  Nothing as NothingNearby,
  Row as NearbyRow,
  View as NearbyList,
} from './nearby/view';
export type { Locale, Words } from './nearby/words';
