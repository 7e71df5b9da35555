import { EventEmitter, TabInputCustom, TabInputWebview, Uri, window, type Tab } from 'vscode';
import { Disposables } from '../../disposables';
import { fileName, whichIsPreviewed } from './previewed';

/** With what VS Code puts before it. */
const PREVIEW = /(?:^|-)markdown\.preview$/;

/** The file that the person has in front, in an editor or in a Markdown preview. */
export class FileInFront extends Disposables {
  private readonly changed = this.add(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  /** Never cut: what was forgotten could be what is shown, and another file of its name would be taken for it. */
  private readonly drawn = new Set<string>();
  private told: string | undefined;

  constructor() {
    super();
    for (const happened of [
      window.onDidChangeActiveTextEditor,
      window.tabGroups.onDidChangeTabs,
      window.tabGroups.onDidChangeTabGroups,
    ])
      this.add(happened(() => this.tell()));
  }

  /** Nothing where a preview may show one of several files. */
  get uri(): Uri | undefined {
    return window.activeTextEditor?.document.uri ?? this.previewed;
  }

  /** The same, where it is in a preview. */
  get previewed(): Uri | undefined {
    if (window.activeTextEditor) return undefined;
    const tab = window.tabGroups.activeTabGroup.activeTab;
    if (tab?.input instanceof TabInputCustom) return tab.input.uri;
    if (!tab || !isPreview(tab)) return undefined;
    const address = whichIsPreviewed({
      title: tab.label,
      alike: tabs().filter(one => isAlike(one, tab)).length,
      drawn: [...this.drawn],
    });
    return address === undefined ? undefined : Uri.parse(address, true);
  }

  /** A preview was drawn with this file. */
  draw(uri: Uri): void {
    const address = uri.toString();
    this.drawn.delete(address);
    this.drawn.add(address);
    this.tell();
  }

  private tell(): void {
    const { uri, previewed } = this;
    const now = `${uri?.toString()} ${previewed?.toString()}`;
    if (now === this.told) return;
    this.told = now;
    this.changed.fire();
  }
}

function tabs(): readonly Tab[] {
  return window.tabGroups.all.flatMap(group => group.tabs);
}

function isPreview({ input }: Tab): boolean {
  return input instanceof TabInputWebview && PREVIEW.test(input.viewType);
}

/** Whether a tab may show a file of the same name in a preview. */
function isAlike(one: Tab, front: Tab): boolean {
  if (one.input instanceof TabInputCustom) return front.label.includes(fileName(one.input.uri.toString()));
  return isPreview(one) && withoutLock(one.label) === withoutLock(front.label);
}

function withoutLock(label: string): string {
  return label.replace(/[[\]]/g, '');
}
