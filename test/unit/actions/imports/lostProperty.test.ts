import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ImportPlan } from '../../../../src/actions/imports/planImport';
import type { Imported } from '../../../../src/actions/imports/importDeals';
import { renameDeal } from '../../../../src/actions/renameDeal';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing } from './support/importing';

const ROWS = [0, 1, 2];
const BINARY = new Uint8Array([0xff, 0x00, 0x89, 0x50, 0xff, 0xd8]);

const wishes = fc.record({ makesDeleted: fc.boolean(), makesDuplicates: fc.boolean() });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('import' as const), wishes, value: fc.nat(9) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['rename', 'retitle', 'move', 'hide', 'delete', 'write', 'heal', 'copy'] as const),
      ),
      which: fc.nat(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('spoil' as const),
      how: fc.constantFrom('binary', 'latin', 'shut', 'empty', 'bare', 'broken'),
      which: fc.nat(),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A file of a row, and what people wrote in it. */
interface Made {
  readonly row: number;
  readonly said: readonly string[];
  /** An import may have seen it nowhere but elsewhere: nothing of it is known where it has no front matter. */
  readonly isStray?: true;
  /** Its text before it was spoilt. */
  readonly whole?: { readonly text: string; readonly bytes: Uint8Array | 'no permission' | undefined };
}

/** A pipeline, and what is known of it without a look at what an import knows. */
class Played {
  readonly into = new Importing();
  private readonly made = new Map<string, Made>();
  private count = 0;
  private imports = 0;

  constructor(private readonly hasIds: boolean) {}

  async play(one: Step): Promise<void> {
    if (one.do === 'import') return this.import(one.value, one.wishes);
    const paths = [...this.made.keys()].toSorted();
    const path = paths[one.which % Math.max(paths.length, 1)];
    if (path === undefined) return;
    const { whole, ...known } = this.made.get(path)!;
    const file = `${FOLDER}/${path}`;
    const text = this.into.files.all[file]!;
    const number = this.count++;
    const isHidden = path.startsWith('_');
    switch (one.do) {
      case 'rename': {
        if (isHidden) return;
        const { done } = await renameDeal(this.into.workspace, file, `Title ${number}`, `title-${number}.md`);
        const to = path.replace(/[^/]*$/, `title-${number}.md`);
        if (done.length) this.set(path, to, { ...known, ...(whole && { whole }) });
        return;
      }
      case 'retitle':
        return this.write(path, text.replace(/^title: .*$/m, `title: Title ${number}`));
      case 'move':
      case 'hide': {
        // Of what has neither an id nor a title any more nothing tells what it was, but where it is.
        if (whole && !whole.bytes && text) return;
        const to = one.do === 'move' ? `sub/file-${number}.md` : `_old/file-${number}.md`;
        await this.into.files.rename([{ from: file, to: `${FOLDER}/${to}` }]);
        this.into.heal(path);
        if (whole?.bytes) this.into.spoil(to, whole.bytes);
        return this.set(path, to, { ...known, isStray: true, ...(whole && { whole }) });
      }
      case 'delete':
        await this.into.files.delete(file, text);
        this.into.heal(path);
        this.made.delete(path);
        return;
      case 'write': {
        if (whole) return;
        const line = `Said ${number}.`;
        this.write(path, text.replace(/\n## Log/, `${line}\n\n## Log`));
        return this.set(path, path, { ...known, said: [...known.said, line] });
      }
      case 'heal':
        this.into.heal(path);
        if (whole) this.into.files.write(file, whole.text);
        return this.set(path, path, known);
      case 'copy':
        if (whole || isHidden) return;
        this.into.files.write(`${FOLDER}/copy-${number}.md`, text);
        return this.set(undefined, `copy-${number}.md`, { ...known, isStray: true });
      case 'spoil':
        return whole || (one.how === 'bare' && !this.isAlone(known))
          ? undefined
          : this.spoil(path, known, text, one.how);
    }
  }

  private isAlone({ row, isStray }: Made): boolean {
    return !isStray && [...this.made.values()].filter(one => one.row === row).length === 1;
  }

  private spoil(path: string, known: Made, text: string, how: string): void {
    const bytes =
      how === 'binary'
        ? BINARY
        : how === 'shut'
          ? 'no permission'
          : how === 'latin'
            ? Buffer.from(`${text}\xe9\n`, 'latin1')
            : undefined;
    if (bytes) this.into.spoil(path, bytes);
    else if (how === 'empty') this.into.files.write(`${FOLDER}/${path}`, '');
    else if (how === 'bare') this.into.files.write(`${FOLDER}/${path}`, '# Notes\n');
    else this.write(path, text.replace(/^stage: /m, 'stage: [oops '));
    this.set(path, path, { ...known, whole: { text, bytes } });
  }

  private write(path: string, text: string): void {
    if (!this.made.get(path)?.whole) this.into.files.write(`${FOLDER}/${path}`, text);
  }

  private set(from: string | undefined, to: string, made: Made): void {
    if (from !== undefined) this.made.delete(from);
    this.made.set(to, made);
  }

  private table(value: number): string {
    const ids = (cells: string, id: number) => (this.hasIds ? `${id},${cells}` : cells);
    return [
      `${this.hasIds ? 'Deal ID,' : ''}Deal Name,Account,Stage,Value,Created`,
      ...ROWS.map(row => ids(`Deal ${row},Account ${row},Proposal,${100 + value},2026-01-0${row + 1}`, row)),
    ].join('\n');
  }

  private async import(value: number, wished: { makesDeleted: boolean; makesDuplicates: boolean }) {
    const before = this.into.files.all;
    const table = this.table(value);
    const { plan, done } = await this.into.take('list.csv', table, undefined, undefined, wished);
    this.imports++;
    assert.deepEqual(
      fatesOf(plan, done),
      ROWS.map(row => row + 2),
    );
    const rowsHere = new Set([...this.made.values()].map(({ row }) => row));
    for (const { row, title } of plan.deleted)
      assert.ok(!rowsHere.has(row - 2) && this.imports > 1, `${title} isn’t deleted`);
    for (const { incoming, file } of done.created) {
      const row = incoming.row - 2;
      assert.ok(!rowsHere.has(row) || wished.makesDuplicates, `${incoming.title} was made twice: ${file}`);
      this.set(undefined, file.slice(FOLDER.length + 1), { row, said: [] });
    }
    for (const [path, { said, whole }] of this.made) {
      const [was, is] = [before[`${FOLDER}/${path}`], this.into.files.all[`${FOLDER}/${path}`]];
      assert.notEqual(is, undefined, path);
      if (whole) assert.equal(is, was, path);
      for (const line of whole ? [] : said) assert.ok(is!.includes(line), `${path} lost ${line}`);
    }
    const after = this.into.files.all;
    await this.into.take('list.csv', table);
    assert.deepEqual(this.into.files.all, after, 'once more, something changed');
  }
}

/** The rows of which something is said, each as often as it is. */
function fatesOf(plan: ImportPlan, done: Imported): number[] {
  return [
    ...done.created.map(({ incoming }) => incoming.row),
    ...plan.matched.map(({ incoming }) => incoming.row),
    ...plan.deleted.map(({ row }) => row),
    ...[...plan.notTaken, ...plan.leftOut].map(({ row }) => row),
  ].toSorted((a, b) => a - b);
}

describe('imports between which files are renamed, moved, deleted, spoilt and copied', function () {
  this.timeout(60_000);

  for (const hasIds of [true, false])
    it(`make no deal twice, lose no text, and say of each row once what becomes of it: ${hasIds ? 'with' : 'without'} ids`, () =>
      forAllInTime(
        fc.array(step, { minLength: 3, maxLength: 14 }),
        async steps => {
          const played = new Played(hasIds);
          await played.play({
            do: 'import',
            wishes: { makesDeleted: false, makesDuplicates: false },
            value: 0,
          });
          for (const one of steps) await played.play(one);
          await played.play({
            do: 'import',
            wishes: { makesDeleted: true, makesDuplicates: false },
            value: 1,
          });
        },
        80,
      ));
});
