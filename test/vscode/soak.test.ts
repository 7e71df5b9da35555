import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { commands, window, workspace, WorkspaceEdit, Position, type EventEmitter, type Uri } from 'vscode';
import type { Entry } from '../../src/core/deal/entry';
import type { KnownFromGit } from '../../src/core/deal/gitFacts';
import { joinGit } from '../../src/core/pipeline/joinGit';
import { PipelineView } from '../../src/core/pipeline/view';
import { PROCESS_FILE } from '../../src/core/process/processFile';
import { DEFAULT_VIEW } from '../../src/core/process/view';
import { loadPipeline } from '../../src/files/disk/loadDisk';
import type { PipelineFolder } from '../../src/files/pipelineFolder';
import { turn } from '../../src/files/turn';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import type { Node } from '../../src/tree/nodes';
import { isSparing } from '../launch/sparing.mjs';
import {
  actsOn,
  byPath,
  collector,
  happen,
  rowsOf,
  textOf,
  writeIn,
  type Act,
} from '../unit/files/disk/support/soakActs';
import { makeRepository, type Repository } from './support/repository';
import { until } from './support/until';
import { clear, extension, uriOf } from './support/workspace';

const [COUNT, ACTS] = isSparing() ? [120, 60] : [520, 1000];
/** Another one with each change of the acts; a failure tells it. */
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_130);

/** What happens in an editor besides: git switches branches, and somebody types without saving. */
type EditorAct = Act | { readonly what: 'switch' } | { readonly what: 'type'; readonly which: number };
const anyAct: fc.Arbitrary<EditorAct> = fc.oneof(
  { weight: 15, arbitrary: actsOn(COUNT) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('switch' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('type' as const), which: fc.nat(COUNT - 1) }) },
);

const nameOf = (number: number) => `deal-${number}.md`;
const root = dirname(uriOf('any.md').fsPath);

describe(`a window in which much happens (seed ${SEED})`, function () {
  this.timeout(isSparing() ? 120_000 : 600_000);
  // What it leaves behind is no beginning for another try.
  this.retries(0);
  let repository: Repository;
  let branch = 'main';

  before(async () => {
    await clear();
    writeIn(root, PROCESS_FILE, 'stages:\n');
    for (let number = 0; number < COUNT; number++)
      writeIn(root, nameOf(number), textOf(number, number * 10, number % 7));
    repository = makeRepository(root);
    repository.git('checkout', '--quiet', '-b', 'other');
    for (let number = 0; number < COUNT; number += 2)
      writeIn(root, nameOf(number), textOf(number, number * 20, (number + 1) % 7));
    repository.git('commit', '--quiet', '--all', '--message', 'Other');
    repository.git('checkout', '--quiet', 'main');
    const { pipelines, tree } = await extension();
    tree.state.set(DEFAULT_VIEW);
    await pipelines.refresh();
    await until('all are read', () => pipelines.folders[0]?.pipeline.files.total === COUNT);
    await commands.executeCommand('dealNotes.pipeline.focus');
  });
  after(async () => {
    repository.remove();
    (await extension()).tree.state.set(DEFAULT_VIEW);
    await clear();
  });

  /** Nothing is left unsaved, and no file is open. */
  async function closeAll(): Promise<void> {
    for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.revert');
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
  }

  async function type(which: number): Promise<void> {
    await closeAll();
    const uri = uriOf(nameOf(which));
    try {
      await window.showTextDocument(uri);
    } catch {
      // It is gone, or no text.
      return;
    }
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(1, 0), 'source: fair\n');
    await workspace.applyEdit(edit);
  }

  it('has in the end the index, the rows and the figures of a new one, holds nothing of what was, and has no more listeners', async () => {
    const { pipelines, tree, agenda } = await extension();
    const folder = pipelines.folders[0]!;
    const collect = collector();
    const lost = new Set<string>();
    const update = folder.update.bind(folder);
    const updateTold = (paths: Iterable<string>) => update([...paths].filter(path => !lost.has(path)));
    const replaced: { readonly path: string; readonly entry: WeakRef<Entry> }[] = [];
    const note = ({ paths }: { readonly paths: ReadonlySet<string> }) => {
      for (const path of paths) {
        const entry = folder.pipeline.get(path);
        if (entry) replaced.push({ path, entry: new WeakRef(entry) });
      }
    };
    const listeners = listenersOf(pipelines, folder);
    assert.ok(listeners.some(([, count]) => count > 2));
    const noting = folder.onDidChange(note);
    Object.assign(folder, { update: updateTold });
    const [acts] = fc.sample(fc.array(anyAct, { minLength: ACTS, maxLength: ACTS, size: 'max' }), {
      numRuns: 1,
      seed: SEED,
    });
    for (const [at, act] of acts!.entries()) {
      switch (act.what) {
        case 'switch':
          branch = branch === 'main' ? 'other' : 'main';
          repository.git('checkout', '--quiet', '--force', branch);
          break;
        case 'type':
          await type(act.which);
          break;
        case 'process':
          writeIn(root, PROCESS_FILE, `stages:\n  proposal:\n    stalled_after: ${act.days}\n`);
          break;
        case 'filter':
          tree.state.set({ filter: act.filter });
          break;
        case 'day':
          // Somebody comes back to the window.
          void pipelines.reconcile();
          break;
        default: {
          const told = happen(root, act, COUNT);
          for (const path of [nameOf(act.which), `renamed-${act.which}.md`]) {
            if (told.includes(path)) lost.delete(path);
            else lost.add(path);
          }
        }
      }
      // Figures are worked out all the time.
      if (at % 10 === 0) assert.ok(funnelSheet(folder.pipeline, EVERYTHING, pipelines.today));
      await turn();
    }
    await closeAll();
    // Of the last that happens to these nothing is told.
    for (const number of [0, 1, 2, 3]) lost.add(nameOf(number));
    const edit = { amount: 1, stage: 1, status: 'open' as const };
    for (const what of ['delete', 'half', 'garbled', 'edit'] as const)
      happen(
        root,
        { what, which: ['delete', 'half', 'garbled', 'edit'].indexOf(what), edit, isTold: false },
        COUNT,
      );
    tree.state.set(DEFAULT_VIEW);
    const { pipeline: fresh } = await loadPipeline(root);
    await pipelines.reconcile();
    const said = (pipeline: typeof fresh) => JSON.stringify(byPath(pipeline));
    await until(
      () => `the index is that of a new window: ${differences(folder, fresh)}`,
      () => {
        // Another view may have asked git, which answers when it likes.
        joinGit(fresh, Reflect.get(folder, 'known') as KnownFromGit);
        return said(folder.pipeline) === said(fresh);
      },
    );
    Reflect.deleteProperty(folder, 'update');
    const today = pipelines.today;
    assert.deepEqual(folder.pipeline.process, fresh.process);
    // The views are told a moment later.
    const rows = rowPathsOf(new PipelineView(fresh, DEFAULT_VIEW, today));
    await until(
      () => `the rows are those of a new window: ${JSON.stringify(otherRows(rowsIn(tree), rows))}`,
      () => isDeepStrictEqual(rowsIn(tree), rows),
    );
    assert.deepEqual(tree.openDeals, { shown: fresh.files.open, all: fresh.files.open });
    assert.equal(new Set([...agenda.dealsInOrder()].map(({ deal }) => deal.path)).size, fresh.files.open);
    assert.deepEqual(funnelSheet(folder.pipeline, EVERYTHING, today), funnelSheet(fresh, EVERYTHING, today));
    noting.dispose();
    assert.deepEqual(listenersOf(pipelines, folder), listeners);
    const held = () => {
      collect();
      return replaced.filter(({ path, entry }) => {
        const one = entry.deref();
        return one !== undefined && one !== folder.pipeline.get(path);
      }).length;
    };
    assert.ok(replaced.length > COUNT, `${replaced.length} were replaced`);
    await turn();
    // The editor holds the rows that it has drawn until it draws them anew.
    await until(
      () => `nothing is held of what was: ${held()} of ${replaced.length}`,
      () => held() * 20 < replaced.length,
    );
  });
});

function rowPathsOf(view: PipelineView) {
  return rowsOf(view).map(({ id, rows }) => ({ id, rows }));
}

/** The rows of all groups. */
function rowsIn(tree: { getChildren(node?: Node): Node[] }) {
  return tree
    .getChildren()
    .flatMap(node =>
      node.kind === 'group'
        ? [{ id: node.group, rows: tree.getChildren(node).flatMap(row => pathOf(row) ?? []) }]
        : [],
    );
}

/** The groups that don't have the rows that they are to have: both. */
function otherRows(actual: ReturnType<typeof rowsIn>, expected: ReturnType<typeof rowPathsOf>) {
  return expected
    .map((group, at) => [actual[at], group])
    .filter(([is, isToBe]) => !isDeepStrictEqual(is, isToBe));
}

function pathOf(row: Node): string | undefined {
  const uri: Uri | undefined = 'uri' in row ? row.uri : undefined;
  return uri && 'folder' in row ? row.folder.pathOf(uri) : undefined;
}

/** How many listen to each event of these, by its name. */
function listenersOf(...all: object[]): readonly (readonly [string, number])[] {
  return all.flatMap(one =>
    Object.entries(one).flatMap(([name, value]: [string, unknown]) => {
      // Its only number; what it's called differs between VS Codes.
      const counts = isEmitter(value) ? Object.values(value).filter(one => typeof one === 'number') : [];
      return counts.map(count => [name, count] as const);
    }),
  );
}

function isEmitter(value: unknown): value is EventEmitter<unknown> {
  return typeof value === 'object' && value !== null && 'fire' in value;
}

/** What isn't as it is to be, the first of it. */
function differences({ pipeline }: PipelineFolder, fresh: PipelineFolder['pipeline']): string {
  const paths = new Set([...pipeline.paths, ...fresh.paths]);
  const others = [...paths].filter(
    path => JSON.stringify(pipeline.get(path)) !== JSON.stringify(fresh.get(path)),
  );
  const [path = ''] = others;
  return `${others.length} differ; ${path} is ${JSON.stringify(pipeline.get(path))} and not ${JSON.stringify(fresh.get(path))}`;
}
