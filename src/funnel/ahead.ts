import type { Disposable, Event, Memento } from 'vscode';
import { Timer } from '../timer';

const KEY = 'dealNotes.funnelOpened';

/** How long no deal has to change: what is going on then doesn't wait for figures that nobody has asked for. */
const IDLE_MS = 3000;

/**
 * Has the page's figures worked out before it's opened: of ten thousand deals the first ones take half a second. Only where a person
 * has opened it before in this workspace, as others would have nothing of it.
 */
export class Ahead implements Disposable {
  private readonly timer: Timer;
  private readonly following: Disposable | undefined;

  /** @param workOut answers with whether there was something to work out */
  constructor(
    private readonly memento: Memento,
    onDidChange: Event<unknown>,
    private readonly workOut: () => Promise<boolean>,
    idleMs = IDLE_MS,
  ) {
    this.timer = new Timer(idleMs, () => void this.work());
    if (memento.get<unknown>(KEY) === true) this.following = onDidChange(() => this.timer.restart());
  }

  dispose(): void {
    this.following?.dispose();
    this.timer.dispose();
  }

  /** The page is there, and works its figures out itself. */
  open(): void {
    this.dispose();
    void this.memento.update(KEY, true);
  }

  /** Once: what is added up is kept, and what changes is added to it. */
  private async work(): Promise<void> {
    if (await this.workOut()) this.dispose();
  }
}
