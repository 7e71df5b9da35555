import { Type } from 'typebox';
import { ofRow } from './ofRow';
import { count, exact, oneOf, orNull, stageOfClosed, status, text, version, type Published } from './values';

const column = exact({
  column: text(),
  becomes: text('A field, a key of the team’s own, “notes” or “nothing”.'),
  isOwnKey: Type.Boolean(),
  samples: Type.Array(text(), { description: 'The first three values that differ.' }),
});

const mappedStage = exact({
  name: text(),
  becomes: text('One of the seven stages, “won” or “lost”.'),
  how: oneOf(
    ['known', 'word', 'spread', 'said'],
    'By a list or the team’s names; by a word that many teams use; by order of appearance; by a mapping.',
  ),
});

const deal = exact({
  row: count(),
  path: text('Of its file, below the pipeline’s folder.'),
  title: text(),
  stage: stageOfClosed,
  status,
  sourceId: orNull(text()),
});

const likely = exact({
  row: count(),
  title: text(),
  path: text('Of the deal that may be the same.'),
  by: oneOf(
    ['id', 'title', 'contact', 'domain'],
    'By account and title, a contact’s address, or its domain.',
  ),
});

const again = exact({
  row: count(),
  title: text(),
  path: text('Of its file, below the pipeline’s folder.'),
  sourceId: orNull(text()),
  fields: Type.Array(
    exact({
      field: text(
        'Its key in front matter, or “notes”; “stage” is where the deal stands, also when it’s closed.',
      ),
      here: text('What the file said; empty where it said nothing.'),
      there: text('What the table says.'),
    }),
  ),
});

export const imports = exact(
  {
    version,
    file: text('As named on the command line.'),
    folder: text('The folder of the pipeline; the paths are below it.'),
    dryRun: Type.Boolean({ description: 'Nothing was written.' }),
    system: orNull(text(), 'The system whose export it is; null where that wasn’t recognised.'),
    kind: text('What source_id begins with.'),
    mappingBy: oneOf(['kept', 'named', 'proposed']),
    rows: count('Rows that may be deals.'),
    columns: Type.Array(column),
    stages: Type.Array(mappedStage),
    created: Type.Array(deal),
    updated: Type.Array(again, { description: 'Deals that are there already, and what was taken over.' }),
    left: Type.Array(again, {
      description: 'What was changed here and in the table since the last import, and left as it is here.',
    }),
    unchanged: count('Deals that are there already, and in which nothing was taken over.'),
    likely: Type.Array(likely, { description: 'Deals made by hand that rows may mean.' }),
    deleted: Type.Array(exact({ row: count(), title: text(), sourceId: orNull(text()) }), {
      description:
        'Deals that were imported before and aren’t here any more; without an id, perhaps renamed.',
    }),
    notTaken: Type.Array(ofRow),
    leftOut: Type.Array(ofRow, {
      description:
        'Rows that the mapping leaves out: of other pipelines, or closed in a stage that isn’t known.',
    }),
    chosen: exact({
      currency: orNull(text(), 'Of values that name none.'),
      owner: orNull(text(), 'Of deals that name none.'),
      closedStage: orNull(
        text(),
        'Of closed deals whose last stage isn’t known: a stage, “unknown” or “leave-out”.',
      ),
    }),
    noted: Type.Array(ofRow, {
      description:
        'Cells that make no sense where they stand: they are in the notes. Also those that were taken and are to be checked, such as the day of a close still to come.',
    }),
    lost: Type.Array(ofRow, { description: 'Cells with broken bytes, which aren’t taken.' }),
    notKept: orNull(text(), 'Why the next import won’t know of this one; null where it will.'),
    remarks: Type.Array(text('For people; the wording may change.')),
  },
  { title: 'What an import did: deal-notes import --json' },
);
export type ImportJson = Published<typeof imports>;
