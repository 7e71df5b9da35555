import { changeDeal, openDeal } from '../../deal/changeDeal';
import type { FrontMatterChange, ValueAt } from '../../frontMatter/edit/change';
import { oneLine } from '../../oneLine';
import { isRecord } from '../../shapes';
import type { Refusal } from '../../refusal';
import { replacing } from '../../textEdit';
import { itemsHere } from '../again/compare';
import { addressesIn } from '../cells';
import { say } from '../say';
import type { AddedTo, DealToAddTo } from './addedTo';
import { PeopleThere } from './peopleThere';
import type { BesideCells, BesideRead } from './rowsBeside';

/** What a contact may say, in the order in which people write it. */
const KEYS = ['name', 'role', 'email', 'phone'] as const;

/** Somebody of a table of people. */
export interface TheirPerson {
  readonly row: number;
  /** What the row says, by the keys that contacts have here; a name or an address at least. */
  readonly says: Readonly<Partial<Record<(typeof KEYS)[number], string>>>;
}

/** Somebody by name or address; a row without both is nobody. */
export function readPerson({ row, cell }: BesideCells): BesideRead<TheirPerson> {
  const whole = [cell('first_name'), cell('last_name')].filter(part => part).join(' ');
  // An address may have its name beside it, and several may stand in a cell.
  const addresses = addressesIn(cell('email'));
  const [email] = addresses.filter(one => one.email !== undefined);
  const left = addresses.find(one => one !== email);
  const name = oneLine(cell('name') || whole || (email?.name ?? ''));
  const said = {
    ...{ name, role: oneLine(cell('role')), email: email?.email ?? '', phone: oneLine(cell('phone')) },
  };
  const says =
    left &&
    (left.email === undefined
      ? say('rowNoAddress', { typed: left.name ?? '' })
      : say('rowMoreAddresses', { address: left.email }));
  if (!said.name && !said.email) return says ? { says, about: 'email' } : { says: say('rowNobody') };
  return {
    item: { row, says: Object.fromEntries(KEYS.flatMap(key => (said[key] ? [[key, said[key]]] : []))) },
    ...(says && { says, about: 'email' }),
  };
}

/**
 * Adds people to the contacts of a deal, and to those who are there what they don't say yet. What they do say stays.
 *
 * @param known the keys of those whom an import has added before: one who was taken out since stays out
 */
export function addPeople(
  { path, text, process }: DealToAddTo,
  dealKey: string,
  people: readonly TheirPerson[],
  known: ReadonlySet<string>,
): AddedTo | Refusal {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const here = itemsHere(opened, 'contacts');
  const all = new PeopleThere(
    here.map(one => (isRecord(one) ? one : { name: typeof one === 'string' ? one : undefined })),
  );
  const fill: ValueAt[] = [];
  const added: AddedTo['added'][number][] = [];
  const left: AddedTo['left'][number][] = [];
  const keys = new Set<string>();
  // Who is meant by a row that is left may follow from a later row. They are looked at again until that changes nothing, as a second
  // import of the table would do.
  let waiting = people;
  for (let isOver = false; !isOver;) {
    isOver = true;
    left.length = 0;
    const again: TheirPerson[] = [];
    for (const person of waiting) {
      const { row, says } = person;
      const leave = (why: AddedTo['left'][number]['says']) => {
        left.push({ row, says: why });
        again.push(person);
      };
      const key = `${folded(says.email ?? says.name)} ${dealKey}`;
      // What an import has taken once is taken: what became of it since is somebody's wish.
      const whole = `${KEYS.map(one => says[one] ?? '').join(' | ')} ${dealKey}`;
      const at = all.find(says);
      if (known.has(whole) || keys.has(whole) || (at === undefined && known.has(key))) continue;
      if (at === 'unclear') {
        leave(say('rowPersonUnclear', { path, name: nameOf(says) }));
        continue;
      }
      if (at === undefined) {
        keys.add(key).add(whole);
        isOver = false;
        all.add(says);
        added.push({ row, line: lineOf(says) });
        continue;
      }
      // What stands there empty somebody has left so.
      const news = Object.entries(says).filter(([one]) => !Object.hasOwn(all.at(at), one));
      const differs = KEYS.find(one => isContradicted(all.at(at)[one], says[one]));
      const isBare = news.length > 0 && at < here.length && !isRecord(here[at]);
      // A row that is told isn't taken, and told again the next time.
      if (!isBare) keys.add(key);
      if (!isBare && !differs) keys.add(whole);
      if (differs) {
        const [is, there] = [String(all.at(at)[differs]), says[differs]!];
        leave(say('rowPersonDiffers', { path, name: nameOf(all.at(at)), field: differs, is, there }));
      }
      // A name alone, without a group of keys, has no place for more.
      if (isBare) leave(say('rowBareName', { path, name: nameOf(all.at(at)) }));
      if (isBare || !news.length) continue;
      isOver = false;
      all.set(at, { ...all.at(at), ...Object.fromEntries(news) });
      added.push({ row, line: `${nameOf(all.at(at))}: ${news.map(([, value]) => value).join(', ')}` });
      if (at < here.length) fill.push(...news.map(([one, value]) => ({ at: ['contacts', at, one], value })));
    }
    waiting = again;
  }
  const appended = all.from(here.length) as TheirPerson['says'][];
  const steps: FrontMatterChange[] = [
    ...(fill.length ? [{ fill }] : []),
    ...(appended.length ? [{ append: { contacts: appended } }] : []),
  ];
  let now = text;
  for (const frontMatter of steps) {
    const changed = changeDeal(path, now, process, () => ({ frontMatter }));
    if (!changed.ok) return changed;
    now = changed.edited.text;
  }
  const edited = { ok: true, edits: replacing(text, now), text: now } as const;
  return { ok: true, title: opened.deal.title, warnings: [], edited, added, left, keys: [...keys] };
}

/** What stands there empty somebody has left so. */
function isContradicted(here: unknown, there: string | undefined): boolean {
  return there !== undefined && folded(here) !== '' && folded(here) !== folded(there);
}

function folded(said: unknown): string {
  return typeof said === 'string' ? oneLine(said).toLowerCase() : '';
}

function lineOf(says: TheirPerson['says']): string {
  const { role, email, phone } = says;
  const more = [role, says.name ? email : undefined, phone].filter(part => part);
  return more.length ? `${nameOf(says)} (${more.join(', ')})` : nameOf(says);
}

function nameOf(one: Readonly<Record<string, unknown>>): string {
  return String(one['name'] ?? one['email'] ?? '');
}
