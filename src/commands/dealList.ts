import { l10n, window, type Disposable, type QuickInputButton, type QuickPickItem, type Uri } from 'vscode';
import { daysInStage } from '../core/deal/daysInStage';
import { isOpen, type Deal } from '../core/deal/deal';
import { plainText, withoutIcons } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import { Search, searchTextOf } from '../core/pipeline/search';
import { stageOf } from '../core/process/process';
import { stageIndex } from '../core/process/stages';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { worthOf } from '../words/worth';

/** More than anybody reads; the editor is slow with lists of thousands. */
const MOST_SHOWN = 200;

export interface DealItem extends QuickPickItem {
  /** None for the line that tells of the deals that are not shown. */
  readonly uri?: Uri;
}

type OfferedDeal = ReturnType<Pipelines['deals']> extends Iterable<infer One> ? One : never;

export interface DealListOptions {
  readonly suits: (deal: Deal) => boolean;
  readonly title: string;
  /** What is looked for at first. */
  readonly lookFor?: string | undefined;
  readonly buttonsOf?: (deal: Deal) => readonly QuickInputButton[];
}

/** A list of deals that is searched by us, and up to date as long as it is there. */
export class DealList implements Disposable {
  readonly box = window.createQuickPick<DealItem>();
  private readonly disposables = new Disposables();
  private found: readonly OfferedDeal[] = [];
  private search = new Search([]);

  constructor(
    private readonly pipelines: Pipelines,
    private readonly options: DealListOptions,
  ) {
    this.box.title = options.title;
    this.box.value = options.lookFor ?? '';
    this.box.placeholder = l10n.t('Search by title, account, contact, tag, owner or stage');
    // The editor would put the labels first that have what was typed in one piece. It has a name for this, but no type.
    Object.assign(this.box, { sortByLabel: false });
    this.disposables.add(this.box);
    this.disposables.add(this.box.onDidChangeValue(() => this.show()));
    this.disposables.add(pipelines.onDidChange(() => this.readAgain()));
    this.read();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** The deal that the keys are about. */
  get active(): Uri | undefined {
    return this.box.activeItems[0]?.uri;
  }

  private readAgain(): void {
    const active = this.active?.toString();
    this.box.keepScrollPosition = true;
    this.read();
    const same = this.box.items.find(({ uri }) => uri && uri.toString() === active);
    if (same) this.box.activeItems = [same];
    this.box.keepScrollPosition = false;
  }

  private read(): void {
    const rank = ({ deal }: OfferedDeal) => stageIndex(deal.stage) + (isOpen(deal) ? 0 : 100);
    this.found = [...this.pipelines.deals()]
      .filter(({ deal }) => this.options.suits(deal))
      .sort((a, b) => rank(a) - rank(b));
    this.search = new Search(this.found.map(one => searchTextOf(one.deal, stateOf(one))));
    this.show();
  }

  private show(): void {
    const hits = this.search.find(this.box.value);
    const items: DealItem[] = hits.slice(0, MOST_SHOWN).map(at => this.itemOf(this.found[at]!));
    const more = hits.length - items.length;
    if (more > 0)
      items.push({ label: l10n.t('{0} more; keep typing to narrow them down', more), alwaysShow: true });
    this.box.items = items;
  }

  private itemOf(found: OfferedDeal): DealItem {
    const { deal, folder, uri } = found;
    const days = daysInStage(deal, this.pipelines.today);
    const facts = [
      deal.account && withoutIcons(plainText(deal.account, 60)),
      worthOf(deal, moneyIn(folder.pipeline.currencies)),
      days === undefined ? undefined : l10n.t('{0} d', days),
    ];
    return {
      label: withoutIcons(plainText(deal.title, 100)),
      description: withoutIcons(plainText(stateOf(found), 60)),
      detail: facts.filter(fact => fact).join(' · '),
      alwaysShow: true,
      buttons: [...(this.options.buttonsOf?.(deal) ?? [])],
      uri,
    };
  }
}

function stateOf({ deal, folder }: OfferedDeal): string {
  const stage = stageOf(folder.pipeline.process, deal.stage).label;
  return { open: stage, won: l10n.t('Won'), lost: l10n.t('Lost in {0}', stage) }[deal.status];
}
