import { existsSync } from 'node:fs';
import { quoted, shell, unquoted } from './shell';

/** What git calls our driver, in attributes and in the settings of a clone. */
export const DRIVER = 'deal-notes';

/** What our driver is called in words, in the settings of a clone. */
export const NAME = 'Deal Notes';

/** Where the program that merges lies in a clone, below the folder that all its working trees share: it moves and goes with the clone. */
export const PROGRAM = 'deal-notes/merge.cjs';

/**
 * The codes with which ours ends. A program that could not be read or run ends with 1, as a conflict would; one of which nothing is left
 * with 0, as if it had merged; and Node, with options that it doesn't know, with 9.
 */
const MERGED = '80';
const CONFLICT = '81';

/**
 * The line that git has a shell run for each file that both sides have changed. It merges as git does by itself where the
 * program isn't there, nothing can run it, or it doesn't end with a code of its own: git would take that for a conflict, and leave one
 * side in the file without a word.
 *
 * @param editor the absolute path of an editor's program, which can do for Node where that is not on the PATH
 */
export function driverLine(editor?: string): string {
  const merge = shell`merge %O %A %B %P --marker-size %L --labels %S %X %Y --merged-code ${MERGED} --conflict-code ${CONFLICT}`;
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
    shell`if [ $s -eq ${MERGED} ]; then s=0; elif [ $s -eq ${CONFLICT} ]; then s=1`,
    // At more than 127 git gives up the whole merge.
    shell`else git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; s=$?; [ $s -lt 128 ] || s=1; fi`,
    shell`exit $s`,
  ].join('; ');
}

/** Whether a driver's line is one of ours, of whatever version. */
export function isOurLine(line: string): boolean {
  return line.includes(PROGRAM);
}

/** The editor's program that a line of ours names, if it is still there. */
export function editorIn(line: string): string | undefined {
  const [, own] = /\[ -x ('(?:[^']|'\\'')+') \]/.exec(line) ?? [];
  const path = own && unquoted(own.replaceAll('%%', '%'));
  return path && existsSync(path) ? path : undefined;
}
