import type { FieldValue } from '../../frontMatter/edit/scalar';
import type { MapItem } from '../../frontMatter/edit/change';
import type { FieldSaid } from './written';

/** Whether two sides say the same: of lists of texts the order doesn't matter. */
export function isSame(a: FieldSaid, b: FieldSaid): boolean {
  return plain(a) === plain(b);
}

function plain(said: FieldSaid): string {
  if (said === undefined || said === null) return '';
  if (typeof said !== 'object') return String(said).trim();
  if (!said.length) return '';
  return JSON.stringify(
    said.map(item => (typeof item === 'object' ? Object.entries(item).toSorted() : item)).toSorted(),
  );
}

/** What became of a field on two sides since an import wrote it. `known` is nothing where no import wrote it. */
export function outcomeOf(
  known: { readonly base: FieldSaid } | undefined,
  here: FieldSaid,
  there: FieldSaid,
): 'same' | 'hereOnly' | 'thereOnly' | 'both' {
  if (isSame(here, there)) return 'same';
  if (!known) return 'both';
  if (isSame(known.base, there)) return 'hereOnly';
  return isSame(known.base, here) ? 'thereOnly' : 'both';
}

/** Texts of a list with what came there since, and without what went there. */
export function listOf(base: readonly string[], here: readonly string[], there: readonly string[]): string[] {
  const gone = new Set(base.filter(one => !there.includes(one)));
  return [...new Set([...here.filter(one => !gone.has(one)), ...there.filter(one => !base.includes(one))])];
}

/**
 * People as both sides know them; where the two contradict each other, which is told, as it is there. Nobody is taken away:
 * that an export names another person first says nothing of this one.
 */
export function peopleOf(
  base: readonly MapItem[] | undefined,
  here: readonly MapItem[],
  there: readonly MapItem[],
): { readonly people: readonly MapItem[]; readonly differs: boolean } {
  let differs = false;
  const find = (list: readonly MapItem[], person: MapItem) => list.find(one => isSamePerson(one, person));
  const known = here.map(person => {
    const theirs = find(there, person);
    if (!theirs) return person;
    const before = base && find(base, person);
    const merged: Record<string, MapItem[string]> = { ...person };
    for (const [key, value] of Object.entries(theirs)) {
      const outcome = outcomeOf(
        before ? { base: before[key] as FieldValue } : undefined,
        person[key] as FieldValue,
        value as FieldValue,
      );
      if (outcome === 'thereOnly' || outcome === 'both') merged[key] = value;
      differs ||= outcome === 'both' && person[key] !== undefined;
    }
    return merged;
  });
  const added = there.filter(person => !find(here, person) && !(base && find(base, person)));
  return { people: [...known, ...added], differs };
}

function isSamePerson(a: MapItem, b: MapItem): boolean {
  const word = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : '');
  return (['email', 'name'] as const).some(key => word(a[key]) !== '' && word(a[key]) === word(b[key]));
}
