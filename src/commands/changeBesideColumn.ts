import { l10n, window } from 'vscode';
import type { BesidePlan } from '../actions/imports/planBeside';
import { plainText, withoutIcons } from '../core/escape';
import { besideTargets } from '../core/intake/beside/besideHeads';
import { withBesideColumn, type BesideSaid } from '../core/intake/beside/besideMapping';
import { quoted } from '../words/en/said/quoted';

const shown = (text: string) => withoutIcons(plainText(text, 60));

/** Asks for a column, shown with what it is and three of its values, and for what it is to be. All stays where the person thinks better of it. */
export async function chooseBesideColumn({ beside, columns }: BesidePlan): Promise<BesideSaid['columns']> {
  const named = columns.filter(({ column: { head } }) => head);
  const title = l10n.t('Import Deals');
  const column = await window.showQuickPick(
    named.map(({ column: { head, samples }, is }) => ({
      label: shown(head),
      description: `→ ${is}`,
      detail: withoutIcons(samples.map(sample => quoted(sample, 30)).join(', ')),
      head,
    })),
    {
      title,
      placeHolder: l10n.t('Which column is to become something else?'),
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  if (!column) return undefined;
  const target = await window.showQuickPick(
    [...besideTargets(beside), 'nothing' as const].map(is => ({ label: is, is })),
    { title, placeHolder: l10n.t('What does {0} become?', column.label), ignoreFocusOut: true },
  );
  if (!target) return undefined;
  const all = named.map(({ column: { head }, is }) => ({ head, is }));
  return withBesideColumn(all, column.head, target.is);
}
