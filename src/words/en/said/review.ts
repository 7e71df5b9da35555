import type { ReviewSays } from '../../../core/review/say';
import type { Sentences } from '../../sentences';
import { quoted } from './quoted';

export const REVIEW: Sentences<ReviewSays> = {
  noSuchPart: ({ typed, names, meant }) =>
    `The review has no part ${quoted(typed)}, so it stays as it is. ${
      meant === undefined
        ? `The parts are ${names.map(name => `{{${name}}}`).join(', ')}.`
        : `Did you mean {{${meant}}}?`
    }`,
};
