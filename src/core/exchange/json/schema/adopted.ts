import { Type } from 'typebox';
import { count, exact, stage, text, version, type Published } from './values';

export const adopted = exact(
  {
    version,
    folder: text('As named on the command line.'),
    dryRun: Type.Boolean({ description: 'Nothing was written.' }),
    deals: count('Notes that have a stage.'),
    fields: Type.Array(
      exact({ field: text('The standard key.'), key: text('The key that the notes have.') }),
    ),
    stages: Type.Array(exact({ name: text('As the notes have it.'), stage })),
    leftKeys: Type.Array(exact({ key: text(), field: text() }), {
      description: 'Keys that may mean a field for which another key counts, or whose values don’t fit.',
    }),
    leftStages: Type.Array(exact({ name: text(), notes: count(), isOutcome: Type.Boolean() }), {
      description: 'What stands as a stage and is none that is known, or an outcome.',
    }),
    inline: Type.Array(text(), {
      description: 'Notes that have fields as lines of the notes or in sentences, by their paths.',
    }),
    elsewhere: Type.Array(exact({ path: text(), key: text() }), {
      description: 'Notes that have their stage under another key, which isn’t read.',
    }),
    ended: Type.Array(exact({ path: text(), key: text(), value: text() }), {
      description: 'Notes that may be won or lost by a key that isn’t read, so that they count as open.',
    }),
    unclear: Type.Array(exact({ path: text(), key: text(), field: text(), value: text() }), {
      description: 'What deals have behind keys that count, and that can’t be read as it’s written.',
    }),
    unread: Type.Array(exact({ path: text(), line: count(), message: text() }), {
      description: 'Notes that can’t be read, so that it isn’t known whether they are deals.',
    }),
    moved: Type.Array(text(), {
      description: 'Notes whose lines were moved into their front matter, with --inline.',
    }),
    changed: Type.Boolean({ description: 'sales-process.yaml was, or would be, changed.' }),
  },
  { title: 'What adopting a folder of notes did: deal-notes adopt --json' },
);
export type AdoptedJson = Published<typeof adopted>;
