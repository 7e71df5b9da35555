import { l10n, window } from 'vscode';
import type { ImportPlan } from '../actions/imports/planImport';
import { plainText, withoutIcons } from '../core/escape';
import { ownKeyOf, type MappingSaid } from '../core/intake/mapping';
import { inTheirOrder, type StageMeant } from '../core/intake/mapStages';
import { keysIn, withColumn, withStage } from '../core/intake/remap';
import { CELL_FIELDS, targetName, type ColumnTarget } from '../core/intake/target';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS } from '../core/process/stages';
import { quoted } from '../words/en/said/quoted';

/** What a column may become besides a field and a key of the team's own, in the order in which it is offered. */
const OTHERS = [
  'notes',
  'nothing',
  'id',
  'close_day',
  'contact',
  'contact_email',
  'contact_phone',
  'contact_role',
  'product',
  'pipeline',
  'stage_entered',
  'last_stage',
  'won_on',
  'lost_on',
  'is_won',
  'is_lost',
] as const;

const shown = (text: string) => withoutIcons(plainText(text, 60));

/** Asks for a column, shown with what it becomes and three of its values, and for what it is to become. */
export async function chooseColumn({ proposed, surveyed }: ImportPlan): Promise<MappingSaid | undefined> {
  const { mapping } = proposed;
  const rows = surveyed.columns
    .filter(({ head }) => head)
    .map(({ head, samples }) => ({
      label: shown(head),
      description: `→ ${shown(targetName(mapping.columns.get(head) ?? 'nothing'))}`,
      detail: withoutIcons(samples.map(sample => quoted(sample, 30)).join(', ')),
      head,
    }));
  const column = await window.showQuickPick(rows, {
    title: l10n.t('Import Deals'),
    placeHolder: l10n.t('Which column is to become something else?'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!column) return undefined;
  const key = ownKeyOf(column.head, keysIn(mapping));
  const targets: readonly ColumnTarget[] = [...CELL_FIELDS, { key }, ...OTHERS];
  const target = await window.showQuickPick(
    targets.map(is => ({
      label: shown(targetName(is)),
      description: typeof is === 'object' ? l10n.t('a key of your own') : '',
      is,
    })),
    {
      title: l10n.t('Import Deals'),
      placeHolder: l10n.t('What does {0} become?', column.label),
      ignoreFocusOut: true,
    },
  );
  return target && withColumn(mapping, column.head, target.is);
}

/** Asks for a stage of the other system, in its order, and for what it is here. */
export async function chooseStage(
  { proposed: { mapping, layout } }: ImportPlan,
  process: Process,
): Promise<MappingSaid | undefined> {
  const named = (is: StageMeant) =>
    is === 'won' ? l10n.t('Won') : is === 'lost' ? l10n.t('Lost') : shown(stageOf(process, is).label);
  const stage = await window.showQuickPick(
    inTheirOrder(mapping.stages, layout).map(({ name, is }) => ({
      label: shown(name),
      description: `→ ${named(is)}`,
      name,
    })),
    {
      title: l10n.t('Import Deals'),
      placeHolder: l10n.t('Which stage is to become another one?'),
      ignoreFocusOut: true,
    },
  );
  if (!stage) return undefined;
  const meant = await window.showQuickPick(
    [...STAGE_IDS, 'won' as const, 'lost' as const].map(is => ({ label: named(is), is })),
    {
      title: l10n.t('Import Deals'),
      placeHolder: l10n.t('What is {0} here?', stage.label),
      ignoreFocusOut: true,
    },
  );
  return meant && withStage(mapping, stage.name, meant.is);
}
