import { l10n, ProgressLocation, Uri, window } from 'vscode';
import { firstDeals } from '../actions/imports/firstDeals';
import { importDeals, type Imported, type Takes } from '../actions/imports/importDeals';
import type { BesidePlan } from '../actions/imports/planBeside';
import type { ImportPlan } from '../actions/imports/planImport';
import { planTable } from '../actions/imports/planTable';
import type { Home } from '../actions/ports/homes';
import { TableFailed, type ForeignTable } from '../actions/ports/tables';
import type { Workspace } from '../actions/workspace';
import { plainText, withoutLinks } from '../core/escape';
import type { DayOrder } from '../core/intake/days';
import type { MappingSaid } from '../core/intake/mapping';
import type { IntakeSays } from '../core/intake/say';
import { DEFAULT_PROCESS } from '../core/process/process';
import type { Refusal } from '../core/refusal';
import { isRecord } from '../core/shapes';
import { toAddress } from '../files/editor/addresses';
import { homeAt } from '../files/editor/openHomes';
import { namedTable, TABLE_ENDINGS, type NamedTable } from '../files/editor/tablesIn';
import type { Pipelines } from '../files/pipelines';
import { counted, DEALS, ROWS } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { sentence, sentenceOf } from '../words/sentence';
import type { Changes } from './changes';
import type { ImportTexts } from './importTexts';
import { agreed } from './importAgreed';
import { againIn, leftLines } from './importWords';
import { importing } from './importing';
import { besideImported } from './importBesideTable';
import { folderFor, placeOfNew } from './newDeal';

/** So many deals are shown as they will be. */
const FIRST = 3;

/**
 * Makes deals of a table from elsewhere. What would become of it is shown first; nothing is written before the person says so.
 *
 * @param args the address of the file, or the table that was dropped; else the person chooses one
 */
export async function importTable(
  pipelines: Pipelines,
  changes: Changes,
  texts: ImportTexts,
  args: readonly unknown[],
): Promise<void> {
  const chosen = namedIn(args) ?? (await chooseFile());
  if (!chosen) return;
  const { table } = chosen;
  const name = plainText(chosen.name, 80);
  try {
    const home = await chooseHome(pipelines, args);
    if (!home) return;
    const { workspace } = changes;
    const begun = await planned(workspace, home, table, name);
    if (!begun) return;
    if (!begun.ok) return refused(name, begun);
    if ('beside' in begun) return await besideImported(pipelines, changes, texts, home, name, begun);
    let plan = begun;
    let takes: Takes | undefined;
    while (!takes) {
      const first = await firstDeals(workspace, home, plan, FIRST);
      if (!first.ok) return refused(name, first);
      const wanted = await agreed(home, name, plan, first.made, texts);
      if (!wanted) return;
      if ('takes' in wanted) takes = wanted.takes;
      else plan = await planAnew(workspace, home, table, name, plan, wanted.mapping);
    }
    const done = await written(workspace, home, name, plan, takes);
    if (!done.ok) return refused(name, done);
    const takeBack = done.units.length
      ? changes.keep(l10n.t('Import of {0}', name), done.units, done.folders)
      : undefined;
    if (!pipelines.folders.length) await pipelines.find();
    void tell(name, plan, done, texts, takeBack);
  } catch (cause) {
    if (!(cause instanceof TableFailed)) throw cause;
    complain(name, sentence(cause.says));
  }
}

/** The plan by another mapping; where that is none, it is told, and the plan stays. */
async function planAnew(
  workspace: Workspace,
  home: Home,
  table: ForeignTable,
  name: string,
  before: ImportPlan,
  mapping: MappingSaid,
): Promise<ImportPlan> {
  if (mapping === before.proposed.mapping) return before;
  const plan = await planned(workspace, home, table, name, mapping);
  if (!plan || 'beside' in plan) return before;
  if (plan.ok) return { ...plan, isMappingChanged: true };
  refused(name, plan);
  return before;
}

function namedIn([of]: readonly unknown[]): NamedTable | undefined {
  if (of instanceof Uri) return namedTable(of);
  return isRecord(of) && 'table' in of && 'name' in of ? (of as unknown as NamedTable) : undefined;
}

async function chooseFile(): Promise<NamedTable | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Import Deals'),
    openLabel: l10n.t('Show What It Becomes'),
    filters: {
      [l10n.t('Tables')]: [...TABLE_ENDINGS],
      [l10n.t('All files')]: ['*'],
    },
  });
  return chosen?.[0] && namedTable(chosen[0]);
}

/** A pipeline that is there; else the folder that the first deals will make one. */
async function chooseHome(pipelines: Pipelines, args: readonly unknown[]): Promise<Home | undefined> {
  const title = l10n.t('Import the deals into which pipeline?');
  if (pipelines.folders.length) {
    const folder = await folderFor(pipelines, args, title);
    return folder && homeAt(folder);
  }
  const place = await placeOfNew(title);
  return place && { folder: toAddress(place), process: DEFAULT_PROCESS };
}

/** The plan; where days can be read in two ways, the person is asked which one is meant. */
async function planned(
  workspace: Workspace,
  home: Home,
  table: ForeignTable,
  name: string,
  said?: MappingSaid,
): Promise<ImportPlan | BesidePlan | Refusal | undefined> {
  const plan = (dates?: DayOrder) =>
    window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Reading {0}…', name) }, () =>
      planTable(workspace, home, table, dates ? { ...said, dates } : said),
    );
  const first = await plan();
  if (first.ok || first.problem.says.say !== 'daysUnclear') return first;
  const dates = await askDayOrder(first.problem.says.args as IntakeSays['daysUnclear']);
  return dates && plan(dates);
}

async function askDayOrder({ columns, examples }: IntakeSays['daysUnclear']): Promise<DayOrder | undefined> {
  const inFile = examples.slice(0, 2).map(one => quoted(one, 30));
  const rows: readonly { readonly label: string; readonly dates: DayOrder }[] = [
    { label: l10n.t('The day first'), dates: 'dmy' },
    { label: l10n.t('The month first'), dates: 'mdy' },
  ];
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Import Deals: {0}', columns.map(one => plainText(one, 30)).join(', ')),
    placeHolder: l10n.t('What comes first in days such as {0}?', inFile.join(', ')),
    ignoreFocusOut: true,
  });
  return picked?.dates;
}

function written(
  workspace: Workspace,
  home: Home,
  name: string,
  plan: ImportPlan,
  takes: Takes,
): Thenable<Imported | Refusal> {
  return importing(name, progress => importDeals(workspace, home, plan, progress, takes));
}

/** One message with what was done, and what can be done about it. */
async function tell(
  name: string,
  plan: ImportPlan,
  done: Imported,
  texts: ImportTexts,
  takeBack: (() => Promise<void>) | undefined,
): Promise<void> {
  const notTaken = plan.notTaken.length + done.notTaken.length;
  const { updates } = againIn(plan);
  const failed = done.notTaken.length;
  const updated = done.updated.filter(({ taken }) => taken.length).length;
  const left = Math.max(plan.fresh.length + updates - done.created.length - updated - failed, 0);
  const alike = plan.matched.length - updated;
  const counts = [
    l10n.t('{0} imported from {1}', counted(done.created.length, DEALS), name),
    ...(updated ? [l10n.t('{0} updated', updated)] : []),
    ...(left ? [l10n.t('{0} left when it was cancelled', left)] : []),
    ...(alike > 0 ? [l10n.t('{0} already there', alike)] : []),
    ...(notTaken ? [l10n.t('{0} not taken', counted(notTaken, ROWS))] : []),
  ];
  const [undoIt, show] = [l10n.t('Undo'), l10n.t('Show What Was Not Taken')];
  const lines = leftLines(plan, done.notTaken);
  const buttons = [...(takeBack ? [undoIt] : []), ...(lines.length ? [show] : [])];
  const answer = await window.showInformationMessage(withoutLinks(`${counts.join(', ')}.`), ...buttons);
  if (answer === undoIt) await takeBack?.();
  if (answer === show) await texts.show(l10n.t('Not taken of {0}', name), lines.slice(1));
}

function refused(name: string, { problem }: Refusal): void {
  complain(name, sentenceOf(problem));
}

function complain(name: string, words: string): void {
  void window.showWarningMessage(withoutLinks(l10n.t('{0}: {1}', name, words)));
}
