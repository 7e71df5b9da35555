import assert from 'node:assert/strict';
import fc from 'fast-check';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type CalendarDate } from '../../../../src/core/calendar';
import type { Entry } from '../../../../src/core/deal/entry';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { PipelineView } from '../../../../src/core/pipeline/view';
import type { Pipeline } from '../../../../src/core/pipeline/pipeline';
import type { View } from '../../../../src/core/process/view';
import { DEFAULT_VIEW } from '../../../../src/core/process/view';
import { PROCESS_FILE } from '../../../../src/core/process/processFile';
import { readText } from '../../../../src/files/disk/disk';
import { listFiles } from '../../../../src/files/disk/listFiles';
import { loadPipeline } from '../../../../src/files/disk/loadDisk';
import { turn } from '../../../../src/files/turn';
import { funnelSheet } from '../../../../src/funnel/sheet';
import { EVERYTHING, type FunnelQuestion } from '../../../../src/shared/funnelQuestion';
import { forAllInTime } from '../../support/property';
import { actsOn, byPath, collector, happen, rowsOf, textOf, writeIn, type Act } from './support/soakActs';

/** So many that what was read of them is kept for the next time. */
const COUNT = 520;
const ACTS = 100;

/** A window with a pipeline, its tree and its funnel page: told of changes, and now and then looking for those it was not told of. */
class Window {
  asked: FunnelQuestion = EVERYTHING;
  today = '2026-03-10' as CalendarDate;
  /** What was replaced. */
  readonly replaced: { readonly path: string; readonly entry: WeakRef<Entry> }[] = [];
  private view: PipelineView;

  constructor(
    private readonly root: string,
    public pipeline: Pipeline,
  ) {
    this.view = this.look();
  }

  look(): PipelineView {
    return (this.view = new PipelineView(this.pipeline, this.options, this.today));
  }

  get options(): View {
    return { ...DEFAULT_VIEW, filter: this.asked.filter };
  }

  get sheet() {
    return funnelSheet(this.pipeline, this.asked, this.today);
  }

  get rows() {
    return rowsOf(this.view);
  }

  /** What says what it said leaves all as it is. */
  take(path: string): void {
    const { pipeline, root } = this;
    const before = pipeline.get(path);
    const now = existsSync(join(root, path)) ? toEntry(readText(root, path), pipeline.process) : undefined;
    if (JSON.stringify(before) === JSON.stringify(now)) return;
    if (before) this.replaced.push({ path, entry: new WeakRef(before) });
    this.view.update(new Set(now ? pipeline.set(now) : pipeline.delete(path)));
  }

  /** As where events were lost. */
  reconcile(): void {
    const there = [...listFiles(this.root, { links: [], pipelines: [] })].flat().map(({ path }) => path);
    for (const path of new Set([...there, ...this.pipeline.paths])) this.take(path);
  }

  async readProcess(): Promise<void> {
    this.pipeline = (await loadPipeline(this.root)).pipeline;
    this.look();
  }
}

async function live(window: Window, root: string, acts: readonly Act[]): Promise<void> {
  for (const [at, act] of acts.entries()) {
    if ('which' in act) for (const path of happen(root, act, COUNT)) window.take(path);
    else if (act.what === 'process') {
      writeIn(root, PROCESS_FILE, `stages:\n  proposal:\n    stalled_after: ${act.days}\n`);
      await window.readProcess();
    } else {
      if (act.what === 'day') window.today = addDays(window.today, 1);
      else window.asked = { ...window.asked, filter: act.filter };
      window.look();
    }
    // The page is open all the time.
    if (at % 5 === 0) assert.equal(window.sheet.today, window.today);
  }
}

describe('a pipeline that lives for long, with files that come, go and break', () => {
  const { now } = Date;
  afterEach(() => (Date.now = now));

  it('has in the end the index, the tree and the figures that a new window would have, and holds nothing of what was', async () => {
    const collect = collector();
    await forAllInTime(
      // Each takes seconds: a failure is told as it is.
      fc.noShrink(fc.array(actsOn(COUNT), { minLength: ACTS, maxLength: ACTS, size: 'max' })),
      async acts => {
        const around = mkdtempSync(join(tmpdir(), 'deal-notes-soak-'));
        try {
          // What was written a moment ago is not trusted to be the same later: nothing would be kept of it.
          Date.now = () => now() + 10_000;
          const [root, cache] = [join(around, 'deals'), join(around, 'cache')];
          mkdirSync(root);
          writeIn(root, PROCESS_FILE, 'stages:\n');
          for (let number = 0; number < COUNT; number++)
            writeIn(root, `deal-${number}.md`, textOf(number, number * 10, number % 7));
          const window = new Window(root, (await loadPipeline(root, cache)).pipeline);
          await live(window, root, acts);
          window.reconcile();
          const { pipeline: fresh } = await loadPipeline(root);
          const { pipeline: kept } = await loadPipeline(root, cache);
          const { pipeline: again } = await loadPipeline(root, cache);
          for (const other of [fresh, kept, again]) assert.deepEqual(byPath(window.pipeline), byPath(other));
          assert.deepEqual(window.rows, rowsOf(new PipelineView(fresh, window.options, window.today)));
          assert.deepEqual(window.sheet, funnelSheet(fresh, window.asked, window.today));
          await turn();
          collect();
          const held = window.replaced.filter(({ path, entry }) => {
            const one = entry.deref();
            return one !== undefined && one !== window.pipeline.get(path);
          });
          assert.ok(held.length * 20 < window.replaced.length, `${held.length} of ${window.replaced.length}`);
        } finally {
          rmSync(around, { recursive: true, force: true });
        }
      },
      4,
    );
  }).timeout(120_000);
});
