import { l10n, window } from 'vscode';
import { checkOff } from '../core/deal/checkOff';
import { isOpen } from '../core/deal/deal';
import { insertChecklist } from '../core/deal/insertChecklist';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { stageOf, type ExitCriterion, type Stage } from '../core/process/process';
import { COMMANDS } from '../ids';
import type { MeantDeals, FieldCommand } from './fieldCommand';

export const CHECK_CRITERIA: FieldCommand = {
  id: COMMANDS.checkCriteria,
  title: l10n.t('Check Off Criteria'),
  question: l10n.t('Check off criteria for which deal?'),
  suits: isOpen,
  isForOne: true,
  ask: async asked => {
    const { only } = asked;
    // What cannot be read is refused with the reason, as any change of it is.
    if (!only) return { change: () => ({}), words: '' };
    const stage = stageFor(asked);
    const criteria = stage?.exitCriteria ?? [];
    if (!stage || !criteria.length) return tellNone(stage);
    const title = l10n.t('{0}: Before Leaving {1}', titleOf(only.title), titleOf(stage.label));
    const met = await askCriteria(criteria, title, only.checks);
    if (!met) return undefined;
    const changed = criteria.filter(({ id }) => met.includes(id) !== only.checks.includes(id));
    const wishes = new Map(changed.map(({ id }) => [id, met.includes(id)]));
    return {
      change: (opened, text, process) => checkOff(opened, text, process, wishes),
      words: l10n.t('{0} of {1} criteria met', met.length, criteria.length),
    };
  },
};

export const INSERT_CHECKLIST: FieldCommand = {
  id: COMMANDS.insertChecklist,
  title: l10n.t('Insert Stage Checklist'),
  question: l10n.t('Insert a checklist into which deal?'),
  suits: isOpen,
  ask: asked => {
    const stage = stageFor(asked);
    if (stage && !stage.exitCriteria.length) return Promise.resolve(tellNone(stage));
    return Promise.resolve({
      change: ({ deal }, text, process) => ({ body: insertChecklist(text, deal, deal.stage, process) }),
      words: stage ? l10n.t('checklist for {0}', titleOf(stage.label)) : l10n.t('checklist for its stage'),
    });
  },
};

/**
 * Which criteria are met, of those that are asked about.
 *
 * @param picked the ids of those that are ticked at first
 */
export async function askCriteria(
  criteria: readonly ExitCriterion[],
  title: string,
  picked: readonly string[] = [],
): Promise<readonly string[] | undefined> {
  const items = criteria.map(({ id, text }) => ({
    label: withoutIcons(plainText(text)),
    picked: picked.includes(id),
    id,
  }));
  const placeHolder = l10n.t('Check the criteria that are met');
  const met = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return met?.map(({ id }) => id);
}

/** The stage of the deal, where there is one. */
function stageFor({ pipelines, uris, only }: MeantDeals): Stage | undefined {
  const process = pipelines.folderOf(uris[0]!)?.pipeline.process;
  return process && only && stageOf(process, only.stage);
}

function tellNone(stage: Stage | undefined): undefined {
  const label = titleOf(stage?.label ?? '');
  const message = l10n.t('{0} has no exit criteria. Add them in sales-process.yaml.', label);
  void window.showInformationMessage(withoutLinks(message));
}

function titleOf(text: string): string {
  return plainText(text, 60);
}
