import { Type } from 'typebox';
import { ofRow } from './ofRow';
import { count, exact, oneOf, orNull, text, version, type Published } from './values';

const changed = exact({
  path: text('Of its file, below the pipeline’s folder.'),
  title: text(),
  sourceId: orNull(text()),
  added: Type.Array(
    exact({
      row: count('Its number in the file; the first one is 1.'),
      text: text('As one line, the way the deal’s file has it.'),
    }),
  ),
});

export const additions = exact(
  {
    version,
    file: text('As named on the command line.'),
    folder: text('The folder of the pipeline; the paths are below it.'),
    dryRun: Type.Boolean({ description: 'Nothing was written.' }),
    what: oneOf(['activities', 'people', 'accounts', 'moves'], 'What the table has.'),
    system: orNull(text(), 'The system whose export it is; null where that wasn’t recognised.'),
    rows: count(),
    columns: Type.Array(
      exact({
        column: text(),
        is: text('What was read of it, or “nothing”.'),
        samples: Type.Array(text(), { description: 'The first three values that differ.' }),
      }),
    ),
    changed: Type.Array(changed, { description: 'The deals that got something.' }),
    already: count('What the deals had already.'),
    notTaken: Type.Array(ofRow),
    notKept: orNull(text(), 'Why the next import won’t know of this one; null where it will.'),
    elsewhere: Type.Array(ofRow, {
      description:
        'Rows that belong to none of the deals here. They are no fault; where no row at all belongs here, they are in notTaken.',
    }),
  },
  { title: 'What an import of a table that was exported beside deals did: deal-notes import --json' },
);
export type AdditionsJson = Published<typeof additions>;
