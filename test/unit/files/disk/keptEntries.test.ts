import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { clearKeep } from '../../../../src/files/disk/clearKeep';
import type { Stamp } from '../../../../src/files/disk/disk';
import { ENTRY_KEEP, KeptEntries } from '../../../../src/files/disk/keptEntries';
import { loadPipeline } from '../../../../src/files/disk/loadDisk';
import { forAllInTime } from '../../support/property';

const COUNT = 520;
const STAGES = ['prospecting', 'qualification', 'proposal', 'closing', 'nonsense'];
const textOf = (number: number, stage = STAGES[number % 4]!) =>
  `---\ntitle: Deal ${number}\nstage: ${stage}\nvalue: ${number}00\nhistory:\n  - {on: 2026-11-02, stage: ${stage}}\n---\n- [ ] 2026-12-04 Legal review\n`;

describe('what was read of a pipeline’s files, kept for the next time', () => {
  const { now } = Date;
  let around: string;
  let root: string;
  let cache: string;

  beforeEach(() => {
    around = mkdtempSync(join(tmpdir(), 'deal-notes-kept-'));
    [root, cache] = [join(around, 'deals'), join(around, 'cache')];
    mkdirSync(root);
    // Files of the last seconds are read each time, since they may change within a tick of the clock.
    Date.now = () => now() + 10_000;
  });

  afterEach(() => {
    Date.now = now;
    rmSync(around, { recursive: true, force: true });
  });

  const pathOf = (number: number) => `deal-${number}.md`;
  const stampFor = (number: number): Stamp => ({ size: 100 + number, mtimeMs: 1, ctimeMs: 2 });
  const entryFor = (number: number) => readDeal(pathOf(number), textOf(number), DEFAULT_PROCESS);
  const files = () => readdirSync(join(cache, ENTRY_KEEP)).map(name => join(cache, ENTRY_KEEP, name));

  async function opened(process = DEFAULT_PROCESS) {
    const kept = await KeptEntries.open(root, process, cache);
    await kept?.ready();
    return kept;
  }

  async function keep(count: number): Promise<void> {
    const kept = await opened();
    for (let number = 0; number < count; number++)
      kept!.add(pathOf(number), stampFor(number), entryFor(number));
    await kept!.write();
  }

  async function found(process = DEFAULT_PROCESS): Promise<number[]> {
    const kept = await opened(process);
    return Array.from({ length: COUNT }, (_, number) => number).filter(number => {
      const entry = kept!.find(pathOf(number), stampFor(number));
      if (entry) assert.deepStrictEqual(entry.look(), entryFor(number));
      return entry;
    });
  }

  it('is found as it was, file by file', async () => {
    await keep(COUNT);
    assert.equal((await found()).length, COUNT);
    const kept = await opened();
    for (const other of [{ size: 1 }, { mtimeMs: 5 }, { ctimeMs: 5 }])
      assert.equal(kept!.find(pathOf(0), { ...stampFor(0), ...other }), undefined);
    assert.equal(kept!.find(pathOf(1), undefined), undefined);
  });

  it('is found as it was, however long what some of the files say is', async () => {
    const lengths = [3_000_000, 400_000, 400_000, 400_000, 1_100_000];
    // No two letters in a row take as many bytes.
    const long = (number: number) => 'aö€'.repeat(Math.ceil((lengths[number - 10] ?? 0) / 3)) || 'short';
    const longEntry = (number: number) =>
      readDeal(pathOf(number), `---\nstage: closing\nnext_step: ${long(number)}\n---\n`, DEFAULT_PROCESS);
    const kept = await opened();
    for (let number = 0; number < COUNT; number++)
      kept!.add(pathOf(number), stampFor(number), longEntry(number));
    await kept!.write();
    // The second time most come from what was kept the first time.
    for (const isLast of [false, true]) {
      const again = await opened();
      for (let number = 0; number < COUNT; number++) {
        const isRead = !isLast && number % 20 === 0;
        const entry = isRead ? undefined : again!.find(pathOf(number), stampFor(number));
        if (isRead) again!.add(pathOf(number), stampFor(number), longEntry(number));
        else assert.deepStrictEqual(entry?.look(), longEntry(number));
      }
      await again!.write();
    }
  });

  it('counts for nothing where the team’s process is another one', async () => {
    await keep(COUNT);
    assert.deepEqual(await found(makeProcess({ currency: 'EUR' })), []);
  });

  // Windows has no such modes: there, the user's own folder is for nobody else.
  const isOthersToo = (path: string) => process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;

  it('is readable by its owner alone', async () => {
    await keep(COUNT);
    for (const path of [cache, join(cache, ENTRY_KEEP), ...files()]) assert.ok(!isOthersToo(path), path);
  });

  it('is not kept for a small pipeline, nor within the pipeline or in .git', async () => {
    await keep(100);
    assert.throws(files, { code: 'ENOENT' });
    for (const place of [join(root, 'cache'), join(around, '.git', 'cache')])
      assert.equal(await KeptEntries.open(root, DEFAULT_PROCESS, place), undefined);
  });

  it('is read as far as it is whole, and the rest from the files themselves', async () => {
    for (let number = 0; number < COUNT; number++) writeFileSync(join(root, pathOf(number)), textOf(number));
    await keep(COUNT);
    const [file] = files();
    const whole = readFileSync(file!);
    await forAllInTime(
      fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })),
      async ([at, by]) => {
        const torn = Buffer.from(whole);
        torn[at]! ^= by;
        writeFileSync(file!, torn);
        // What is found is right, or `found` itself fails.
        await found();
        writeFileSync(file!, whole.subarray(0, at));
        await found();
      },
      15,
    );
    writeFileSync(file!, 'anything');
    assert.deepEqual(await found(), []);
  });

  it('is deleted by `cache clear`', async () => {
    await keep(COUNT);
    assert.deepEqual(await clearKeep(cache), { wasThere: true });
    assert.deepEqual(await found(), []);
    assert.deepEqual(await clearKeep(cache), { wasThere: false });
  });

  interface Change {
    readonly kind: 'write' | 'remove' | 'rename' | 'process' | 'note';
    readonly number: number;
    readonly stage: string;
  }

  const change: fc.Arbitrary<Change> = fc.record({
    kind: fc.constantFrom('write', 'remove', 'rename', 'process', 'note'),
    number: fc.nat(COUNT + 20),
    stage: fc.constantFrom(...STAGES),
  });

  function apply({ kind, number, stage }: Change): void {
    const file = join(root, pathOf(number));
    const other = STAGES[number % 4]!;
    if (kind === 'write') writeFileSync(file, textOf(number, stage));
    else if (kind === 'note') writeFileSync(file, `# A note\n\n${stage}\n`);
    else if (kind === 'remove') rmSync(file, { force: true });
    else if (kind === 'process')
      writeFileSync(join(root, 'sales-process.yaml'), `stages:\n  ${other}: {aliases: [${stage}]}\n`);
    else if (statSync(file, { throwIfNoEntry: false }))
      renameSync(file, join(root, pathOf((number * 7) % COUNT)));
  }

  it('gives the same pipeline as reading all files, whatever has happened to them since', async () => {
    for (let number = 0; number < COUNT; number++) writeFileSync(join(root, pathOf(number)), textOf(number));
    await forAllInTime(
      fc.array(fc.array(change, { maxLength: 30 }), { minLength: 1, maxLength: 3 }),
      async rounds => {
        for (const changes of rounds) {
          for (const one of changes) apply(one);
          const [kept, fresh] = [await loadPipeline(root, cache), await loadPipeline(root)];
          assert.deepStrictEqual([...kept.pipeline.all()], [...fresh.pipeline.all()]);
        }
      },
      6,
    );
    assert.ok(files().length > 0);
  });
});
