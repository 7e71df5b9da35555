import { isCalendarDate } from '../../calendar';
import { amountMeant, percentMeant } from '../../doubtfulNumbers';
import { isField, rowOf } from '../../fields/table';
import { cutFrontMatter } from '../../frontMatter/cut';
import { isSame } from '../../frontMatter/edit/proof';
import { renderScalar } from '../../frontMatter/edit/scalar';
import { inPattern, ownName } from '../../frontMatter/keyNames';
import { parseFrontMatter, type Data } from '../../frontMatter/parse';
import { applyEdits, type TextEdit } from '../../textEdit';
import { cutTexts } from '../near/cutTexts';
import { hashOf } from '../read/reading';
import { contactsMeant, ownersMeant, tagsMeant, withoutAt } from '../near/doubts';
import { kindAt } from '../help/fields';
import { tagsIn } from '../tags';
import { byChange, fix, type Broken, type Fix, type Fixer } from './fix';
import { put, valueAt } from './fieldFixes';
import { say } from './say';
import { lineAt } from './textFixes';

/** Puts quotes around a text that is cut at ` #`; tags are written without their signs. */
export const keepWhole: Fixer = broken => {
  const { text, problem, process } = broken;
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return [];
  const { frontMatter } = cut;
  const found = cutTexts(text, frontMatter, process.fields).find(one => isSame(one.at, problem.at));
  if (!found) return [];
  const [start, end] = [found.start + frontMatter.start, found.end + frontMatter.start];
  const before = /[:-]$/.test(text.slice(0, start)) ? ' ' : '';
  const as = (written: string): TextEdit[] => [{ start, end, text: before + written }];
  const { whole, at } = found;
  if (isTags(at[0]!)) {
    const tags = tagsIn(whole.replace(/[ \t]+(?=#)/g, ', '));
    const list = at.length > 1 ? tags.map(tag => renderScalar(tag)).join(', ') : inBrackets(tags);
    return at.length > 1 && tags.length > 1 ? [] : entries(broken, tags, as(list));
  }
  const edits = as(renderScalar(whole));
  const isRight = isOnly(broken, edits, data => valueAt(data, at) === whole);
  return isRight ? [fix(say('addQuotes', { text: whole }), edits, { isPreferred: true })] : [];
};

/** `48.000` as 48000, or as the 48 that it counts as. */
export const writeThousands: Fixer = broken => {
  const { text, problem, data } = broken;
  const { column, end, line } = problem;
  if (column === undefined || !end) return [];
  const written = lineAt(text, line).text.slice(column - 1, end.column - 1);
  const amount = data['value'];
  const kept = Number.isInteger(amount) ? put(broken, amount as number, false) : [];
  return [...put(broken, amountMeant(written), true), ...kept];
};

/** The same day this year or next; if it should be in the past, this year or last. */
export const writeNearYear: Fixer = broken => {
  const { problem, data, today } = broken;
  const written = String(valueAt(data, problem.at!));
  const year = Number(today.slice(0, 4));
  const isPast = kindAt(problem.at!.filter(step => typeof step === 'string')) === 'pastDay';
  const days = [year, year + (isPast ? -1 : 1)].map(one => `${one}${written.slice(4)}`);
  const isRight = (day: string) => isCalendarDate(day) && (isPast ? day <= today : day >= today);
  return days.filter(isRight).flatMap(day => put(broken, day, false));
};

/** `0.4` as 40 percent. */
export const writeShare: Fixer = broken =>
  put(broken, percentMeant(valueAt(broken.data, broken.problem.at!) as number), true);

/** Splits what should be several: `a, b` in a list of tags, two contacts in a text. */
export const makeEntries: Fixer = broken => {
  const { data, problem, text } = broken;
  const [key] = problem.at as readonly [string];
  const value = data[key];
  if (Array.isArray(value)) {
    const parts = value.flatMap(item => (typeof item === 'object' ? [] : String(item).split(',')));
    const all = [...new Set(parts.map(part => part.trim()).filter(part => part))];
    return byChange(
      broken,
      say('makeEntries', { entries: all }),
      { texts: { [key]: all } },
      { isPreferred: true },
    );
  }
  if (key === 'owner') return ownersMeant(String(value)).flatMap(name => put(broken, name, false));
  const names = key === 'tags' ? tagsMeant(String(value)) : contactsMeant(String(value));
  const { line, column, end } = problem;
  if (column === undefined || !end || end.line !== line) return [];
  const start = lineAt(text, line).start + column - 1;
  const write = (all: readonly string[]) =>
    entries(broken, all, [{ start, end: start + end.column - column, text: inBrackets(all) }]);
  // A tag may have a blank in it.
  const asOne = key === 'tags' ? write([String(value).trim()]) : [];
  return [...write(names), ...asOne.map(one => ({ ...one, isPreferred: false }))];
};

/** `stage: #proposal`: without its sign the comment is the value. */
export const takeHash: Fixer = broken => {
  const { text, problem, process } = broken;
  const cut = cutFrontMatter(text);
  if (problem.says.say !== 'hiddenByHash' || cut.kind !== 'found') return [];
  const { start, end } = cut.frontMatter;
  const hash = hashOf(text.slice(start, end), ownName(process.fields, String(problem.at![0])));
  if (!hash) return [];
  const edits = [{ start: start + hash.at, end: start + hash.at + 1, text: '' }];
  const isRight = isOnly(broken, edits, data => typeof valueAt(data, problem.at!) === 'string');
  return isRight ? [fix(say('changeTo', { value: hash.word }), edits, { isPreferred: true })] : [];
};

/** `@dana` is `dana`. */
export const leaveOutAt: Fixer = broken => {
  const name = withoutAt(String(valueAt(broken.data, broken.problem.at!)));
  return name === undefined ? [] : put(broken, name, true);
};

/** `tags: [#renewal]`: from the sign on it is a comment, and the bracket is never closed. */
export const takeSigns: Fixer = broken => {
  const { text, process } = broken;
  const key = inPattern(ownName(process.fields, 'tags'));
  const line = new RegExp(
    `^(["']?${key}["']?[ \\t]*:[ \\t]*)\\[([^\\]\\n"']*#[^\\]\\n"']*)\\][ \\t]*\\r?$`,
    'mu',
  ).exec(text);
  if (!line) return [];
  const tags = tagsIn(line[2]!.replace(/[ \t]+(?=#)/g, ', '));
  const start = line.index + line[1]!.length;
  const edits = [{ start, end: start + line[2]!.length + 2, text: inBrackets(tags) }];
  const after = parseFrontMatter(applyEdits(text, edits), process.fields);
  const isRead = after.kind === 'found' && isSame(after.data['tags'], tags);
  return isRead ? [fix(say('makeEntries', { entries: tags }), edits, { isPreferred: true })] : [];
};

function isTags(key: string | number): boolean {
  return isField(String(key)) && rowOf(String(key) as 'tags').kind === 'tag';
}

function inBrackets(texts: readonly string[]): string {
  return `[${texts.map(text => renderScalar(text)).join(', ')}]`;
}

function entries(broken: Broken, all: readonly string[], edits: readonly TextEdit[]): Fix[] {
  const key = String(broken.problem.at![0]);
  const read = (data: Data) => (key === 'tags' ? tagsIn(data[key]) : (data[key] as readonly string[]));
  const isRight = isOnly(broken, edits, data => all.every(one => read(data).includes(one)));
  return isRight ? [fix(say('makeEntries', { entries: all }), edits, { isPreferred: true })] : [];
}

/** Whether the edits make the file say what it should, and leave all other keys as they were. */
function isOnly(
  { text, process, data, problem }: Broken,
  edits: readonly TextEdit[],
  isRight: (data: Data) => boolean,
): boolean {
  const after = parseFrontMatter(applyEdits(text, edits), process.fields);
  if (after.kind !== 'found') return false;
  const [key] = problem.at as readonly [string];
  return isSame({ ...after.data, [key]: null }, { ...data, [key]: null }) && isRight(after.data);
}
