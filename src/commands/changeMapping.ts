import { l10n, window } from 'vscode';
import type { ImportPlan } from '../actions/imports/planImport';
import { ownKeyOf, type MappingSaid } from '../core/intake/mapping';
import { inTheirOrder, type StageMeant } from '../core/intake/mapStages';
import { keysIn, withColumn, withStage } from '../core/intake/remap';
import { CELL_FIELDS, targetName, type ColumnTarget } from '../core/intake/target';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS } from '../core/process/stages';
import { pickFrom } from '../files/editor/pickFrom';
import { asLabel, asNow, askColumn } from './askColumn';

/** What a column may become that is no field, with what that means, in the order in which it is offered after the fields. */
const OTHERS = {
  id: l10n.t('the other system’s id, by which the deal is known again'),
  close_day: l10n.t('close_date of an open deal, closed_on of one that is won or lost'),
  contact: l10n.t('the name of a contact'),
  contact_email: '',
  contact_phone: '',
  contact_role: '',
  product: l10n.t('a key of your own; with the account the title, where no column is one'),
  pipeline: l10n.t('which of several pipelines the row is of'),
  stage_entered: l10n.t('the day on which the deal came into its stage'),
  last_stage: l10n.t('where a deal was before it was won or lost'),
  won_on: '',
  lost_on: '',
  is_won: l10n.t('yes or no, or how the deal stands'),
  is_deleted: l10n.t('yes or no: deals that were deleted there are left out'),
  is_lost: l10n.t('yes or no, or how the deal stands'),
  is_active: l10n.t('yes or no: a deal that isn’t active is lost, unless it’s won'),
} as const satisfies Partial<Record<ColumnTarget & string, string>>;

/** Asks for a column and for what it is to become. */
export async function chooseColumn(
  { proposed, surveyed }: ImportPlan,
  { fields }: Process,
): Promise<MappingSaid | undefined> {
  const { mapping } = proposed;
  const columns = surveyed.columns.map(({ head, samples }) => ({
    head,
    samples,
    becomes: targetName(mapping.columns.get(head) ?? 'nothing'),
  }));
  const choice = (is: ColumnTarget, description = '') => ({
    label: asLabel(targetName(is)),
    description,
    is,
  });
  const others = Object.entries(OTHERS) as [keyof typeof OTHERS, string][];
  const chosen = await askColumn(columns, head => [
    // What most columns are changed into that are not what they seem comes first.
    choice('nothing', l10n.t('isn’t taken')),
    choice('notes', l10n.t('goes into the notes')),
    choice({ key: ownKeyOf(head, keysIn(mapping), fields) }, l10n.t('a key of your own')),
    ...CELL_FIELDS.map(field => choice(field)),
    ...others.map(([is, description]) => choice(is, description)),
  ]);
  return chosen && withColumn(mapping, chosen.head, chosen.is, fields);
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
      is,
    })),
    {
      title: l10n.t('Import Deals'),
      placeHolder: l10n.t('Which stage is to become another one?'),
      ignoreFocusOut: true,
    },
  );
  if (!stage) return undefined;
  const items = [...STAGE_IDS, 'won' as const, 'lost' as const].map(is => {
    const row = { label: named(is), is };
    return { ...row, ...asNow(row, named(stage.is)) };
  });
  const { picked } = await pickFrom({
    items,
    title: l10n.t('Import Deals'),
    placeHolder: l10n.t('What is {0} here?', stage.label),
    ignoreFocusOut: true,
    active: items.find(({ is }) => is === stage.is),
  });
  return picked && withStage(mapping, stage.name, picked.is);
}
