import { plainText } from '../core/escape';
import type { Problem } from '../core/problem';
import type { Says } from '../core/says';
import { ENGLISH } from './en/said/all';
import type { Language } from './languages';
import type { Sentence } from './sentences';

/** By the languages that we speak: one that lacks a sentence is an error of the compiler. */
export const SENTENCES: Readonly<Record<Language, typeof ENGLISH>> = { en: ENGLISH };

/** Many sentences quote the file, which may hold anything. */
const MAX_SENTENCE = 400;

/** What is to be said, in words: on one line, whatever the arguments hold. */
export function sentence(says: Says): string {
  return sentenceIn('en', says);
}

export function sentenceOf({ says }: Pick<Problem, 'says'>): string {
  return sentence(says);
}

function sentenceIn(language: Language, { say, args }: Says): string {
  const sentences = SENTENCES[language];
  const inWords = sentences[say as keyof typeof sentences] as Sentence<object>;
  return plainText(
    inWords(args, within => sentenceIn(language, within)),
    MAX_SENTENCE,
  );
}
