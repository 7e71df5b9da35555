import { count, exact, orNull, text } from './values';

/** A message about one row of an imported table. */
export const ofRow = exact({
  row: count('Its number in the file; the first one is 1.'),
  column: orNull(text(), 'null where it is about the whole row.'),
  message: text('For people; the wording may change.'),
});
