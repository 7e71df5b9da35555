import { markOf, withoutMark } from '../../byteOrderMark';
import { cutFrontMatter } from '../../frontMatter/cut';
import { ownName } from '../../frontMatter/keyNames';
import { renameKey } from '../../frontMatter/edit/renameKey';
import { misplacedFrontMatter } from '../../frontMatter/misplaced';
import { parseFrontMatter } from '../../frontMatter/parse';
import { applyEdits, type TextEdit } from '../../textEdit';
import type { Process } from '../../process/process';
import { sameKey } from '../near/nearKeys';
import { DEAL_KEY } from '../problems/placed';
import { fix, type Fixer } from './fix';
import { say } from './say';
import { newlineOf } from './textFixes';

/** Renames a key that is nearly ours to each that may be meant. */
export const nameKey: Fixer = ({ text, problem, process }) => {
  const [key, ...rest] = problem.at!;
  const at = rest.length ? [ownName(process.fields, String(key)), ...rest] : problem.at!;
  return problem.meant!.flatMap((to, index) => {
    const edits = renameKey(text, at, to);
    return edits.length ? [fix(say('renameKey', { to }), edits, { isPreferred: index === 0 })] : [];
  });
};

/** Moves a misplaced front matter to the top; what stood above it ends up below. */
export const moveFrontMatter: Fixer = ({ text, process }) => {
  const edits = withFrontMatterMoved(text, process);
  return edits ? [fix(say('moveFrontMatter'), edits, { isPreferred: true })] : [];
};

/** The edits that move a misplaced front matter to the top; nothing where there is none, or what comes out isn't read. */
export function withFrontMatterMoved(text: string, process: Process): TextEdit[] | undefined {
  const cut = cutFrontMatter(text);
  const from = cut.kind === 'found' ? cut.frontMatter.bodyStart : 0;
  const misplaced = misplacedFrontMatter(text, from, ownName(process.fields, DEAL_KEY));
  if (!misplaced) return undefined;
  const newline = newlineOf(text);
  const { start, end, yaml, rest } = misplaced;
  const first = cut.kind === 'found' ? text.slice(cut.frontMatter.start, cut.frontMatter.end) : '';
  const above = withoutMark(text.slice(from, start)).replace(/^(?:[ \t]*\r?\n)+/, '');
  const inLines = (lines: string) => lines.replaceAll('\n', newline);
  const keys = misplaced.where === 'inline' ? withOurKeys(yaml, process) : yaml;
  const moved = `---${newline}${first}${inLines(keys)}---${newline}${above}${inLines(rest)}`;
  const edits = [{ start: markOf(text).length, end, text: moved }];
  const isRead = parseFrontMatter(applyEdits(text, edits), process.fields).kind === 'found';
  return isRead ? edits : undefined;
}

/** Lines of the notes name the keys as people do: `Close Date: 2026-12-18`. */
function withOurKeys(yaml: string, process: Process): string {
  return yaml.replace(/^[^:\n]+/gm, key => sameKey(key, process) ?? key);
}
