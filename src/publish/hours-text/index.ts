export { confidenceThreshold } from './confidence';
export { type HoursReading, readHoursText } from './reading';
