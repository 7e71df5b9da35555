import {
  l10n,
  window,
  type Disposable,
  type Event,
  type QuickInputButton,
  type QuickPickItem,
  type Uri,
} from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { daysInStage } from '../core/deal/daysInStage';
import { isOpen, type Deal } from '../core/deal/deal';
import { plainText, withoutIcons } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import { Search, searchTextOf } from '../core/pipeline/search';
import { NotesSearch } from '../core/pipeline/searchNotes';
import { stageOf } from '../core/process/process';
import { stageIndex } from '../core/process/stages';
import { sideBySide } from '../core/sideBySide';
import { Disposables } from '../disposables';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import { worthOf } from '../words/worth';

const PLACEHOLDER = l10n.t('Search by title, account, contact, tag, owner or stage');

/** More than anybody reads; the editor is slow with lists of thousands. */
const MOST_SHOWN = 200;

export interface DealItem extends QuickPickItem {
  /** None for the line that tells of the deals that are not shown, and for what can be done instead. */
  readonly uri?: Uri;
  readonly run?: () => unknown;
}

interface OfferedDeal {
  readonly deal: Deal;
  readonly folder: Pick<ShownFolder, 'pipeline'>;
  readonly uri: Uri;
}

/** Where the deals are from: the pipelines as they are, or as they are shown. */
interface DealsToList {
  readonly today: CalendarDate;
  readonly onDidChange: Event<unknown>;
  deals(): Iterable<OfferedDeal>;
}

export interface DealListOptions {
  readonly suits: (deal: Deal) => boolean;
  readonly title: string;
  /** What is looked for at first. */
  readonly lookFor?: string | undefined;
  readonly buttonsOf?: (deal: Deal) => readonly QuickInputButton[];
  /** What can be done where nothing has what was typed. */
  readonly instead?: (typed: string) => readonly DealItem[];
}

/** The deals whose notes were read, and these. */
interface ReadNotes {
  readonly found: readonly OfferedDeal[];
  readonly search: NotesSearch;
}

/** A list of deals that is searched by us, and up to date as long as it is there. */
export class DealList implements Disposable {
  readonly box = window.createQuickPick<DealItem>();
  private readonly disposables = new Disposables();
  private found: readonly OfferedDeal[] = [];
  private search = new Search([]);
  private notes: ReadNotes | undefined;

  constructor(
    private readonly pipelines: DealsToList,
    private readonly options: DealListOptions,
  ) {
    this.box.title = options.title;
    this.box.value = options.lookFor ?? '';
    this.box.placeholder = PLACEHOLDER;
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

  /** Whether it is the notes that are searched. */
  get isInNotes(): boolean {
    return this.notes !== undefined;
  }

  /** Searches what the deals' files say below their front matter, from now on. */
  async searchNotes(read: (uri: Uri) => Promise<string>): Promise<void> {
    const { box, found } = this;
    box.busy = true;
    const texts = await Promise.all(found.map(({ uri }) => read(uri)));
    this.notes = { found, search: new NotesSearch(texts) };
    box.busy = false;
    box.placeholder = l10n.t('Search in notes');
    this.show();
  }

  /** Searches what the front matter says of the deals, as at first. */
  searchDeals(): void {
    this.notes = undefined;
    this.box.placeholder = PLACEHOLDER;
    this.show();
  }

  /** Where it was hidden for a while: the editor keeps no rows of a list that others have taken the place of. */
  readAgain(): void {
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
    if (this.notes) {
      const now = new Map(this.found.map(one => [one.uri.toString(), one]));
      const { found, search } = this.notes;
      this.notes = { found: found.map(one => now.get(one.uri.toString()) ?? one), search };
    }
    this.search = new Search(this.found.map(one => searchTextOf(one.deal, stateOf(one))));
    this.show();
  }

  private show(): void {
    const { value } = this.box;
    const hits = this.notes ? this.inNotes(this.notes, value) : this.inDeals(value);
    const items: DealItem[] = hits.slice(0, MOST_SHOWN).map(item => item());
    const more = hits.length - items.length;
    if (more > 0)
      items.push({ label: l10n.t('{0} more; keep typing to narrow them down', more), alwaysShow: true });
    const instead = !hits.length && value.trim() ? this.options.instead?.(value.trim()) : undefined;
    this.box.items = [...items, ...(instead ?? [])];
  }

  private inDeals(typed: string): readonly (() => DealItem)[] {
    return this.search.find(typed).map(at => () => this.itemOf(this.found[at]!));
  }

  private inNotes({ found, search }: ReadNotes, typed: string): readonly (() => DealItem)[] {
    return search.find(typed).map(({ at, line }) => () => ({
      ...this.itemOf(found[at]!),
      detail: withoutIcons(plainText(line, 160)),
    }));
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
      detail: sideBySide(facts),
      alwaysShow: true,
      buttons: [...(this.options.buttonsOf?.(deal) ?? [])],
      uri,
    };
  }
}

function stateOf({ deal, folder }: OfferedDeal): string {
  const stage = stageOf(folder.pipeline.process, deal.stage).label;
  const lost = deal.stageNotKnown ? l10n.t('Lost') : l10n.t('Lost in {0}', stage);
  return { open: stage, won: l10n.t('Won'), lost }[deal.status];
}
