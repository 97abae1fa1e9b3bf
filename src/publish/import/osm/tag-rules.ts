/** What one tag means. `value` is a pattern for the whole of it; without one any `yes`. */
export interface TagRule {
  readonly key: string;
  readonly value?: RegExp;
  readonly code: string;
}

const rule = (key: string, value: string | undefined, code: string): TagRule => ({
  key,
  code,
  ...(value !== undefined && { value: new RegExp(`^(?:${value})$`) }),
});

/** A tag says that there is something, unless it says no. */
export const isDenied = (value: string) => /^(?:no|none|false|0|unknown)$/.test(value);

/** Tags (wiki.openstreetmap.org/wiki/Map_features) and the services they stand for. */
export const serviceRules: readonly TagRule[] = [
  rule('amenity', 'toilets', 'toilet'),
  rule('building', 'toilets', 'toilet'),
  rule('toilets', undefined, 'toilet'),
  rule('toilet', undefined, 'toilet'),
  rule('toilets:wheelchair', undefined, 'toilet'),
  rule('amenity', 'drinking_water|water_point', 'water'),
  rule('drinking_water', 'yes|public|treated|restricted|private', 'water'),
  rule('drinking_water:refill', undefined, 'water'),
  rule('amenity', 'shower|public_bath', 'shower'),
  rule('shower', undefined, 'shower'),
  rule('amenity', 'charging_station', 'vehicle-charging'),
  rule('amenity', 'device_charging_station', 'phone-charging'),
  rule('device_charging', undefined, 'phone-charging'),
  rule('power_supply', undefined, 'phone-charging'),
  rule('battery_swap', undefined, 'battery-swap'),
  rule('battery_swapping', undefined, 'battery-swap'),
  rule('amenity', 'battery_swap(?:ping)?(?:_station)?', 'battery-swap'),
  rule('internet_access', 'yes|wlan|wifi|terminal;wlan|wlan;terminal', 'wifi'),
  rule('wifi', undefined, 'wifi'),
  rule('changing_table', undefined, 'mother-baby'),
  rule('baby_changing', undefined, 'mother-baby'),
  rule('diaper', undefined, 'mother-baby'),
  rule('baby_feeding', undefined, 'mother-baby'),
  rule('amenity', 'baby_care|nursing_room', 'mother-baby'),
  rule('amenity', 'bench|shelter|lounge|lounger', 'rest'),
  rule('bench', undefined, 'rest'),
  rule('shelter', undefined, 'rest'),
  rule('indoor_seating', undefined, 'rest'),
  rule('outdoor_seating', undefined, 'rest'),
  rule('seats', '[1-9]\\d*', 'rest'),
  rule('highway', 'rest_area|services', 'rest'),
  rule('air_conditioning', undefined, 'aircon'),
  rule('heating', undefined, 'heating'),
  rule('microwave', undefined, 'microwave'),
  rule('microwave_oven', undefined, 'microwave'),
  rule('refrigerator', undefined, 'fridge'),
  rule('fridge', undefined, 'fridge'),
  rule('amenity', 'cafe|restaurant|fast_food|food_court|canteen|pub', 'meals'),
  rule('amenity', 'clinic|hospital|doctors|pharmacy|health_post', 'medical'),
  rule('emergency', 'defibrillator|first_aid_kit|first_aid', 'first-aid'),
  rule('defibrillator', undefined, 'first-aid'),
  rule('first_aid', undefined, 'first-aid'),
  rule('amenity', 'library|public_bookcase|reading_room', 'reading'),
  rule('shop', 'hairdresser', 'haircut'),
  rule('shop', 'laundry', 'laundry'),
  rule('amenity', 'laundry', 'laundry'),
  rule('washing_machine', undefined, 'laundry'),
  rule('laundry', undefined, 'laundry'),
  rule('amenity', 'parking|motorcycle_parking|bicycle_parking|parking_space', 'parking'),
  rule('amenity', 'bicycle_repair_station', 'vehicle-repair'),
  rule('shop', 'car_repair|motorcycle_repair|bicycle_repair', 'vehicle-repair'),
  rule('service:bicycle:repair', undefined, 'vehicle-repair'),
  rule('service:bicycle:pump', undefined, 'vehicle-repair'),
  rule('compressed_air', undefined, 'vehicle-repair'),
  rule('amenity', 'parcel_locker|luggage_locker', 'parcel-handover'),
  rule('office', 'employment_agency', 'job-guidance'),
  rule('office', 'lawyer', 'legal-aid'),
  rule('tourism', 'hostel|guest_house|hotel|motel', 'housing'),
];

/** The sort of place, where the name does not tell; the first that fits. */
export const kindRules: readonly TagRule[] = [
  rule('amenity', 'parking|motorcycle_parking|parking_space', 'parking-spot'),
  rule('tourism', 'museum|attraction|gallery|viewpoint|theme_park|zoo', 'scenic-venue'),
  rule('leisure', 'park|garden|sports_centre|stadium', 'scenic-venue'),
  rule('tourism', 'hostel|guest_house|hotel|motel', 'lodging'),
  rule('shop', '.+', 'merchant'),
  rule('amenity', 'cafe|restaurant|fast_food|food_court|pub|bar|fuel|bank|pharmacy', 'merchant'),
  rule('highway', 'rest_area|services', 'trucker-stop'),
  rule('amenity', '.+', 'public-facility'),
  rule('building', 'toilets', 'public-facility'),
  rule('emergency', '.+', 'public-facility'),
];

/** Who may come in; `private` and `no` are kept as they are, for no code says that. */
export const accessRules: readonly TagRule[] = [
  rule('access', 'yes|public|permissive|designated|destination', 'open'),
  rule('access', 'customers|permit', 'staff'),
  rule('toilets:access', 'yes|public|permissive', 'open'),
  rule('toilets:access', 'customers', 'staff'),
];

/** Tags that are one of our fields as they stand; of several the first that is there. */
export const fieldTags: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'name:zh', 'name:zh-Hans'],
  nameEn: ['name:en', 'int_name'],
  host: ['operator', 'owner', 'brand'],
  hours: ['opening_hours'],
  phone: ['phone', 'contact:phone', 'mobile', 'contact:mobile'],
  verifiedAt: ['check_date', 'check_date:opening_hours', 'survey:date', 'last_checked'],
  updatedAt: ['@timestamp', 'timestamp'],
  source: ['source'],
  photos: ['image'],
  capacity: ['seats'],
  beds: ['beds'],
  'providerIds:amap': ['ref:amap', 'amap:id'],
};
