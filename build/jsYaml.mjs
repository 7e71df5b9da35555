// js-yaml without the quarter of it that writes YAML: files are edited at their places, and nothing is written anew.
// @ts-expect-error: its parts have no types
export { load } from '../node_modules/js-yaml/lib/loader.js';
// @ts-expect-error: its parts have no types
export { default as FAILSAFE_SCHEMA } from '../node_modules/js-yaml/lib/schema/failsafe.js';
// @ts-expect-error: its parts have no types
export { default as Type } from '../node_modules/js-yaml/lib/type.js';

/** gray-matter takes hold of these two when it is loaded and is never asked to call them; js-yaml 4 no longer has them. */
export function safeLoad() {
  throw new Error('js-yaml has no such function any more.');
}
export { safeLoad as safeDump };
