export * from './core';
export { type NodeOpenOptions, openStations } from './hosts/node/open-stations';
