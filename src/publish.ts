export * from './core';
export {
  confidenceThreshold,
  type HoursReading,
  readHoursText,
} from './publish/hours-text';
export { offsetsOf } from './publish/time-zone';
