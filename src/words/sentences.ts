import type { Says } from '../core/says';

/** A sentence for each key: a key that has none is an error of the compiler. */
export type Sentences<Keys> = { readonly [Key in keyof Keys]: Sentence<Keys[Key]> };

/** @param within what something is to be said of, or because of, that is a sentence itself */
export type Sentence<Args> = (args: Args, within: (says: Says) => string) => string;
