/** A text that cannot be changed safely, with the reason as the rest of a sentence. Caught by `editFrontMatter`. */
export class NotEditable extends Error {}
