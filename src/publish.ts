export * from './core';
export { applyDelta } from './dataset/delta/apply-delta';
export { writeDelta } from './dataset/delta/write-delta';
export {
  confidenceThreshold,
  type HoursReading,
  readHoursText,
} from './publish/hours-text';
export { offsetsOf } from './publish/time-zone';
export { encodePack } from './stations/encode-pack';
