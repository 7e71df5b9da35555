import { Option, type Command } from 'commander';
import { filesToMerge } from './mergeArguments';
import { mergeFiles } from './mergeFiles';
import { toText } from './options';
import { complain } from './output';
import type { Session } from './session';

const HELP = `
Git calls this for each deal that both sides have changed, where "deal-notes git setup" has set it up. The
result is written to OURS. By hand, for two copies of a deal:
  $ deal-notes merge before.md acme.md "acme (copy).md"

Exit codes: 0 merged; 1 in conflict, with markers in the file. A file that is no deal comes out as from
git merge-file.`;

interface MergeOptions {
  readonly markerSize?: string;
  readonly labels?: readonly string[];
  readonly mergedCode?: string;
  readonly conflictCode?: string;
}

export function addMerge(program: Command, session: Session): void {
  program
    .command('merge')
    .summary('merge two versions of a deal, as git asks for it')
    .description(
      'Merge two versions of a deal that come from one: field by field, with the log entries of both.',
    )
    .argument('<BASE>', 'the file with the version that both come from, which may be empty', toText)
    .argument('<OURS>', 'the file with the one version, where the result goes', toText)
    .argument('<THEIRS>', 'the file with the other', toText)
    .argument('[PATH]', "the deal's path in its repository", toText)
    .addOption(new Option('--marker-size <n>', 'characters of a conflict marker (default: 7)'))
    .addOption(new Option('--labels <names...>', 'what to call the versions in markers: base, ours, theirs'))
    .addOption(new Option('--merged-code <n>', 'the exit code for a merge without a conflict (default: 0)'))
    .addOption(new Option('--conflict-code <n>', 'the exit code for a conflict (default: 1)'))
    .addHelpText('after', HELP)
    .action(
      session.ends(
        async (
          base: string,
          ours: string,
          theirs: string,
          path: string | undefined,
          options: MergeOptions,
        ) => {
          const { cwd, env } = session.terminal;
          const given = { base, ours, theirs, path, ...options };
          const { isClean, told } = await mergeFiles(filesToMerge(given, cwd, { ...env }));
          if (told !== undefined) complain(session.terminal, `deal-notes: ${told}`);
          return Number(isClean ? (options.mergedCode ?? 0) : (options.conflictCode ?? 1));
        },
      ),
    );
}
