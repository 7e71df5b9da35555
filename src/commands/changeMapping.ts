import { l10n, window } from 'vscode';
import type { ImportPlan } from '../actions/imports/planImport';
import { ownKeyOf, type MappingSaid } from '../core/intake/mapping';
import { inTheirOrder, type StageMeant } from '../core/intake/mapStages';
import { keysIn, withColumn, withStage } from '../core/intake/remap';
import { CELL_FIELDS, targetName, type ColumnTarget } from '../core/intake/target';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS } from '../core/process/stages';
import { asLabel, askColumn } from './askColumn';

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

/** Asks for a column and for what it is to become. */
export async function chooseColumn({ proposed, surveyed }: ImportPlan): Promise<MappingSaid | undefined> {
  const { mapping } = proposed;
  const columns = surveyed.columns.map(({ head, samples }) => ({
    head,
    samples,
    becomes: targetName(mapping.columns.get(head) ?? 'nothing'),
  }));
  const targets = (head: string): readonly ColumnTarget[] => [
    ...CELL_FIELDS,
    { key: ownKeyOf(head, keysIn(mapping)) },
    ...OTHERS,
  ];
  const chosen = await askColumn(columns, head =>
    targets(head).map(is => ({
      label: asLabel(targetName(is)),
      description: typeof is === 'object' ? l10n.t('a key of your own') : '',
      is,
    })),
  );
  return chosen && withColumn(mapping, chosen.head, chosen.is);
}

/** Asks for a stage of the other system, in its order, and for what it is here. */
export async function chooseStage(
  { proposed: { mapping, layout } }: ImportPlan,
  process: Process,
): Promise<MappingSaid | undefined> {
  const named = (is: StageMeant) =>
    is === 'won' ? l10n.t('Won') : is === 'lost' ? l10n.t('Lost') : asLabel(stageOf(process, is).label);
  const stage = await window.showQuickPick(
    inTheirOrder(mapping.stages, layout).map(({ name, is }) => ({
      label: asLabel(name),
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
