export { chinaHolidays } from './dataset/hours/china-holidays';
export { type CompiledHours, compileHours, type HoursOptions } from './dataset/hours/compile';
export type { Problem as HoursProblem } from './dataset/hours/rule';
export type { OnInvalid } from './dataset/records';
export * from './packs';
export type { StationSetOptions } from './stations/set-options';
export { StationSet, type StationSetReaders } from './stations/station-set-from';
