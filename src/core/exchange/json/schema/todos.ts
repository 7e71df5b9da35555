import { day, exact, ordinal, orNull, text, type Published } from './values';

export const todo = exact(
  {
    on: day(),
    what: text('Empty if the line has only a day.'),
    who: orNull(text(), 'Whoever the line names behind “@”, such as buyer.'),
    line: ordinal('Of the file.'),
  },
  {
    description: 'An open task in the notes that begins with a day: “- [ ] 2026-12-04 Legal review @buyer”.',
  },
);
export type TodoJson = Published<typeof todo>;
