/** A command that makes no sense as it was typed, in words for the person who typed it. Ends with exit code 2. */
export class UsageError extends Error {}
