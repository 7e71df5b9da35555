import type { WrittenDeals } from './again/written';
import { idOf } from './gather';
import { partsOf } from './idForms';
import type { IncomingDeal } from './incoming';
import { identityOf } from './sameDeal';
import type { DealThere } from './there';

/** What tells a deal besides its id. */
interface Told {
  readonly title: string;
  readonly account: unknown;
  readonly created: unknown;
}

/**
 * Deals of a table that doesn't have its column of ids this time, with the ids by which imports of its kind know them: by title, and by account
 * and day of creation where the table has these. First by what the last import has written, as the file may say otherwise since.
 */
export function withHiddenIds(
  deals: readonly IncomingDeal[],
  there: readonly DealThere[],
  written: WrittenDeals,
  kind: string,
): readonly IncomingDeal[] {
  if (!deals.some(isBare)) return deals;
  const isOfKind = (id: string) => partsOf(id)?.kind === kind;
  const asWritten = new IdsTold();
  for (const [id, { fields }] of written)
    if (isOfKind(id))
      asWritten.add(id, {
        title: String(fields['title'] ?? ''),
        account: fields['account'],
        created: fields['created'],
      });
  const asHere = new IdsTold();
  for (const { sourceId, deal } of there)
    if (sourceId !== undefined && isOfKind(sourceId)) asHere.add(sourceId, deal);
  const given = new Set(deals.flatMap(({ sourceId }) => sourceId ?? []));
  return [asWritten, asHere].reduce<readonly IncomingDeal[]>(
    (some, known) =>
      some.map(deal => {
        const id = isBare(deal) && !written.has(idOf(deal)) ? known.of(deal) : undefined;
        if (id === undefined || given.has(id)) return deal;
        given.add(id);
        return { ...deal, sourceId: id };
      }),
    deals,
  );
}

/** Our own export has the ids in columns of their own, or paths. */
function isBare({ sourceId, path, fields }: IncomingDeal): boolean {
  return sourceId === undefined && path === undefined && fields['source_id'] === undefined;
}

/** Ids by what else tells their deals: all of it, or the parts that a row has. */
class IdsTold {
  private readonly ids = new Map<string, string | undefined>();

  add(id: string, { title, account, created }: Told): void {
    for (const a of [account ?? '', undefined])
      for (const day of [created ?? '', undefined]) {
        const key = keyOf(title, a, day);
        this.ids.set(key, this.ids.has(key) ? undefined : id);
      }
  }

  of({ title, fields: { account, created }, blank }: IncomingDeal): string | undefined {
    const said = (field: string, value: unknown) => value ?? (blank.includes(field) ? '' : undefined);
    return this.ids.get(keyOf(title, said('account', account), said('created', created)));
  }
}

/** Nothing where a table doesn't have a part. */
function keyOf(title: string, account: unknown, created: unknown): string {
  const shape = [account, created].map(part => (part === undefined ? '-' : '+')).join('');
  return `${shape}\n${identityOf(title, account, created)}`;
}
