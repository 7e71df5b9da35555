import type { WrittenDeals } from './again/written';
import { isKeyWithoutId } from './gather';
import { foldName } from './heads';
import type { IncomingDeal } from './incoming';
import type { DealThere } from './there';
import { foldId, partsOf } from './idForms';

/** What tells a deal besides its id. */
type Told = Readonly<Record<'title' | 'account' | 'created', unknown>>;

/**
 * Deals of a table with the ids by which they are known here, where the table writes these in another form: never where two ids of the table,
 * or two that are known, are alike but for the form, or where all else tells of another deal.
 */
export function withKnownIds(
  deals: readonly IncomingDeal[],
  there: readonly DealThere[],
  written: WrittenDeals,
): readonly IncomingDeal[] {
  const known = new Map<string, Told>();
  for (const [id, { fields }] of written) if (!isKeyWithoutId(id)) known.set(id, toldIn(fields));
  for (const { sourceId, deal } of there) if (sourceId !== undefined) known.set(sourceId, deal);
  const isNew = ({ sourceId }: IncomingDeal) => sourceId !== undefined && !known.has(sourceId);
  if (!known.size || !deals.some(isNew)) return deals;
  const inTable = new Set(deals.flatMap(({ sourceId }) => sourceId ?? []));
  const ofTable = byForm(inTable);
  const ofKnown = byForm(known.keys());
  return deals.map(deal => {
    if (!isNew(deal)) return deal;
    const form = formOf(deal.sourceId!);
    const id = ofKnown.get(form);
    if (!id || inTable.has(id) || !ofTable.get(form)) return deal;
    const { title, fields } = deal;
    return isOther(known.get(id)!, { ...toldIn(fields), title }) ? deal : { ...deal, sourceId: id };
  });
}

/** Ids by their form; nothing where several have it. */
function byForm(ids: Iterable<string>): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const id of ids) {
    const form = formOf(id);
    found.set(form, found.has(form) ? undefined : id);
  }
  return found;
}

function formOf(sourceId: string): string {
  const parts = partsOf(sourceId);
  return parts ? `${parts.kind}:${foldId(parts.id, parts.kind)}` : sourceId;
}

function toldIn({ title, account, created }: Readonly<Record<string, unknown>>): Told {
  return { title, account, created };
}

/** Whether account or day contradict, and nothing is the same. */
function isOther(a: Told, b: Told): boolean {
  const keys = (['title', 'account', 'created'] as const).filter(key => a[key] && b[key]);
  const same = keys.filter(key => foldName(String(a[key])) === foldName(String(b[key])));
  return !same.length && keys.some(key => key !== 'title');
}
