import { commands, l10n, Uri, window } from 'vscode';
import { firstDeals } from '../actions/imports/firstDeals';
import { importDeals, type Imported, type Takes } from '../actions/imports/importDeals';
import { nameOf } from '../actions/address';
import type { ImportPlan } from '../actions/imports/planImport';
import type { Home } from '../actions/ports/homes';
import { TableFailed, type ForeignTable } from '../actions/ports/tables';
import type { Workspace } from '../actions/workspace';
import { countNoted } from '../core/intake/gather';
import { plainText, withoutLinks } from '../core/escape';
import { reasonOf } from '../core/problem';
import { DEFAULT_PROCESS } from '../core/process/process';
import type { Refusal } from '../core/refusal';
import { isRecord } from '../core/shapes';
import { toAddress, toUri } from '../files/editor/addresses';
import { homeAt } from '../files/editor/openHomes';
import { namedTable, TABLE_ENDINGS, type NamedTable } from '../files/editor/tablesIn';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';
import { CELLS, counted, DEALS, ROWS } from '../words/en/counted';
import { sentence, sentenceOf } from '../words/sentence';
import type { Changes } from './changes';
import type { ImportTexts } from './importTexts';
import { agreed } from './importAgreed';
import { againIn, leftLines } from './importWords';
import { leftUnsaved } from './leftUnsaved';
import { importing } from './importing';
import { intoWhich } from './intoWhich';
import { besideImported } from './importBesideTable';
import { folderFor, placeOfNew } from './newDeal';
import type { OneImport } from './oneImport';
import { TablePlans } from './tablePlans';

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
  one: OneImport,
  args: readonly unknown[],
): Promise<void> {
  // Before a file is chosen: without a folder there is nothing that it could be imported into.
  const home = await chooseHome(pipelines, args);
  const chosen = home && (namedIn(args) ?? (await chooseFile()));
  if (!chosen) return;
  const name = plainText(chosen.name, 80);
  await one.run(name, () => imported(pipelines, changes, texts, home, name, chosen.table));
}

async function imported(
  pipelines: Pipelines,
  changes: Changes,
  texts: ImportTexts,
  home: Home,
  name: string,
  table: ForeignTable,
): Promise<void> {
  try {
    const { workspace } = changes;
    const into = intoWhich(pipelines, home);
    const wasThere = pipelines.isOpen(toUri(home.folder));
    const plans = new TablePlans(workspace, home, table, name);
    const begun = await plans.begun();
    if (!begun) return;
    if (!begun.ok) return refused(name, begun);
    if ('beside' in begun)
      return await besideImported(pipelines, changes, texts, home, name, begun, async (before, said) => {
        const anew = said.columns && (await plans.besideAnew(before, said));
        if (anew && !anew.ok) refused(name, anew);
        return anew?.ok ? anew : before;
      });
    let plan = begun;
    let takes: Takes | undefined;
    while (!takes) {
      const first = await firstDeals(workspace, home, plan, FIRST);
      if (!first.ok) return refused(name, first);
      const wanted = await agreed(home, name, plan, first.made, texts, into);
      if (!wanted) return;
      if ('takes' in wanted) takes = wanted.takes;
      else if ('wish' in wanted || wanted.mapping !== plan.proposed.mapping) {
        const anew =
          'wish' in wanted ? await plans.wishing(wanted.wish, plan) : await plans.anew(wanted.mapping);
        if (anew?.ok) plan = anew;
        else if (anew) refused(name, anew);
      }
    }
    // Made anew, it would be without its process, and no pipeline.
    if (wasThere && !(await workspace.files.exists(home.folder))) {
      const gone = l10n.t('The pipeline “{0}” no longer exists.', plainText(nameOf(home.folder), 60));
      return void complain(name, gone);
    }
    const done = await changes.during(written(workspace, home, name, plan, takes));
    if (!done.ok) return refused(name, done);
    const takeBack = done.units.length
      ? changes.keep(l10n.t('Import of {0}', name), done.units, done.folders)
      : undefined;
    if (!pipelines.folders.length) await pipelines.find();
    if (done.broken) throw done.broken.cause;
    void tell(name, into, plan, done, texts, takeBack);
    if (done.notKept) complain(name, sentence(done.notKept));
  } catch (cause) {
    const why = cause instanceof TableFailed ? sentence(cause.says) : plainText(reasonOf(cause), 300);
    void complain(name, why);
  }
}

function namedIn([of]: readonly unknown[]): NamedTable | undefined {
  if (of instanceof Uri) return namedTable(of);
  return isRecord(of) && 'table' in of && 'name' in of ? (of as unknown as NamedTable) : undefined;
}

async function chooseFile(): Promise<NamedTable | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Import Deals'),
    openLabel: l10n.t('Preview Import'),
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
  into: string | undefined,
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
  const { inNotes, toCheck } = countNoted(plan.noted);
  const counts = [
    ...madeAndUpdated(name, into, done.created.length, updated),
    ...(left ? [l10n.t('{0} left when it was cancelled', left)] : []),
    ...(alike > 0 ? [l10n.t('{0} already there', alike)] : []),
    ...(inNotes ? [l10n.t('{0} put in the notes', counted(inNotes, CELLS))] : []),
    ...(toCheck ? [l10n.t('{0} to check', counted(toCheck, CELLS))] : []),
    ...(plan.lost.length
      ? [l10n.t('{0} with broken bytes not taken', counted(plan.lost.length, CELLS))]
      : []),
    ...(notTaken ? [l10n.t('{0} not taken', counted(notTaken, ROWS))] : []),
  ];
  const unsaved = leftUnsaved(done.updated.map(({ file }) => file));
  const isAllTaken = !notTaken && !plan.leftOut.length && !plan.lost.length;
  const undoIt = l10n.t('Undo');
  const show = isAllTaken ? l10n.t('Show These Cells') : l10n.t('Show What Was Not Taken');
  const lines = leftLines(plan, done.notTaken);
  const buttons = [...unsaved.buttons, ...(takeBack ? [undoIt] : []), ...(lines.length ? [show] : [])];
  const words = [...counts, ...unsaved.said].join(', ');
  const answer = await window.showInformationMessage(withoutLinks(`${words}.`), ...buttons);
  if (answer !== undefined && unsaved.buttons.includes(answer)) {
    await unsaved.save();
    return tell(name, into, plan, done, texts, takeBack);
  }
  if (answer === undoIt) await takeBack?.();
  const tab = isAllTaken ? l10n.t('Cells of {0}', name) : l10n.t('Not taken from {0}', name);
  if (answer === show) await texts.show(tab, lines.slice(1));
}

/** What was updated comes first where nothing was made. */
function madeAndUpdated(name: string, into: string | undefined, made: number, updated: number): string[] {
  if (updated && !made) {
    const deals = counted(updated, DEALS);
    return into === undefined
      ? [l10n.t('{0} updated from {1}', deals, name)]
      : [l10n.t('{0} in {1} updated from {2}', deals, into, name)];
  }
  const deals = counted(made, DEALS);
  const first =
    into === undefined
      ? l10n.t('{0} imported from {1}', deals, name)
      : l10n.t('{0} imported from {1} into {2}', deals, name, into);
  return updated ? [first, l10n.t('{0} updated', updated)] : [first];
}

function refused(name: string, { problem }: Refusal): void {
  void complain(name, sentenceOf(problem));
}

/** With a button, as the editor cuts off what is long where a message has none. */
async function complain(name: string, words: string): Promise<void> {
  const another = l10n.t('Choose Another File…');
  const answer = await window.showWarningMessage(withoutLinks(l10n.t('{0}: {1}', name, words)), another);
  if (answer === another) await commands.executeCommand(COMMANDS.importDeals);
}
