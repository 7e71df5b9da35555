import { commands, l10n, Range, Uri, window, workspace } from 'vscode';
import { createDeal } from '../actions/createDeal';
import type { Result } from '../actions/result';
import { fileNameOf } from '../core/deal/fileName';
import { placeToWrite, type NewDeal } from '../core/deal/newDeal';
import { byUse } from '../core/deal/typedValues';
import { plainText, withoutIcons } from '../core/escape';
import { isStageId, type StageId } from '../core/process/stages';
import { toUri } from '../files/editor/addresses';
import { homeAt } from '../files/editor/openHomes';
import { namedFolder } from '../files/findPipelines';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { askMoney, askStage, askText } from './ask';
import { askName } from './askName';
import type { Changes } from './changes';
import { asNew } from './report';

/** Asks for title, account, value and stage, writes the file of the deal and opens it where one goes on writing. */
export async function newDeal(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const folder = await folderFor(pipelines, args, l10n.t('Create the deal in which pipeline?'));
  if (!folder) return;
  const deal = await askDeal(pipelines, folder, {
    name: l10n.t('New Deal'),
    title: titleIn(args),
    stage: stageIn(args),
  });
  if (!deal) return;
  // Where it fails and is tried again, the file may be another one by then.
  const named = folder.uriOf(fileNameOf(deal.title, []));
  await changes.make([named], {
    act: async workspace => shown(await createDeal(workspace, homeAt(folder), deal)),
    wordsOf: () => '',
    sentence: asNew,
  });
}

/** The pipeline of the row that was clicked, else of the deal in the editor, else the one that the person picks. */
export async function folderFor(
  pipelines: Pipelines,
  args: readonly unknown[],
  title: string,
): Promise<PipelineFolder | undefined> {
  const { folders } = pipelines;
  const clicked = folders.find(folder => folder === property(args[0], 'folder'));
  const active = pipelines.inFront.uri;
  const known =
    clicked ?? (active && pipelines.folderOf(active)) ?? (folders.length === 1 ? folders[0] : undefined);
  if (known) return known;
  if (folders.length) {
    const items = folders.map(folder => ({ label: withoutIcons(plainText(folder.name, 100)), folder }));
    return (await window.showQuickPick(items, { title }))?.folder;
  }
  const place = await placeOfNew(title);
  if (!place) return undefined;
  await workspace.fs.createDirectory(place);
  await pipelines.find();
  return pipelines.folders[0];
}

/** Where a pipeline would be made in a workspace that has none; a person without a folder is told to open one. */
export async function placeOfNew(title: string): Promise<Uri | undefined> {
  const roots = workspace.workspaceFolders ?? [];
  const chosen = roots.length > 1 ? await window.showWorkspaceFolderPick({ placeHolder: title }) : roots[0];
  if (roots.length && !chosen) return undefined;
  const root = chosen?.uri;
  if (!root) {
    void sayNoFolder();
    return undefined;
  }
  return namedFolder(root) ?? Uri.joinPath(root, 'deals');
}

async function sayNoFolder(): Promise<void> {
  const open = l10n.t('Open Folder');
  const message = l10n.t('Open a folder first: your deals are kept there.');
  const answer = await window.showInformationMessage(message, open);
  if (answer === open) await commands.executeCommand('vscode.openFolder');
}

function stageIn(args: readonly unknown[]): StageId | undefined {
  const group = property(args[0], 'group');
  return typeof group === 'string' && isStageId(group) ? group : undefined;
}

/** What was looked for, and is no deal yet. */
function titleIn(args: readonly unknown[]): string | undefined {
  const title = property(args[0], 'dealTitle');
  return typeof title === 'string' ? title : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** What is known of a new deal before anything is asked. */
interface Given {
  /** What the boxes are called. */
  readonly name: string;
  /** What stands in the box at first. */
  readonly title?: string | undefined;
  readonly stage?: StageId | undefined;
  readonly account?: string | undefined;
  /** What is taken where none is typed. */
  readonly currency?: string | undefined;
}

/** Asks for what is not known of a new deal; `undefined` if the person thinks better of it. */
export async function askDeal(
  pipelines: Pipelines,
  { pipeline }: PipelineFolder,
  { name, title: wanted, stage, account, currency = pipeline.process.currency }: Given,
): Promise<NewDeal | undefined> {
  const count = 2 + Number(account === undefined) + Number(stage === undefined);
  let asked = 0;
  const step = () => l10n.t('{0} ({1}/{2})', name, ++asked, count);
  const title = await askText(
    {
      title: step(),
      prompt: l10n.t('Deal name'),
      placeHolder: l10n.t('Acme, warehouse scanners'),
      value: wanted,
    },
    l10n.t('Enter a name for the deal.'),
  );
  if (!title) return undefined;
  const buyer =
    account ??
    (await askName(byUse([...pipeline.deals()].flatMap(deal => deal.account ?? [])), {
      ...{ title: step(), prompt: l10n.t('Account'), ifEmpty: l10n.t('No account'), hint: '' },
      other: l10n.t('Another account…'),
    }));
  if (buyer === undefined) return undefined;
  const value = await askMoney(
    {
      ...{ title: step(), prompt: l10n.t('What’s it worth?'), ifEmpty: l10n.t('No value') },
      isOfNewDeal: account === undefined,
    },
    currency,
    pipeline.process.rates,
  );
  if (value === undefined) return undefined;
  const chosen = stage ?? (await askStage(pipeline.process.stages, step(), l10n.t('Which stage is it in?')));
  if (!chosen) return undefined;
  return {
    ...{ title, account: buyer || undefined, stage: chosen, today: pipelines.today },
    ...(value && { amount: value.amount, currency: value.currency, period: value.period }),
  };
}

/** Shows the file of a new deal, if it was made, where one goes on writing. */
export async function shown(result: Result): Promise<Result> {
  const [made] = result.done;
  if (!made) return result;
  const document = await workspace.openTextDocument(toUri(made.file));
  const place = document.positionAt(placeToWrite(document.getText()));
  const options = { preview: false, selection: new Range(place, place) };
  // The deal is there, shown or not.
  await window.showTextDocument(document, options).then(undefined, () => undefined);
  return result;
}
