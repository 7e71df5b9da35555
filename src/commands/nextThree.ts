import { commands, l10n, window, type QuickPickItem, type Uri } from 'vscode';
import { isOpen } from '../core/deal/deal';
import { dealOf } from '../core/deal/entry';
import { plainText, withoutIcons } from '../core/escape';
import { filterIn } from '../core/filter/picked';
import type { DealFilter } from '../core/filter/table';
import { makeReport } from '../core/metrics/report';
import type { BestAction, ToDo } from '../core/metrics/today/whatToDo';
import { sideBySide } from '../core/sideBySide';
import { toAddress } from '../files/editor/addresses';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';
import { saidNeeds } from '../words/needs';
import { reportWords } from '../words/report';
import type { Changes } from './changes';

/** So many deals are enough for a morning, and few enough to begin with. */
const MOST = 3;

/** A deal of the list, and the pipeline that it is in. */
interface Next {
  readonly folder: PipelineFolder;
  readonly uri: Uri;
  readonly toDo: ToDo;
}

/**
 * Goes through the top of what to do today, deal by deal: opens each, says why it is there, and does what the person picks; until
 * something was done or it is skipped, the same deal is asked about again. Esc ends it.
 *
 * @param filter that of the pipeline view, which holds for the agenda too
 */
export async function nextThree(pipelines: Pipelines, changes: Changes, filter: DealFilter): Promise<void> {
  const top = topOf(pipelines, filter);
  if (!top.length) {
    changes.tell(l10n.t('Nothing to do today.'));
    return;
  }
  let done = 0;
  let skipped = 0;
  for (const [at, next] of top.entries()) {
    const answer = await goThrough(pipelines, changes, next, l10n.t('{0} of {1}', at + 1, top.length));
    if (answer === 'done') done++;
    else if (answer === 'skipped') skipped++;
    else break;
  }
  changes.tell(summary(done, skipped, top.length - done - skipped));
}

/** The deals that Today has first: of the pipeline that the person has in front, else of all, one after the other. */
function topOf(pipelines: Pipelines, filter: DealFilter): Next[] {
  const { inFront, folders, today } = pipelines;
  const front = inFront.uri && pipelines.folderOf(inFront.uri);
  return (front ? [front] : folders)
    .flatMap(folder => {
      const { pipeline } = folder;
      const { files, process } = pipeline;
      const asked = { process, asOf: today, filter: filterIn(filter, folder.uri.toString()) };
      const report = makeReport({ deals: pipeline.deals(), files, ...asked });
      return report.today.toDo.now.map(toDo => ({ folder, uri: folder.uriOf(toDo.path), toDo }));
    })
    .slice(0, MOST);
}

async function goThrough(
  pipelines: Pipelines,
  { workspace }: Changes,
  { uri, toDo }: Next,
  where: string,
): Promise<'done' | 'skipped' | undefined> {
  const textNow = async () => {
    const read = await workspace.files.read(toAddress(uri));
    return 'text' in read ? read.text : undefined;
  };
  const before = await textNow();
  for (;;) {
    // It may be closed, or gone, by what was done to another one.
    const deal = dealOf(pipelines.entryAt(uri));
    if (!deal || !isOpen(deal)) return 'skipped';
    await window.showTextDocument(uri, { preview: true });
    const picked = await window.showQuickPick(itemsFor(toDo), {
      title: sideBySide([where, shown(toDo.title), toDo.step && shown(toDo.step)]),
      placeHolder: whyFirst(toDo, pipelines),
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (!picked.command) return 'skipped';
    await commands.executeCommand(picked.command, uri);
    if ((await textNow()) !== before) return 'done';
  }
}

interface Item extends QuickPickItem {
  /** None where the deal is to be left as it is. */
  readonly command: string | undefined;
}

const LABELS = {
  completeNextStep: `$(check) ${l10n.t('Done…')}`,
  tickTodo: `$(tasklist) ${l10n.t('Tick To-Do…')}`,
  setNextStep: `$(arrow-circle-right) ${l10n.t('Set Next Step…')}`,
  logActivity: `$(comment) ${l10n.t('Log…')}`,
  setStage: `$(arrow-right) ${l10n.t('Move…')}`,
  setCloseDate: `$(calendar) ${l10n.t('Push Close Date…')}`,
  setValue: `$(tag) ${l10n.t('Set Value…')}`,
  holdUntil: `$(debug-pause) ${l10n.t('Hold…')}`,
} as const satisfies Readonly<Record<BestAction | 'holdUntil', string>>;

/** What helps most comes first, so that Enter is enough. */
function itemsFor({ action, step, todos, value }: ToDo): Item[] {
  const all = Object.keys(LABELS) as (keyof typeof LABELS)[];
  const fits = all.filter(
    one =>
      (one !== 'completeNextStep' || step !== null) &&
      (one !== 'tickTodo' || todos.length > 0) &&
      (one !== 'setValue' || value === null),
  );
  const ordered = [...new Set([...fits.filter(one => one === action), ...fits])];
  return [
    ...ordered.map(one => ({ label: LABELS[one], command: COMMANDS[one] })),
    { label: `$(debug-step-over) ${l10n.t('Skip')}`, command: undefined },
  ];
}

function whyFirst({ rule, reasons }: ToDo, { today }: Pipelines): string {
  const { rules, reason } = reportWords('en').today;
  const why = [...new Set(saidNeeds(reasons).map(one => reason(one, today)))];
  return l10n.t('{0}: {1}', rules[rule], why.join(', '));
}

function summary(done: number, skipped: number, left: number): string {
  const parts = [
    l10n.t('{0} done', done),
    skipped && l10n.t('{0} skipped', skipped),
    left && l10n.t('{0} left for later', left),
  ];
  return l10n.t('Next Three: {0}.', parts.filter(part => part).join(', '));
}

function shown(text: string): string {
  return withoutIcons(plainText(text, 60));
}
