import type { LngLat, Position } from '../geo/position';
import type { Access, Audience, Kind, Service } from './vocabulary';

export const statuses = ['active', 'suspended', 'planned'] as const;

/** Whether a station is in use. A `suspended` one is closed until further notice, a `planned` one not yet there. */
export type StationStatus = (typeof statuses)[number];

/** Places to leave a vehicle: how many, or `true` where nobody counted, or `false` for none. */
export interface Parking {
  readonly ebike?: number | boolean;
  readonly car?: number | boolean;
  readonly truck?: number | boolean;
}

/** Something featured or scheduled at a station: a clinic on Wednesdays, a meal discount. */
export interface Offer {
  readonly title: string;
  /** The service it belongs to. */
  readonly service?: Service;
  readonly description?: string;
  /** First day, `YYYY-MM-DD`. Missing: already running. */
  readonly from?: string;
  /** Last day, `YYYY-MM-DD`, included. Missing: until further notice. */
  readonly until?: string;
  /** When, in OpenStreetMap `opening_hours` syntax: `We 13:00-16:00`. Missing: whenever the station is open. */
  readonly hours?: string;
}

/** The station's own ids at the map providers. */
export interface ProviderIds {
  readonly amap?: string;
  readonly tencent?: string;
  readonly baidu?: string;
}

/** What a station and its record share: everything but the fields that a record may leave to a default. */
interface StationFields {
  readonly id: string;
  /** Without one, a station shows as its kind and address. */
  readonly name?: string;
  readonly nameEn?: string;
  readonly address?: string;
  /** The last metres: floor, gate, landmark. */
  readonly directions?: string;
  /** The programme it belongs to. */
  readonly programme?: string;
  /** Who runs it. */
  readonly host?: string;
  /** Six-digit administrative code: `310101` is Huangpu, Shanghai. */
  readonly district?: string;
  /** OpenStreetMap `opening_hours` syntax. */
  readonly hours?: string;
  /** The hours as supplied, in anybody's words. */
  readonly hoursText?: string;
  readonly phone?: string;
  /** Seats. */
  readonly capacity?: number;
  readonly parking?: Parking;
  readonly beds?: number;
  /** Addresses of pictures. */
  readonly photos?: readonly string[];
  readonly offers?: readonly Offer[];
  readonly providerIds?: ProviderIds;
  /** When somebody last saw that it is so: `YYYY-MM-DD` or an ISO 8601 instant. */
  readonly verifiedAt?: string;
  /** When the record last changed: `YYYY-MM-DD` or an ISO 8601 instant. */
  readonly updatedAt?: string;
  /** Where the record comes from. */
  readonly source?: string;
  /** Whatever else the dataset says, as it says it. */
  readonly extra?: { readonly [key: string]: unknown };
}

/**
 * One place where a rider can sit, drink, charge, wash or ask. Stations are frozen: a query returns
 * the set's own objects, and nothing that a caller does can change them.
 */
export interface Station extends StationFields {
  /** The entrance, where known: degrees, in the CRS of the set that returned it. */
  readonly position: LngLat;
  readonly kind: Kind;
  readonly services: readonly Service[];
  /** Who is welcome; none listed means everyone. */
  readonly audiences: readonly Audience[];
  /** How one gets in; none listed means nobody said. */
  readonly access: readonly Access[];
  readonly status: StationStatus;
}

/** What a station is made from: the same fields, with defaults for those that most sources leave out. */
export interface StationRecord extends StationFields {
  /** `{ lng, lat }` or `[lng, lat]`, degrees. */
  readonly position: Position;
  /** @default 'other' */
  readonly kind?: Kind;
  /** @default [] */
  readonly services?: readonly Service[];
  /** @default [] */
  readonly audiences?: readonly Audience[];
  /** @default [] */
  readonly access?: readonly Access[];
  /** @default 'active' */
  readonly status?: StationStatus;
}

/** A record's fields by name, in the order in which they are shown. */
export const fieldNames = [
  'id',
  'name',
  'nameEn',
  'position',
  'address',
  'directions',
  'kind',
  'programme',
  'host',
  'district',
  'services',
  'audiences',
  'access',
  'hours',
  'hoursText',
  'phone',
  'capacity',
  'parking',
  'beds',
  'photos',
  'offers',
  'providerIds',
  'status',
  'verifiedAt',
  'updatedAt',
  'source',
  'extra',
] as const satisfies readonly (keyof StationRecord)[];
