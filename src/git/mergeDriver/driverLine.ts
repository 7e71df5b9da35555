import { quoted, shell } from './shell';

/** What git calls our driver, in attributes and in the settings of a clone. */
export const DRIVER = 'deal-notes';

/** What our driver is called in words, in the settings of a clone. */
export const NAME = 'Deal Notes';

/** Where the program that merges lies in a clone, below the folder that all its working trees share: it moves and goes with the clone. */
export const PROGRAM = 'deal-notes/merge.cjs';

/** A program that could not be read or run ends with 1, as a conflict would: ours says that by another code. */
const CONFLICT = '9';

/**
 * The line that git has a shell run for each file that both sides have changed. It merges as git does by itself where the
 * program isn't there, nothing can run it, or it ends as no driver should: git would take that for a conflict, and leave one
 * side in the file without a word.
 *
 * @param editor the absolute path of an editor's program, which can do for Node where that is not on the PATH
 */
export function driverLine(editor?: string): string {
  const merge = shell`merge %O %A %B %P --marker-size %L --labels %S %X %Y --conflict-code ${CONFLICT}`;
  // Git takes a percent sign for the beginning of a name.
  const own = editor && quoted(editor).replaceAll('%', '%%');
  return [
    shell`f="$(git rev-parse --git-common-dir)/${PROGRAM}"`,
    shell`if [ -f "$f" ] && command -v node >/dev/null 2>&1; then node "$f" ${merge}`,
    ...(own
      ? [shell`elif [ -f "$f" ] && [ -x ${own} ]; then ELECTRON_RUN_AS_NODE=1 ${own} "$f" ${merge}`]
      : []),
    shell`else (exit 2); fi`,
    's=$?',
    shell`if [ $s -eq ${CONFLICT} ]; then s=1; elif [ $s -ne 0 ]; then git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; s=$?; fi`,
    shell`exit $s`,
  ].join('; ');
}

/** Whether a driver's line is one of ours, of whatever version. */
export function isOurLine(line: string): boolean {
  return line.includes(PROGRAM);
}
