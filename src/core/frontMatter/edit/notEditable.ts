/** A text that cannot be changed safely, with the reason as the rest of a sentence. Caught by `editFrontMatter`. */
export class NotEditable extends Error {
  /** @param key the key that stands in the way, where it is one */
  constructor(
    reason: string,
    readonly key?: string,
  ) {
    super(reason);
  }
}
