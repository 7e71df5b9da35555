import { commands, l10n, ThemeIcon, window, type QuickInputButton, type Uri } from 'vscode';
import type { Files } from '../actions/ports/files';
import { isOpen, type Deal } from '../core/deal/deal';
import { plainText, withoutIcons } from '../core/escape';
import { cutFrontMatter } from '../core/frontMatter/cut';
import { toAddress } from '../files/editor/addresses';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { COMMANDS, CONTEXT, type CommandId } from '../ids';
import { DealList, type DealItem } from './dealList';
import { anyDeal } from './fieldCommand';

interface CommandButton extends QuickInputButton {
  readonly command: CommandId;
}

const OPEN_ONES: readonly CommandButton[] = [
  { command: COMMANDS.advanceStage, tooltip: l10n.t('Advance'), iconPath: new ThemeIcon('arrow-right') },
  { command: COMMANDS.setStage, tooltip: l10n.t('Set Stage…'), iconPath: new ThemeIcon('list-ordered') },
];
const ALL: readonly CommandButton[] = [
  { command: COMMANDS.logActivity, tooltip: l10n.t('Log Activity…'), iconPath: new ThemeIcon('comment') },
];

const IN_NOTES: QuickInputButton = { tooltip: l10n.t('Search in Notes'), iconPath: new ThemeIcon('note') };
const IN_DEALS: QuickInputButton = {
  tooltip: l10n.t('Search by Title, Account and So On'),
  iconPath: new ThemeIcon('briefcase'),
};

/**
 * Finds a deal among all, to open it, or to change one after the other without leaving the list. While the pipelines are shown
 * as they were, so are the deals here, and nothing can be done but to open one.
 */
export class FindDeal {
  private list: DealList | undefined;
  private running = 0;

  constructor(
    private readonly pipelines: ShownPipelines,
    private readonly files: Pick<Files, 'read'>,
  ) {
    pipelines.travel.onDidChange(() => this.list && this.close(this.list));
  }

  open(lookFor?: string): void {
    const { at } = this.pipelines.travel;
    // Where only their own lines tell how deals stood, there are no notes of then.
    const hasNotes = !at?.folders.some(({ byHistories }) => byHistories);
    const list = new DealList(this.pipelines, {
      suits: anyDeal,
      title: at ? l10n.t('Find Deal as of {0}', withoutIcons(at.words)) : l10n.t('Find Deal'),
      lookFor,
      instead: typed => [...(hasNotes ? this.inNotes(typed) : []), ...(at ? [] : this.asNew(typed))],
      ...(!at && { buttonsOf: (deal: Deal) => (isOpen(deal) ? [...OPEN_ONES, ...ALL] : ALL) }),
    });
    this.list?.dispose();
    this.list = list;
    const { box } = list;
    if (hasNotes) box.buttons = [IN_NOTES];
    box.onDidTriggerButton(() => void this.searchElsewhere(list));
    box.onDidAccept(() => {
      const [item] = box.activeItems;
      item?.run?.();
      if (item?.uri && list === this.list) void this.openFound(list, item.uri);
    });
    box.onDidTriggerItemButton(
      ({ item, button }) => void this.run((button as CommandButton).command, item.uri),
    );
    box.onDidHide(() => {
      tellIfShown(false);
      // What a command asks takes the place of the list for a while.
      if (!this.running) this.close(list);
    });
    this.show(list);
  }

  /** Runs a command on the deal that the keys are about; then the list is there again, with what has become of it. */
  async run(command: CommandId, uri: Uri | undefined = this.list?.active): Promise<void> {
    const { list } = this;
    if (!list || !uri) return;
    this.running++;
    try {
      await commands.executeCommand(command, uri);
    } finally {
      this.running--;
    }
    // While another one asks something, the list would take the place of its question.
    if (list !== this.list || this.running) return;
    list.readAgain();
    this.show(list);
  }

  /** The list stays until the deal is in front: a key that is pressed before would mean what was there before. */
  private async openFound(list: DealList, uri: Uri): Promise<void> {
    // Also while a command is under way, which would bring the list back.
    this.list = undefined;
    list.box.busy = true;
    try {
      await window.showTextDocument(uri, { preview: false });
    } finally {
      this.close(list);
    }
  }

  /** What can be done where nothing was found; in the notes, nothing more. */
  private inNotes(typed: string): readonly DealItem[] {
    if (this.list?.isInNotes) return [];
    return [
      {
        label: l10n.t('Search in notes for “{0}”', withoutIcons(plainText(typed, 60))),
        iconPath: IN_NOTES.iconPath,
        alwaysShow: true,
        run: () => this.list && this.searchElsewhere(this.list),
      },
    ];
  }

  private asNew(typed: string): readonly DealItem[] {
    return [
      {
        label: l10n.t('New Deal “{0}”…', withoutIcons(plainText(typed, 60))),
        iconPath: new ThemeIcon('add'),
        alwaysShow: true,
        run: () => {
          if (this.list) this.close(this.list);
          return commands.executeCommand(COMMANDS.newDeal, { dealTitle: typed });
        },
      },
    ];
  }

  /** In the notes, or again in what is known of the deals. */
  private async searchElsewhere(list: DealList): Promise<void> {
    const { box } = list;
    if (list.isInNotes) list.searchDeals();
    else await list.searchNotes(uri => this.notesOf(uri));
    box.buttons = [list.isInNotes ? IN_DEALS : IN_NOTES];
  }

  private async notesOf(uri: Uri): Promise<string> {
    const text = await this.textOf(uri);
    const cut = cutFrontMatter(text);
    return cut.kind === 'found' ? text.slice(cut.frontMatter.bodyStart) : text;
  }

  private async textOf(uri: Uri): Promise<string> {
    const folder = this.pipelines.folderOf(uri);
    if (folder?.textThen) return folder.textThen(uri);
    const read = await this.files.read(toAddress(uri));
    return 'problem' in read ? '' : read.text;
  }

  private show({ box }: DealList): void {
    // First, so that the keys of the list work from its first moment.
    tellIfShown(true);
    box.show();
  }

  private close(list: DealList): void {
    tellIfShown(false);
    list.dispose();
    if (this.list === list) this.list = undefined;
  }
}

function tellIfShown(isShown: boolean): void {
  void commands.executeCommand('setContext', CONTEXT.isFinding, isShown);
}
