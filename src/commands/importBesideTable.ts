import { l10n, window } from 'vscode';
import { importBeside, type BesideImported } from '../actions/imports/importBeside';
import { alreadyIn, type BesidePlan, type DealBeside } from '../actions/imports/planBeside';
import type { Home } from '../actions/ports/homes';
import type { BesideSaid } from '../core/intake/beside/besideMapping';
import { plainText, withoutLinks } from '../core/escape';
import type { OfRow } from '../core/intake/incoming';
import { formatTable } from '../core/text/textTable';
import type { Pipelines } from '../files/pipelines';
import { ADDED, BESIDE } from '../words/en/beside';
import { counted, countedInTitle, DEALS, ROWS, ROWS_ELSEWHERE } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { sentence } from '../words/sentence';
import { chooseBesideColumn } from './changeBesideColumn';
import type { Changes } from './changes';
import { leftUnsaved } from './leftUnsaved';
import { importing } from './importing';
import { intoWhich } from './intoWhich';
import type { ImportTexts } from './importTexts';
import { importIt, intoLine, MOST_OF_HEAD, nothingNew, part, rowLines } from './importWords';

/** So many deals are shown with what they would get. */
const FIRST = 20;

/** Shows what deals would get of a table that was exported beside them, asks, and writes it: one message tells what was done. */
export async function besideImported(
  pipelines: Pipelines,
  changes: Changes,
  texts: ImportTexts,
  home: Home,
  name: string,
  plan: BesidePlan,
  anew: (plan: BesidePlan, said: BesideSaid) => Promise<BesidePlan>,
): Promise<void> {
  const into = intoWhich(pipelines, home);
  for (;;) {
    const wanted = await agreed(name, plan, texts, into);
    if (!wanted) return;
    if (wanted === 'import') break;
    plan = await anew(plan, wanted);
  }
  const done = await changes.during(
    importing(name, progress => importBeside(changes.workspace, home, plan, progress)),
  );
  const takeBack = done.units.length
    ? changes.keep(l10n.t('Import of {0}', name), done.units, done.folders)
    : undefined;
  if (!pipelines.folders.length) await pipelines.find();
  if (done.broken) throw done.broken.cause;
  if (done.notKept)
    void window.showWarningMessage(withoutLinks(l10n.t('{0}: {1}', name, sentence(done.notKept))));
  void tell(name, plan, done, texts, takeBack);
}

/** One message with what was done, and what can be done about it. */
async function tell(
  name: string,
  plan: BesidePlan,
  done: BesideImported,
  texts: ImportTexts,
  takeBack: (() => Promise<void>) | undefined,
): Promise<void> {
  const notTaken = [...plan.notTaken, ...done.notTaken];
  const unsaved = leftUnsaved(done.changed.map(({ file }) => file));
  const added = done.changed.reduce((sum, one) => sum + one.added.length, 0);
  const counts = [
    l10n.t(
      '{0} added to {1} from {2}',
      counted(added, ADDED[plan.beside]),
      counted(done.changed.length, DEALS),
      name,
    ),
    ...(alreadyIn(plan) ? [l10n.t('{0} already there', alreadyIn(plan))] : []),
    ...(plan.elsewhere.length ? [counted(plan.elsewhere.length, ROWS_ELSEWHERE)] : []),
    ...(notTaken.length ? [l10n.t('{0} not taken', counted(notTaken.length, ROWS))] : []),
    ...(done.left ? [l10n.t('{0} left when it was cancelled', counted(done.left, DEALS))] : []),
    ...unsaved.said,
  ];
  const [undoIt, show] = [l10n.t('Undo'), l10n.t('Show What Was Not Taken')];
  const buttons = [...unsaved.buttons, ...(takeBack ? [undoIt] : []), ...(notTaken.length ? [show] : [])];
  const answer = await window.showInformationMessage(withoutLinks(`${counts.join(', ')}.`), ...buttons);
  if (answer !== undefined && unsaved.buttons.includes(answer)) {
    await unsaved.save();
    return tell(name, plan, done, texts, takeBack);
  }
  if (answer === undoIt) await takeBack?.();
  if (answer === show) await texts.show(l10n.t('Not taken from {0}', name), leftPart(notTaken).slice(1));
}

/** What the person wants: the import; or columns that are something else, by which all is shown anew. */
async function agreed(
  name: string,
  plan: BesidePlan,
  texts: ImportTexts,
  into: string | undefined,
): Promise<'import' | BesideSaid | undefined> {
  const tab = l10n.t('Import {0}', name);
  await texts.showBelowList(tab, besidePreview(name, plan, into));
  try {
    const adding = addedIn(plan);
    const changing = plan.deals.filter(({ adds }) => adds.length).length;
    const doIt = {
      label: `$(check) ${l10n.t('Add {0} to {1}', countedInTitle(adding, ADDED[plan.beside]), countedInTitle(changing, DEALS))}`,
    };
    const column = { label: `$(edit) ${l10n.t('Change What a Column Becomes…')}` };
    const close = { label: `$(x) ${adding ? l10n.t('Cancel') : l10n.t('Close')}` };
    const rows = adding ? [doIt, column, close] : [close, column];
    const options = {
      title: l10n.t('Import Deals'),
      placeHolder: adding ? importIt() : nothingNew(),
      ignoreFocusOut: true,
    };
    const picked = await texts.asking(() => window.showQuickPick(rows, options));
    if (picked === column) return { what: plan.beside, columns: await chooseBesideColumn(plan) };
    return picked === doIt ? 'import' : undefined;
  } finally {
    await texts.close(tab);
  }
}

function addedIn({ deals }: BesidePlan): number {
  return deals.reduce((sum, { adds }) => sum + adds.length, 0);
}

/** What deals would get: counts, what each column is, the first deals with their lines, and the rows that are left. */
function besidePreview(name: string, plan: BesidePlan, into: string | undefined): readonly string[] {
  const { beside, system, surveyed, columns, deals, notTaken, elsewhere } = plan;
  const rows = counted(surveyed.rows, ROWS);
  const changing = deals.filter(({ adds }) => adds.length);
  const table = columns.map(({ column: { head, samples }, is }) => [
    plainText(head, MOST_OF_HEAD),
    '→',
    is,
    samples.map(sample => quoted(sample, 30)).join(', '),
  ]);
  return [
    system
      ? l10n.t('{0}: {1} from {2}, {3}', plainText(name), BESIDE[beside], system.name, rows)
      : l10n.t('{0}: {1}, {2}', plainText(name), BESIDE[beside], rows),
    ...intoLine(into),
    l10n.t('Nothing is written before you choose Add.'),
    '',
    l10n.t('{0} to add to {1}', counted(addedIn(plan), ADDED[beside]), counted(changing.length, DEALS)),
    ...(alreadyIn(plan) ? [l10n.t('{0} already there', alreadyIn(plan))] : []),
    ...(elsewhere.length ? [counted(elsewhere.length, ROWS_ELSEWHERE)] : []),
    ...(notTaken.length ? [l10n.t('{0} not taken: see below', counted(notTaken.length, ROWS))] : []),
    ...part(l10n.t('Columns'), formatTable(table, [{}, {}, {}, {}])),
    ...part(l10n.t('What the deals would get'), changing.slice(0, FIRST).flatMap(dealLines)),
    ...(changing.length > FIRST ? [l10n.t('… and {0} more', counted(changing.length - FIRST, DEALS))] : []),
    ...leftPart(notTaken),
    ...part(l10n.t('Rows that belong to no deal here'), rowLines(elsewhere)),
  ];
}

function dealLines({ there, adds }: DealBeside): string[] {
  return [`-- ${plainText(there.deal.path)} --`, ...adds.map(({ line }) => plainText(line, 160))];
}

function leftPart(notTaken: readonly OfRow[]): readonly string[] {
  return part(l10n.t('Rows that are not taken'), rowLines(notTaken.toSorted((a, b) => a.row - b.row)));
}
