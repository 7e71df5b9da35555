import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { plainText } from '../core/escape';
import { OUR_LINES } from '../git/mergeDriver/attributesFile';
import type { OtherwiseNamed } from '../git/mergeDriver/clone';
import { DRIVER } from '../git/mergeDriver/driverLine';
import { addHooks, hooksOf, type HookState } from '../git/mergeDriver/hooks';
import { setUp } from '../git/mergeDriver/setUp';
import { mergeState, type MergeState } from '../git/mergeDriver/state';
import { takeAway } from '../git/mergeDriver/takeAway';
import { orNoAnswer } from './git';
import { print, printJson } from './output';
import { pipelineFolder } from './pipeline';
import type { Session } from './session';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

const SETUP_HELP = `
Examples:
  $ deal-notes git setup
  $ deal-notes git setup sales --hooks

The folder gets a .gitattributes with the lines ${OUR_LINES.join(' and ')}: commit it,
so that it holds for the team. The clone gets what git needs to run the merge; that part never travels, so each clone is set
up once. Where it isn't, git merges as it always does.

With --hooks git also has deal-notes check look at what a merge brings, and deal-notes message propose the message of
a commit that has none yet, where the command is on the PATH. A hook that is there already, or a folder of hooks that
core.hooksPath names, is left alone: the line to add is shown.`;

const STATUS_HELP = `
Exit codes: 0 deals are merged by Deal Notes in this clone; 1 they aren't; 2 wrong usage, no git or no repository.

The JSON is one object: folder; ready; attributes, the driver that .gitattributes names, or null; clone ("ready",
"nothing", "programMissing", "lineMissing" or "others"); runsWith ("node", "editor" or null); and hooks, each with
name, file, line and state ("ours", "others", "absent" or "shared").`;

export function addGit(program: Command, session: Session): void {
  const { terminal } = session;
  const group = program
    .command('git')
    .summary('have git merge deals field by field')
    .description('Two people change the same deal: git merges it field by field, not line by line.');
  const add = (name: string, summary: string, description: string) =>
    group
      .command(name)
      .summary(summary)
      .description(description)
      .argument('[FOLDER]', "the pipeline's folder", '.');
  add(
    'setup',
    'set it up',
    'Have the deals of a pipeline merged field by field, by this clone and for the team.',
  )
    .option('--hooks', 'also look at what a merge brings, and propose commit messages')
    .addHelpText('after', SETUP_HELP)
    .action(
      session.ends((folder: string, options: { hooks?: true }) => setUpAndTell(terminal, folder, options)),
    );
  add('unsetup', 'take it away', 'Take away what setup has written, and nothing else.').action(
    session.ends((folder: string) => takeAwayAndTell(terminal, folder)),
  );
  add('status', 'say how deals are merged', 'Say how the deals of a pipeline are merged in this clone.')
    .option('--json', 'print JSON')
    .addHelpText('after', STATUS_HELP)
    .action(session.ends((folder: string, options: { json?: true }) => tellState(terminal, folder, options)));
}

async function setUpAndTell(terminal: Terminal, named: string, { hooks }: { hooks?: true }): Promise<void> {
  const { folder } = pipelineFolder(terminal, named);
  const done = inRepository(
    await orNoAnswer(setUp(folder, terminal, { program: programBeside(terminal) })),
    named,
  );
  const lines = [
    done.isNew
      ? 'This clone merges deals field by field.'
      : 'This clone merges deals field by field already. Nothing was changed.',
    ...(done.attributes
      ? [`Commit ${shown(terminal, done.attributes)}, so that it holds for your team.`]
      : []),
    ...(done.overruledBy
      ? [
          `But git still merges deals ${mergedBy(done.overruledBy)}: another line of attributes has more weight. Look with git check-attr merge -- FILE.`,
        ]
      : []),
    ...(done.otherwise ? [otherwiseTold(done.otherwise)] : []),
    ...(hooks ? (await orNoAnswer(addHooks(folder, terminal))).map(one => hookTold(terminal, one)) : []),
  ];
  print(terminal, lines);
}

async function takeAwayAndTell(terminal: Terminal, named: string): Promise<void> {
  const { folder } = pipelineFolder(terminal, named);
  const { attributes, clone, hooks } = inRepository(await orNoAnswer(takeAway(folder, terminal)), named);
  const lines = [
    ...(attributes ? [`${shown(terminal, attributes)} no longer names Deal Notes. Commit that.`] : []),
    ...(clone ? ['This clone merges deals line by line again.'] : []),
    ...hooks.map(hook => `The hook ${hook} no longer runs deal-notes.`),
  ];
  print(terminal, lines.length ? lines : ['Nothing was set up here.']);
}

async function tellState(terminal: Terminal, named: string, { json }: { json?: true }): Promise<number> {
  const { folder, root } = pipelineFolder(terminal, named);
  const state = inRepository(await orNoAnswer(mergeState(folder, terminal)), named);
  const hooks = await orNoAnswer(hooksOf(folder, terminal));
  const ready =
    state.named === DRIVER && !state.otherwise && state.here === 'ready' && state.runsWith !== undefined;
  if (json)
    printJson(terminal, {
      folder: root,
      ready,
      attributes: state.named,
      clone: state.here,
      runsWith: state.runsWith,
      hooks: hooks.map(({ hook, file, line, is }) => ({ name: hook, file, line, state: is })),
    });
  else {
    const ours = hooks.filter(({ is }) => is === 'ours');
    const otherwise = state.otherwise ? [otherwiseTold(state.otherwise)] : [];
    print(terminal, [stateTold(state), ...otherwise, ...ours.map(one => hookTold(terminal, one))]);
  }
  return ready ? 0 : 1;
}

function stateTold({ named, here, runsWith }: MergeState): string {
  const way = 'Run deal-notes git setup.';
  if (named !== DRIVER) {
    return `Git merges deals ${mergedBy(named)}${named ? ', as an attribute says' : ''}. ${way}`;
  }
  switch (here) {
    case 'nothing':
      return `Your team merges deals field by field, and this clone isn’t set up for it: git merges them line by line. ${way}`;
    case 'programMissing':
      return `This clone was set up to merge deals field by field, but its program is gone: git merges them line by line. ${way}`;
    case 'lineMissing':
      return `This clone’s settings name the driver ${DRIVER} and no command for it: git refuses to merge deals that both sides have changed. ${way}`;
    case 'others':
      return `This clone has another driver named ${DRIVER} in its settings. To use this one, ${way.replace('R', 'r')}`;
    case 'ready':
      return runsWith
        ? `Git merges deals field by field here, by ${runsWith === 'node' ? 'the Node on your PATH' : 'your editor'}.`
        : 'This clone is set up, but there is no Node on the PATH, nor the editor that set it up: git merges deals line by line.';
  }
}

function mergedBy(named: string | undefined): string {
  // What git calls the attribute `-merge`: it leaves one side in the file then.
  if (named === 'unset') return 'not at all (-merge)';
  return named === undefined ? 'line by line' : `by “${plainText(named)}”`;
}

function otherwiseTold({ file, by }: OtherwiseNamed): string {
  return `But git merges ${plainText(file)} ${mergedBy(by)}: another line of attributes has more weight. Look with git check-attr merge -- FILE.`;
}

function hookTold(terminal: Terminal, { hook, file, line, is }: HookState): string {
  if (is === 'ours')
    return hook === 'prepare-commit-msg'
      ? `The hook ${hook} proposes commit messages from what the staged deals did.`
      : `The hook ${hook} looks at the deals that a merge changes.`;
  const where = is === 'shared' ? 'core.hooksPath names a folder of hooks' : 'there is a hook already';
  return `For ${hook} ${where}. Add this line to ${shown(terminal, file)}: ${line}`;
}

/** @throws UsageError where there is none */
function inRepository<T>(found: T | undefined, named: string): T {
  if (found === undefined) throw new UsageError(`${named} is in no git repository.`);
  return found;
}

/** The program that merges, beside this one; alone, the command line does that too. */
function programBeside({ ownFile }: Terminal): string {
  try {
    return readFileSync(join(dirname(ownFile), 'merge.js'), 'utf8');
  } catch {
    return readFileSync(ownFile, 'utf8');
  }
}

function shown({ cwd }: Terminal, path: string): string {
  return plainText(relative(cwd, path) || path);
}
