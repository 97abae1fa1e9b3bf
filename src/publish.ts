export * from './core';
export { applyDelta } from './dataset/delta/apply-delta';
export { writeDelta } from './dataset/delta/write-delta';
export type {
  Delta,
  ManifestPack,
  ManifestPayload,
  SignedObject,
  Snapshot,
} from './dataset/manifest/payload';
export {
  type CurrentKeys,
  floorAfterRotation,
  type KeysPayload,
  type PinnedKeys,
  splitStatements,
  verifyRotation,
} from './dataset/manifest/rotation';
export type { Shrink } from './dataset/manifest/shrink';
export {
  type SequenceFloor,
  type Verdict,
  type VerifyOptions,
  verifyManifest,
} from './dataset/manifest/verify-manifest';
export type { Layout } from './publish/build/areas';
export type { BuildOptions } from './publish/build/build-options';
export { type BuiltSite, buildSite } from './publish/build/build-site';
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
export type { Draft, Origin } from './publish/import/draft';
export type { Finding, Severity } from './publish/import/finding';
export type {
  ColumnReading,
  CrsReading,
  ImportReport,
  MapPoint,
  TableReading,
} from './publish/import/import-report';
export {
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
  importStations,
  type TextSink,
} from './publish/import/import-stations';
export { type Mapping, readMapping } from './publish/import/mapping';
export {
  guessMapping,
  type ReadOptions,
  type ReadProgress,
  type ReadRow,
  readTables,
  type Table,
} from './publish/import/read-drafts';
export type { TableFormat } from './publish/import/tables/formats';
export {
  describeFinding,
  localeOf,
  type ReportCsvOptions,
  type ReportHtmlOptions,
  type ReportLocale,
  type ReportOutline,
  reportCsv,
  reportHtml,
} from './publish/report';
export type { Fault } from './publish/serve/faults';
export {
  type FaultTarget,
  type RunningServer,
  type ServeOptions,
  serveSite,
} from './publish/serve/serve-site';
export {
  readKeyFile,
  readKeysFrom,
  type SigningKey,
  writeNewKey,
} from './publish/sign/private-keys';
export { type NewKeys, type Rotation, rotateKeys } from './publish/sign/rotate-keys';
export { type SignedSite, signSite } from './publish/sign/sign-site';
export { PublishError, type PublishErrorCode } from './publish/site/publish-error';
export { offsetsOf } from './publish/time-zone';
export { folderReader } from './publish/verify/folder-reader';
export { httpReader } from './publish/verify/http-reader';
export type { SiteReader } from './publish/verify/site-reader';
export { type SiteReport, type VerifySiteOptions, verifySite } from './publish/verify/verify-site';
export { encodePack } from './stations/encode-pack';
