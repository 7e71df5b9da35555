import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { daysInStage, isStayFromGit } from '../core/deal/daysInStage';
import { isOpen, type Deal } from '../core/deal/deal';
import { dealOf, isNote, needsAttention, type Entry } from '../core/deal/entry';
import { plainText, withoutIcons } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import { sortEntries } from '../core/pipeline/sort';
import { stageOf } from '../core/process/process';
import type { SortKey } from '../core/process/view';
import { sideBySide } from '../core/sideBySide';
import { showList } from '../files/editor/showList';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { NoDeals } from '../shared/fromPage';
import { pastWords } from '../words/past';
import { sentenceOf } from '../words/sentence';
import { worthOf } from '../words/worth';

interface Item extends QuickPickItem {
  /** Empty where it is no deal. */
  readonly path: string;
  readonly isGone?: true;
}

/** A deal that somebody has removed. */
export interface GoneDeal {
  readonly path: string;
  readonly title: string;
}

/** What was chosen: a deal, or all. */
export type Picked = Pick<Item, 'path' | 'isGone'> | 'all' | undefined;

export interface ListOptions {
  readonly today: CalendarDate;
  readonly sort: SortKey;
  /** Deals that no file tells of any longer. */
  readonly gone?: readonly GoneDeal[];
}

/**
 * The deals behind a figure in a list, to choose one from, or to take all of them into the pipeline view. A deal that counts
 * twice is named once.
 */
export async function pickDeal(
  folder: ShownFolder,
  paths: readonly string[],
  words: string,
  { today, sort, gone = [] }: ListOptions,
): Promise<Picked> {
  const entries = [...new Set(paths)].flatMap(path => folder.pipeline.get(path) ?? []);
  const sorted = sortEntries(entries, sort, folder.pipeline.process, today);
  const deals = sorted.flatMap(entry => dealOf(entry) ?? []);
  const many = deals.length + gone.length;
  const count = many === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', many);
  const items = deals.slice(0, MOST_SHOWN).map(deal => itemOf(deal, folder, today));
  const picker = window.createQuickPick<Item>();
  picker.title = `${plainText(words, 100)} · ${count}`;
  picker.placeholder = l10n.t('Pick one to open');
  picker.matchOnDescription = picker.matchOnDetail = true;
  // At the end, where one arrow key leads, so that what is typed finds a deal first.
  const all = deals.length ? [SEPARATOR, showAll(deals.length - items.length)] : [];
  if (many) picker.items = [...items, ...gone.slice(0, MOST_SHOWN).map(goneItem), ...all];
  if (deals.length) picker.buttons = [{ iconPath: new ThemeIcon('list-tree'), tooltip: SHOW_ALL }];
  const picked = await new Promise<Item | 'all' | undefined>(resolve => {
    picker.onDidAccept(() => resolve(picker.activeItems[0]));
    picker.onDidTriggerButton(() => resolve('all'));
    showList(picker, () => resolve(undefined));
  });
  picker.dispose();
  return picked === 'all' || !picked || picked.path ? picked : 'all';
}

const SHOW_ALL = l10n.t('Show in Pipeline View');
const SEPARATOR: Item = { label: '', kind: QuickPickItemKind.Separator, path: '' };

function goneItem({ path, title }: GoneDeal): Item {
  return {
    label: withoutIcons(plainText(title, 100)),
    description: l10n.t('removed'),
    path,
    isGone: true,
  };
}

function showAll(notListed: number): Item {
  const description = notListed ? l10n.t('{0} more are not in this list', notListed) : '';
  return { label: `$(list-tree) ${SHOW_ALL}`, description, path: '' };
}

/** The editor is slow with lists of thousands, which nobody reads. */
const MOST_SHOWN = 500;

const IS_OF: Readonly<Record<NoDeals, (entry: Entry) => boolean>> = {
  attention: needsAttention,
  note: isNote,
};

/** Files that are no deals, in a list, to choose one from. */
export async function pickFile(folder: ShownFolder, kind: NoDeals): Promise<string | undefined> {
  const files = [...folder.pipeline.all()].filter(IS_OF[kind]);
  const items = files.slice(0, MOST_SHOWN).map((entry): Item => ({
    label: withoutIcons(plainText(entry.path, 100)),
    ...(needsAttention(entry) && { detail: withoutIcons(plainText(sentenceOf(entry.problem), 200)) }),
    path: entry.path,
  }));
  const title = kind === 'note' ? l10n.t('Files without a stage') : l10n.t('Files that need attention');
  const placeHolder = l10n.t('Pick one to open');
  const picked = await window.showQuickPick(items, { title, placeHolder, matchOnDetail: true });
  return picked?.path;
}

function itemOf(deal: Deal, { pipeline: { process, currencies } }: ShownFolder, today: CalendarDate): Item {
  const stage = plainText(stageOf(process, deal.stage).label, 60);
  const days = isOpen(deal) ? daysInStage(deal, today) : undefined;
  const lost = deal.stageNotKnown ? l10n.t('lost') : l10n.t('lost in {0}', stage);
  const where = { open: stage, won: l10n.t('won'), lost }[deal.status];
  const description = [
    where,
    days === undefined ? undefined : l10n.t('{0} d', days),
    days !== undefined && isStayFromGit(deal) ? pastWords('en').fromGit : undefined,
    worthOf(deal, moneyIn(currencies)),
    deal.owner && plainText(deal.owner, 40),
  ];
  const detail = [
    deal.account && plainText(deal.account, 60),
    deal.nextStep && plainText(deal.nextStep, 100),
  ];
  return {
    label: withoutIcons(plainText(deal.title, 100)),
    description: withoutIcons(sideBySide(description)),
    detail: withoutIcons(sideBySide(detail)),
    path: deal.path,
  };
}
