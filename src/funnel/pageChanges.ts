import { setImmediate } from 'node:timers/promises';
import { commands, env } from 'vscode';
import type { ComparedPoints } from '../actions/changes/compare';
import type { Across } from '../core/changes/across';
import { acrossBehind, type ChangesFigure } from '../core/changes/figure';
import { SLIP_PERIODS, slipUpTo, type Slip } from '../core/changes/slips';
import type { Deal } from '../core/deal/deal';
import { withPast } from '../core/deal/past/withPast';
import { dealFilter } from '../core/filter/dealFilter';
import { paceOf, type Pace } from '../core/metrics/pace';
import { dealsFor } from '../core/metrics/standing';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { partlyRead } from '../files/editor/partlyRead';
import type { ChosenPoint } from '../files/editor/points/chosenPoint';
import { compareFolder, type ComparingPorts, type FolderChanges } from '../files/editor/points/compareFolder';
import { openChange } from '../files/editor/points/openChange';
import { sinceWords } from '../files/editor/points/pointWords';
import { WhileSeen } from '../files/editor/points/whileSeen';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import type { FunnelQuestion } from '../shared/funnelQuestion';
import type { ChangesMessage } from '../shared/toPage';
import { notesOnChanges } from '../words/changes/notes';
import { changesSheet, isGone, ownerShown, type ChangesFound } from './changesSheet';
import { shownAs } from './shownAs';

/** A pull moves files one after the other: that is one change. */
const SETTLE_MS = 400;

/** Since when changes are shown, and how they are found out. */
export interface PagePast extends ComparingPorts {
  /** The pipelines as they are, whatever the page shows. */
  readonly now: Pipelines;
  readonly since: ChosenPoint;
}

interface Shown {
  readonly folder: ShownFolder;
  readonly asked: FunnelQuestion;
}

/** What was found out of what the page shows. */
interface WorkedOut extends Omit<ChangesFound, 'between'>, Shown {
  readonly changes: ComparedPoints | undefined;
  /** The chosen point in words. */
  readonly since: string;
}

/** What the page's tab of changes shows: worked out in the background, and only while somebody looks at it. */
export class PageChanges {
  private readonly disposables = new Disposables();
  private readonly working = this.disposables.add(new WhileSeen(SETTLE_MS, () => this.work()));
  private shown: Shown | undefined;
  private found: WorkedOut | undefined;
  private last: ChangesMessage | undefined;

  constructor(
    private readonly pipelines: ShownPipelines,
    private readonly ports: PagePast,
    private readonly post: (message: ChangesMessage) => void,
  ) {
    const { disposables, working } = this;
    disposables.add(
      pipelines.onDidChange(({ folder }) => {
        if (folder === this.shown?.folder) working.later();
      }),
    );
    disposables.add(ports.now.git.onMayKnowMore(() => working.later()));
    disposables.add(ports.since.onDidChange(() => working.now()));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** What the page is about from now on. */
  show(folder: ShownFolder | undefined, asked: FunnelQuestion): void {
    if (folder === this.shown?.folder && asked === this.shown?.asked) return;
    this.shown = folder && { folder, asked };
    this.working.now();
  }

  see(isSeen: boolean): void {
    // A page that was thrown away is drawn anew.
    if (isSeen && this.last && !this.working.isInVain) this.post(this.last);
    this.working.see(isSeen);
  }

  /** The deals behind a number of what was shown last. */
  behind(figure: ChangesFigure): { readonly there: readonly string[]; readonly gone: readonly Across[] } {
    const { found } = this;
    if (!found) return { there: [], gone: [] };
    switch (figure.kind) {
      case 'pace': {
        const quarter = found.pace.quarters.find(one => one.quarter === figure.quarter);
        const isMeant = ({ value }: Deal) =>
          figure.currency === undefined || value?.currency === figure.currency;
        const deals = quarter?.[figure.part].filter(isMeant) ?? [];
        return { there: deals.map(({ path }) => path), gone: [] };
      }
      case 'slips':
        return { there: found.slips[figure.period].map(({ across }) => across.path), gone: [] };
      default: {
        const all = found.changes ? acrossBehind(figure, found.changes, ownerShown) : [];
        const there = all.flatMap(across => (isGone(across) ? [] : across.path));
        return { there, gone: all.filter(isGone) };
      }
    }
  }

  /** Shows a deal as it was at the chosen point beside what it is; a deal that has not changed as it is. */
  async open(path: string, gone: boolean): Promise<void> {
    const { changes, folder, since } = this.found ?? {};
    const across = changes?.deals.find(one => one.path === path && isGone(one) === gone);
    if (!across) return;
    const { at } = this.pipelines.travel;
    const later = at && { words: at.words, folder: folder! };
    const command = openChange(presentOf(folder!), changes!, across, since!, later);
    if (command) await commands.executeCommand(command.command, ...(command.arguments as unknown[]));
  }

  private async work(): Promise<void> {
    const { shown } = this;
    // What it tells when it is read makes this stale.
    if (!shown || shown.folder.isLoading) return;
    const { folder, asked } = shown;
    const { now, since: chosen } = this.ports;
    const { at } = this.pipelines.travel;
    const point = chosen.name;
    const { filter } = asked;
    // Where pipelines are shown as they were, that is what is held against the chosen point.
    const wish = { from: point, to: at ?? null, filter, today: now.today, evenWithoutGit: true };
    // What isn't read would look as if it were gone.
    const present = presentOf(folder);
    const comparison: FolderChanges = present.isPartial
      ? { kind: 'failed', reason: partlyRead([present]) }
      : await compareFolder(present, wish, this.ports);
    if (this.working.isInVain) return;
    const stands = shownAs(folder, asked, this.pipelines);
    const asOf = stands.asked.asOf ?? stands.today;
    const isMeant = dealFilter(filter, { process: folder.pipeline.process, asOf });
    const { deals } = dealsFor(stands.pipeline.deals(), stands.asked.asOf ?? undefined);
    const meant = [...deals].map(withPast).filter(isMeant);
    const slips = Object.fromEntries(
      SLIP_PERIODS.map(period => [period, meant.flatMap(deal => slipUpTo(deal, asOf, period) ?? [])]),
    ) as Record<(typeof SLIP_PERIODS)[number], Slip[]>;
    const pace = await inTurns(paceOf(meant, asOf));
    if (this.working.isInVain) return;
    const changes = comparison.kind === 'compared' ? comparison.changes : undefined;
    const since = changes ? sinceWords(point, changes.from, asOf) : '';
    this.found = { ...shown, point, slips, pace, changes, since };
    const between =
      comparison.kind === 'compared'
        ? { changes: comparison.changes, since, notes: notesOn(comparison) }
        : { reason: comparison.kind === 'failed' ? comparison.reason : '' };
    const of = { pipeline: folder.pipeline, asOf, language: env.language };
    const sheet = changesSheet({ point, between, slips, pace }, of);
    this.last = { type: 'changes', of: folder.uri.toString(), asked: stands.asked, changes: sheet };
    this.post(this.last);
  }
}

/** The same pipeline as it is now. */
export function presentOf(folder: ShownFolder): PipelineFolder {
  return folder.now ?? (folder as PipelineFolder);
}

/** Lets others have their turn between the quarters. */
async function inTurns(steps: ReturnType<typeof paceOf>): Promise<Pace> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

function notesOn({ changes, lack }: Extract<FolderChanges, { kind: 'compared' }>): string[] {
  return notesOnChanges(changes, lack === 'untrusted' ? lack : undefined);
}
