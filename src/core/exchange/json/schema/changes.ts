import { Type } from 'typebox';
import { refused } from './moves';
import { day, exact, stage, status, text, type Published } from './values';

const diff = Type.Optional(
  text('The change as a unified diff, with --dry-run. Where files change together, the first has it.'),
);

const line = exact({
  on: day(),
  stage: Type.Optional(stage),
  from: Type.Optional(stage),
  status: Type.Optional(status),
  by: text('Who made the commit that says so.'),
  commit: text(),
});

const changed = exact({
  path: text('As named on the command line; a new deal’s own path.'),
  ok: Type.Literal(true),
  title: text('Before the change.'),
  stage: Type.Optional(stage),
  fields: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'What set has changed, by the file’s own keys; null where a key was removed.',
    }),
  ),
  newTitle: Type.Optional(text('After rename.')),
  newPath: Type.Optional(text('After rename and archive.')),
  lines: Type.Optional(Type.Array(line, { description: 'What backfill adds to the history.' })),
  logged: Type.Optional(
    exact(
      { on: day(), what: text('As written in the log.') },
      { description: 'The line that log --from has added, or that was there already.' },
    ),
  ),
  wasThere: Type.Optional(
    Type.Literal(true, { description: 'The log had the line before log --from, which didn’t add it again.' }),
  ),
  others: Type.Optional(
    Type.Array(exact({ on: day(), what: text(), wasThere: Type.Boolean() }), {
      description: 'The lines of the other meetings of a file that log --from has logged.',
    }),
  ),
  contacts: Type.Optional(
    Type.Array(exact({ name: Type.Optional(text()), email: Type.Optional(text()) }), {
      description: 'The contacts that log --from has added.',
    }),
  ),
  nextStep: Type.Optional(
    exact(
      { step: text(), on: day() },
      { description: 'What log --from proposes as the next step; it isn’t set.' },
    ),
  ),
  warnings: Type.Array(text()),
  diff,
});

/** What the JSON has of one command and not of every one. */
export type OwnChangedJson = Pick<
  Published<typeof changed>,
  'stage' | 'newTitle' | 'newPath' | 'lines' | 'logged' | 'wasThere' | 'others' | 'contacts' | 'nextStep'
> & {
  readonly fields?: Readonly<Record<string, unknown>>;
};

export const changes = Type.Array(Type.Union([changed, refused]), {
  title:
    'What became of each file: deal-notes new, follow-up, set, log, next, tick, rename, archive and backfill with --json',
});

const undone = exact({
  path: text('Where the file was before undo.'),
  ok: Type.Literal(true),
  command: text('What was taken back, such as advance.'),
  newPath: Type.Optional(text('Where the file is again, if that is another path.')),
  diff,
});

export type UndoneJson = Published<typeof undone>;

export const undo = Type.Array(Type.Union([undone, refused]), {
  title: 'What became of each file: deal-notes undo with --json',
});
