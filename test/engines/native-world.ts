import { addTimers } from './timers';

/* Hermes has little beyond the language; React Native brings timers. */

addTimers();
