import { addTimers, globals } from './timers';

/*
 * A world for an engine that is to have nothing but the language. Runs before everything else, takes away what an engine has beyond the globals of ECMAScript
 * 2017 and the methods of 2019 (iOS 12.1, Chrome 73), and puts `world` and the timers of
 * a mini-program into the global scope. Whoever runs the engine lets promises go on, then calls `world.step()`.
 */

/** What ECMAScript 2017 has, but for what mini-programs forbid: https://developers.weixin.qq.com/miniprogram/dev/guide/runtime/js-support.html */
const language = `Infinity NaN undefined isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI
  encodeURIComponent Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function
  Int8Array Int16Array Int32Array Map Number Object Promise Proxy RangeError ReferenceError RegExp Set String Symbol
  SyntaxError TypeError Uint8Array Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakSet JSON Math Reflect`;

/** Built-in methods that came later, by where they are. */
const later: readonly (readonly [object, string])[] = [
  [Array.prototype, 'at findLast findLastIndex toReversed toSorted toSpliced with'],
  [Array, 'fromAsync'],
  [String.prototype, 'matchAll replaceAll at isWellFormed toWellFormed'],
  [Object, 'hasOwn groupBy'],
  [Map, 'groupBy'],
  // Of 2018, but WeChat brings promises of its own on iOS.
  [Promise.prototype, 'finally'],
  [Promise, 'allSettled any try withResolvers'],
  [Symbol, 'matchAll'],
  [
    Object.getPrototypeOf(Uint8Array.prototype),
    'at findLast findLastIndex toReversed toSorted with',
  ],
  [Uint8Array, 'fromBase64 fromHex'],
  [Uint8Array.prototype, 'toBase64 toHex'],
  [Math, 'f16round sumPrecise'],
  [Error, 'captureStackTrace'],
];

/** Names that are needed to tell what came out. */
const kept = new Set([...language.split(/\s+/), 'say', 'pump', 'world']);

for (const name of Object.getOwnPropertyNames(globals)) {
  if (kept.has(name)) continue;
  if (!Reflect.deleteProperty(globals, name)) globals[name] = undefined;
}
for (const [home, names] of later)
  for (const name of names.split(' ')) Reflect.deleteProperty(home, name);

addTimers();
