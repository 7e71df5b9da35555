import { commands, l10n, ThemeIcon, window, type QuickInputButton, type Uri } from 'vscode';
import { isOpen, type Deal } from '../core/deal/deal';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, CONTEXT, type CommandId } from '../ids';
import { DealList } from './dealList';
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

/** Finds a deal among all, to open it, or to change one after the other without leaving the list. */
export class FindDeal {
  private list: DealList | undefined;
  private running = 0;

  constructor(private readonly pipelines: Pipelines) {}

  open(lookFor?: string): void {
    const buttonsOf = (deal: Deal) => (isOpen(deal) ? [...OPEN_ONES, ...ALL] : ALL);
    const title = l10n.t('Find Deal');
    const list = new DealList(this.pipelines, { suits: anyDeal, title, lookFor, buttonsOf });
    this.list?.dispose();
    this.list = list;
    const { box } = list;
    box.onDidAccept(() => {
      const uri = list.active;
      if (!uri) return;
      // Also while a command is under way, which would bring the list back.
      this.close(list);
      void window.showTextDocument(uri, { preview: false });
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
    if (list === this.list && !this.running) this.show(list);
  }

  private show({ box }: DealList): void {
    box.show();
    tellIfShown(true);
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
