import { plainText } from '../core/escape';
import type { Problem } from '../core/problem';
import type { Says } from '../core/says';
import { SENTENCES } from './said/all';
import type { Sentence } from './said/sentences';

/** Many sentences quote the file, which may hold anything. */
const MAX_SENTENCE = 400;

/** What is to be said, in words: on one line, whatever the arguments hold. */
export function sentence({ say, args }: Says): string {
  const inWords = SENTENCES[say as keyof typeof SENTENCES] as Sentence<object>;
  return plainText(inWords(args, sentence), MAX_SENTENCE);
}

export function sentenceOf({ says }: Pick<Problem, 'says'>): string {
  return sentence(says);
}
