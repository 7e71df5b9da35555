import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commands, EventEmitter, Uri, window, type CancellationToken, type ProgressOptions } from 'vscode';
import { DiskAccess } from '../../src/files/disk/diskAccess';
import { PipelineFolder } from '../../src/files/pipelineFolder';
import { COMMANDS } from '../../src/ids';
import { messages } from './support/answers';
import { HeldDisk } from './support/heldDisk';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf } from './support/workspace';

const COUNT = 150;
const STAGE = 'needs-analysis';
const name = (number: number) => `deal-${number}.md`;
const root = () => dirname(uriOf('any.md').fsPath);

/** A progress as somebody sees it. */
interface Shown {
  readonly where: ProgressOptions['location'];
  readonly told: string[];
  readonly cancel: () => void;
  isOver: boolean;
}

/** Takes the place of the editor's own progress. */
function progresses(): readonly Shown[] {
  const shown: Shown[] = [];
  const { withProgress } = window;
  before(() => {
    const show: typeof withProgress = async (options, task) => {
      const cancelled = new EventEmitter<void>();
      const token = { isCancellationRequested: false, onCancellationRequested: cancelled.event };
      const one: Shown = {
        where: options.location,
        told: [],
        cancel: () => cancelled.fire(),
        isOver: false,
      };
      shown.push(one);
      const told = { report: ({ message = '' }: { message?: string }) => void one.told.push(message) };
      try {
        return await task(told, token as CancellationToken);
      } finally {
        one.isOver = true;
      }
    };
    Object.assign(window, { withProgress: show });
  });
  beforeEach(() => void (shown.length = 0));
  after(() => void Object.assign(window, { withProgress }));
  return shown;
}

describe('a pipeline on a slow disk', () => {
  const { said } = messages();
  const shown = progresses();
  let disk: HeldDisk;
  let all: number;
  const told = new Set<string>();

  before(async () => {
    await clear();
    for (let number = 0; number < COUNT; number++)
      writeFileSync(uriOf(name(number)).fsPath, deal(STAGE, 'value: 10\n'));
    const { pipelines } = await extension();
    await pipelines.refresh();
    await until('all are read', () => pipelines.folders[0]!.pipeline.files.open === COUNT);
    // Of the files that were written just now the watcher tells when it likes, and they would be read for that.
    const [folder] = pipelines.folders;
    const update = folder!.update.bind(folder);
    Object.assign(folder!, {
      update: (paths: Iterable<string>) => update([...paths].filter(path => told.has(path))),
    });
  });
  after(async () => {
    disk.letGo();
    const folder = (await extension()).pipelines.folders[0]!;
    Object.assign(folder, { access: new DiskAccess(root()) });
    Reflect.deleteProperty(folder, 'update');
    await clear();
  });

  const folder = async () => (await extension()).pipelines.folders[0]!;
  const unread = async () => {
    const { pipeline } = await folder();
    return Array.from({ length: COUNT }, (_, number) => name(number)).filter(path => !pipeline.get(path));
  };
  const firstRow = async () => {
    const { tree } = await extension();
    return tree.getTreeItem(tree.getChildren()[0]!);
  };
  const counted = () => shown.find(({ where }) => typeof where === 'number' && where === 15);
  const partly = (read: number, of: number) =>
    `Only ${read} of ${of} files have been read, so deals are missing.`;

  it('shows after a moment that it is read, then how far, and stops on Cancel with what was read by then', async () => {
    const { pipelines, tree, agenda, views, status } = await extension();
    disk = new HeldDisk(140);
    Object.assign(await folder(), { access: new DiskAccess(root(), disk, disk.clock) });
    // What was read by another process doesn't count.
    writeFileSync(uriOf('sales-process.yaml').fsPath, `stages:\n  ${STAGE}:\n    stalled_after: 9\n`);
    const reading = pipelines.refresh();
    await until('a bar is shown', () =>
      shown.some(({ where }) => typeof where === 'object' && where.viewId === 'dealNotes.pipeline'),
    );
    await until('the count is shown', () => counted() !== undefined);
    await until('it is as far as the disk', () => /^[1-9]\d of 150 files$/.test(counted()!.told.at(-1)!));
    counted()!.cancel();
    await reading;
    assert.ok(shown.every(({ isOver }) => isOver));
    all = (await folder()).pipeline.files.total;
    assert.ok(all > 10 && all < COUNT, `${all} files`);
    assert.equal((await unread()).length, COUNT - all);
    await until('the views say so', () => views.pipeline.message === partly(all, COUNT));
    assert.equal(views.agenda.message, partly(all, COUNT));
    assert.ok(status.text.startsWith('$(warning)'), status.text);
    assert.equal(tree.openDeals.all, all);
    assert.equal([...agenda.dealsInOrder()].length, all);
    const { label, description, command } = await firstRow();
    assert.deepEqual(
      [label, description, command?.command],
      ['Read the Rest', `${all} of 150 files read`, COMMANDS.readRest],
    );
  });

  it('changes a deal that isn’t read yet, which is read for it, and no other', async () => {
    disk.letGo();
    const [path] = await unread();
    told.add(path!);
    await commands.executeCommand(COMMANDS.advanceStage, uriOf(path!));
    assert.match(textOf(path!), /^stage: proposal$/m);
    assert.equal((await folder()).pipeline.files.total, ++all);
    assert.deepEqual(said, ['Acme, scanners → Proposal']);
  });

  it('takes in what comes and goes meanwhile, and reads the rest for nobody who only comes back', async () => {
    const { pipelines } = await extension();
    writeFileSync(uriOf('new.md').fsPath, deal(STAGE));
    await pipelines.reconcile();
    assert.equal((await folder()).pipeline.files.total, ++all);
    assert.ok(pipelines.entryAt(uriOf('new.md')));
    assert.equal((await unread()).length, COUNT + 1 - all);
    assert.deepEqual((await folder()).filesRead, { read: all, of: COUNT + 1 });
  });

  it('does nothing that needs all files where the reading is stopped once more', async () => {
    disk.letGo(0);
    const exporting = commands.executeCommand(COMMANDS.exportDeals);
    await until('the count is shown', () => counted() !== undefined);
    counted()!.cancel();
    await exporting;
    assert.deepEqual(said, [
      'Nothing was done: this needs all files of the pipeline, and not all have been read.',
    ]);
    assert.equal((await folder()).isPartial, true);
  });

  it('reads the rest when somebody wants it, and then says nothing of it', async () => {
    const { tree, views } = await extension();
    disk.letGo();
    const { command } = await firstRow();
    await commands.executeCommand(command!.command);
    assert.equal((await folder()).isPartial, false);
    assert.deepEqual(await unread(), []);
    await until('the view says nothing', () => views.pipeline.message === '');
    assert.notEqual((await firstRow()).label, 'Read the Rest');
    assert.equal(tree.openDeals.all, COUNT + 1);
  });

  it('that was never read shows what there was time for, what is open first', async () => {
    const held = new HeldDisk(100);
    const fresh = new PipelineFolder(Uri.file(root()));
    Object.assign(fresh, { access: new DiskAccess(root(), held, held.clock) });
    try {
      const last = name(COUNT - 1);
      await window.showTextDocument(uriOf(last));
      const reading = fresh.load();
      await until('some are read', () => fresh.pipeline.files.total > 10);
      assert.ok(fresh.pipeline.get(last));
      fresh.stopReading();
      // Asked for while the reading ends, the rest is read all the same.
      const rest = fresh.readRest();
      await reading;
      held.letGo();
      await rest;
      assert.equal(fresh.isPartial, false);
      assert.equal(fresh.pipeline.files.total, COUNT + 1);
    } finally {
      held.letGo();
      fresh.dispose();
    }
  });
});
