import { l10n, window } from 'vscode';
import type { DealMade } from '../actions/dealMaker';
import type { Takes } from '../actions/imports/importDeals';
import type { ImportPlan } from '../actions/imports/planImport';
import { duplicatesIn, type ImportWishes } from '../actions/imports/sortedDeals';
import type { Home } from '../actions/ports/homes';
import { plainText } from '../core/escape';
import type { MappingSaid } from '../core/intake/mapping';
import { counted, countedInTitle, DEALS } from '../words/en/counted';
import { chooseColumn, chooseStage } from './changeMapping';
import type { ImportTexts } from './importTexts';
import { againIn, fromTo, importIt, importPreview, nothingNew } from './importWords';

const DELETED = { one: 'Deleted Deal', other: 'Deleted Deals' };
const DUPLICATES = { one: 'Duplicate', other: 'Duplicates' };
const CHANGES = { one: 'Field Changed on Both Sides', other: 'Fields Changed on Both Sides' };

/** What the person wants: the import, and of what both sides have changed, what; or another mapping, or more deals, with which all is shown anew. */
export type Agreed =
  { readonly takes: Takes } | { readonly mapping: MappingSaid } | { readonly wish: ImportWishes };

/** Shows what would be done, and asks whether it should be. */
export async function agreed(
  { process }: Home,
  name: string,
  plan: ImportPlan,
  first: readonly DealMade[],
  texts: ImportTexts,
  into: string | undefined,
): Promise<Agreed | undefined> {
  const tab = l10n.t('Import {0}', name);
  await texts.showBelowList(tab, importPreview(name, plan, process, first, into));
  try {
    const doIt = whatItDoes(plan);
    const both = plan.matched.flatMap(({ differences }) => differences.filter(({ isBoth }) => isBoth)).length;
    const take = { label: `$(checklist) ${l10n.t('Choose What to Take from {0}…', counted(both, CHANGES))}` };
    const twice = duplicatesIn(plan);
    const duplicates = {
      label: `$(copy) ${l10n.t('Import {0}, Too…', counted(twice, DUPLICATES))}`,
    };
    const deleted = {
      label: `$(history) ${l10n.t('Import {0}, Too…', counted(plan.deleted.length, DELETED))}`,
    };
    const column = { label: `$(edit) ${l10n.t('Change What a Column Becomes…')}` };
    const stage = { label: `$(edit) ${l10n.t('Change What a Stage Becomes…')}` };
    const anew = { label: `$(question) ${l10n.t('Change Your Answers…')}` };
    const { mapping } = plan.proposed;
    const isNew = doIt !== undefined || both > 0;
    const close = { label: `$(x) ${isNew ? l10n.t('Cancel') : l10n.t('Close')}` };
    // Enter takes the first row: where there is nothing new, that is the way out.
    const rows = [
      ...(isNew ? [] : [close]),
      ...(doIt ? [doIt] : []),
      ...(both ? [take] : []),
      ...(twice ? [duplicates] : []),
      ...(plan.deleted.length ? [deleted] : []),
      column,
      ...(plan.proposed.mapping.stages.length ? [stage] : []),
      ...(isDecided(mapping) ? [anew] : []),
      ...(isNew ? [close] : []),
    ];
    const options = {
      title: l10n.t('Import Deals'),
      placeHolder: isNew ? importIt() : nothingNew(),
      ignoreFocusOut: true,
    };
    const picked = await texts.asking(() => window.showQuickPick(rows, options));
    // Who thinks better of it sees what there is once more.
    if (picked === duplicates) return { wish: { makesDuplicates: true } };
    if (picked === deleted) return { wish: { makesDeleted: true } };
    if (picked === column) return { mapping: (await chooseColumn(plan, process)) ?? mapping };
    if (picked === stage) return { mapping: (await chooseStage(plan, process)) ?? mapping };
    if (picked === anew) return { mapping: { ...mapping, ...UNDECIDED } };
    const takes = picked === take ? await chooseTaken(plan) : () => false;
    return picked && takes && (picked === doIt || picked === take) ? { takes } : undefined;
  } finally {
    await texts.close(tab);
  }
}

const UNDECIDED = { dates: undefined, currency: undefined, owner: undefined, closedStage: undefined };

function isDecided(mapping: MappingSaid): boolean {
  return (Object.keys(UNDECIDED) as (keyof typeof UNDECIDED)[]).some(key => mapping[key] !== undefined);
}

/** What an import would do besides what the person chooses; nothing where there is nothing new. */
function whatItDoes(plan: ImportPlan): { readonly label: string } | undefined {
  const fresh = plan.fresh.length;
  const { updates } = againIn(plan);
  const words =
    fresh && updates
      ? l10n.t('Import {0}, Update {1}', countedInTitle(fresh, DEALS), updates)
      : fresh
        ? l10n.t('Import {0}', countedInTitle(fresh, DEALS))
        : l10n.t('Update {0}', countedInTitle(updates, DEALS));
  return fresh || updates ? { label: `$(check) ${words}` } : undefined;
}

/** Of fields that were changed here and in the table, those that are to be as the table says. */
async function chooseTaken({ matched }: ImportPlan): Promise<Takes | undefined> {
  const rows = matched.flatMap(({ incoming, differences }) =>
    differences
      .filter(({ isBoth }) => isBoth)
      .map(difference => ({
        label: l10n.t('{0}: {1}', plainText(incoming.title, 60), plainText(difference.field, 60)),
        description: fromTo(difference),
        of: incoming,
        field: difference.field,
      })),
  );
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Import Deals'),
    placeHolder: l10n.t('Which of these should be as the table says? The others stay as they are here.'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return (
    picked && (({ incoming }, { field }) => picked.some(one => one.of === incoming && one.field === field))
  );
}
