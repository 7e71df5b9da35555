import type { CopyName } from '../copyNames';
import { firstDay, type Deal } from '../deal/deal';
import { normaliseName } from '../process/process';
import { fileTitle } from './paths';

/**
 * Whether a deal is probably the one in the file that its own is a copy of by its name. A person who means another deal gives
 * it a title, an account or a beginning of its own; a file that only ends in a number has to say much the same.
 */
export function isPlausibleCopy(copy: Deal, original: Deal, kind: CopyName['kind']): boolean {
  if (kind === 'conflict') return true;
  if (isOther(copy, original)) return false;
  if (kind === 'word' && namesTheSame(copy, original)) return true;
  return kind === 'copy' || saysMuchTheSame(copy, original);
}

/** The title, where it isn't that of the file. */
export function ownTitle({ title, path }: Deal): string | undefined {
  return title === fileTitle(path) ? undefined : title;
}

function isOther(copy: Deal, original: Deal): boolean {
  const title = ownTitle(copy);
  const [day, firstOfOriginal] = [firstDay(copy), firstDay(original)];
  return (
    (title !== undefined && normaliseName(title) !== normaliseName(original.title)) ||
    (copy.account !== undefined &&
      original.account !== undefined &&
      normaliseName(copy.account) !== normaliseName(original.account)) ||
    (day !== undefined && firstOfOriginal !== undefined && day !== firstOfOriginal)
  );
}

/** Whether both have one title or one first day, or say the same in all. */
function namesTheSame(copy: Deal, original: Deal): boolean {
  const [title, day] = [ownTitle(copy), firstDay(copy)];
  return (
    (title !== undefined && title === ownTitle(original)) ||
    (day !== undefined && day === firstDay(original)) ||
    String(sayingsOf(copy)) === String(sayingsOf(original))
  );
}

/** What hardly two deals have in common, of all that one of both says. */
function saysMuchTheSame(copy: Deal, original: Deal): boolean {
  const [said, saidInOriginal] = [sayingsOf(copy), sayingsOf(original)];
  let [known, alike] = [0, 0];
  for (const [at, saying] of said.entries()) {
    const other = saidInOriginal[at]!;
    if (saying === NOTHING && other === NOTHING) continue;
    known++;
    if (saying === other) alike++;
  }
  return alike >= 3 && alike > (known * 2) / 3;
}

const NOTHING = '';

function sayingsOf(deal: Deal): readonly string[] {
  const { account, owner, source, value, closeDate, nextStep, contacts, tags, history } = deal;
  const names = [ownTitle(deal), account].map(name => name && normaliseName(name));
  const lists = [contacts, tags].map(list => (list.length ? list : undefined));
  const all = [...names, ...lists, owner, source, value, closeDate, nextStep, firstDay(deal), history[0]];
  return all.map(said => (said === undefined ? NOTHING : JSON.stringify(said)));
}
