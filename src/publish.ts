export * from './core';
export { applyDelta } from './dataset/delta/apply-delta';
export { writeDelta } from './dataset/delta/write-delta';
export { ExportError } from './publish/export/export-error';
export {
  type ExportFormat,
  type ExportOptions,
  exportFormats,
  exportStations,
} from './publish/export/export-stations';
export {
  confidenceThreshold,
  type HoursReading,
  readHoursText,
} from './publish/hours-text';
export { offsetsOf } from './publish/time-zone';
export { encodePack } from './stations/encode-pack';
