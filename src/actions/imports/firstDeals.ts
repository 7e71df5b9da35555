import type { Refusal } from '../../core/refusal';
import { DealMaker, type DealMade } from '../dealMaker';
import type { Home } from '../ports/homes';
import type { Workspace } from '../workspace';
import { asNewDeal } from './importDeals';
import type { ImportPlan } from './planImport';

/** The first deals of an import as their files would be; nothing is written. */
export async function firstDeals(
  { files, clock }: Workspace,
  home: Home,
  { fresh, paths }: Pick<ImportPlan, 'fresh' | 'paths'>,
  most: number,
): Promise<{ readonly ok: true; readonly made: readonly DealMade[] } | Refusal> {
  const maker = await DealMaker.in(files, home, paths);
  if ('problem' in maker) return { ok: false, problem: maker.problem };
  const today = clock.today();
  const made = fresh.slice(0, most).flatMap(incoming => {
    const one = maker.make(asNewDeal(incoming, today), incoming.path);
    return 'text' in one ? [one] : [];
  });
  return { ok: true, made };
}
