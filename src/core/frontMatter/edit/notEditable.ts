import type { Says } from '../../says';

/** A text that cannot be changed safely. Caught by `editFrontMatter`. */
export class NotEditable extends Error {
  /** @param key the key that stands in the way, where it is one */
  constructor(
    readonly because: Says,
    readonly key?: string,
  ) {
    super(because.say);
  }
}
