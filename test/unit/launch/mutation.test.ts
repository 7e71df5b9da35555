import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inParts } from '../../../build/inParts.mjs';
import { forgetting } from '../../mutation/forgetting.mjs';
import type { once as Once } from '../../../src/core/once';
import { keyOf, together, toTryAgain } from '../../mutation/again.mjs';
import { LOADING, loading } from '../../mutation/loading.mjs';
import { codeOf, roomOf, ROOMS, testsOf } from '../../mutation/rooms.mjs';
import { isChosen, strykerPlugins } from '../../mutation/sample.mjs';
import { share } from '../../mutation/share.mjs';
import { summary } from '../../mutation/summary.mjs';

const CODE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.ts') && /^(core|actions|shared)\//.test(name));
const TESTS = readdirSync('test/unit', { recursive: true, encoding: 'utf8' }).map(name =>
  name.replaceAll('\\', '/'),
);

describe('the rooms in whose code faults are laid', () => {
  it('are all of core, actions and shared', () => {
    assert.deepEqual(
      CODE.filter(name => !roomOf(name)),
      [],
    );
  });

  for (const [room, { code, tests }] of Object.entries(ROOMS)) {
    it(`have code and tests where they say so: ${room}`, () => {
      for (const folder of code)
        assert.ok(
          CODE.some(name => name.startsWith(folder) && roomOf(name) === room),
          folder,
        );
      for (const test of tests)
        assert.ok(
          TESTS.some(name => name === `${test}.test.ts` || name.startsWith(test.replace(/\/?$/, '/'))),
          test,
        );
      assert.ok(testsOf(room, TESTS).length);
    });
  }

  it('are each a folder that says so, even within another', () => {
    assert.equal(roomOf('core/deal/readDeal.ts'), 'deal');
    assert.equal(roomOf('core/deal/fixes/fixAll.ts'), 'fixes');
    assert.equal(roomOf('core/money.ts'), 'core');
    assert.equal(roomOf('core/nobodyKnows/this.ts'), undefined);
  });

  it('have faults in their own code, and where a file is named only in it', () => {
    const names = ['core\\money.ts', 'core/deal/deal.ts', 'core/deal/fixes/fixAll.ts', 'core/deal/a.md'];
    assert.deepEqual(codeOf('core', names), ['src/core/money.ts']);
    assert.deepEqual(codeOf('deal', names), ['src/core/deal/deal.ts']);
    assert.deepEqual(codeOf('src/core/money.ts', names), ['src/core/money.ts']);
  });
});

describe('a sample of faults', () => {
  const FAULTS = Array.from({ length: 2000 }, (_, line) => ({
    file: 'src/core/money.ts',
    replacement: 'true',
    location: { start: { line, column: 7 }, end: { line, column: 9 } },
  }));
  const chosen = (share: string, seed = '1') =>
    FAULTS.filter(fault => isChosen(fault, { SAMPLE: share, SAMPLE_SEED: seed }));

  it('has about the share that is asked for', () => {
    // Five standard deviations of a binomial distribution.
    assert.ok(Math.abs(chosen('3').length - 60) < 5 * Math.sqrt(2000 * 0.03 * 0.97));
    assert.equal(chosen('100').length, FAULTS.length);
  });

  it('is the same again with the same seed, another with another, and part of a larger one', () => {
    assert.deepEqual(chosen('3'), chosen('3'));
    assert.notDeepEqual(chosen('3'), chosen('3', '2'));
    const larger = new Set(chosen('6'));
    assert.ok(chosen('3').every(fault => larger.has(fault)));
  });

  /** Those that a run tries with these settings. */
  async function tried(settings: Readonly<Record<string, string>>): Promise<typeof FAULTS> {
    const [{ injectableClass: Sample }] = strykerPlugins as [(typeof strykerPlugins)[0]];
    const inRun = ({ line, column }: { line: number; column: number }) => ({
      ...{ line: line - 1, column: column - 1 },
    });
    const mutants = FAULTS.map(({ location: { start, end } }, at) => ({
      id: String(at),
      fileName: '/project/src/core/money.ts',
      replacement: 'true',
      location: { start: inRun(start), end: inRun(end) },
    }));
    Object.assign(process.env, settings);
    try {
      const checked: Record<string, { status: string }> = await new Sample().check(mutants);
      return FAULTS.filter((_, at) => checked[at]!.status === 'passed');
    } finally {
      for (const name of Object.keys(settings)) delete process.env[name];
    }
  }

  it('is what a run tries: it holds back all others, told by the places that Stryker has while it runs', async () => {
    assert.deepEqual(await tried({ SAMPLE: '3' }), chosen('3'));
  });

  it('is what a second run tries of those that it is to try again', async () => {
    const [one, other] = [chosen('3')[0]!, FAULTS.find(fault => !chosen('3').includes(fault))!];
    const folder = mkdtempSync(join(tmpdir(), 'again-'));
    try {
      const list = join(folder, 'list');
      writeFileSync(list, JSON.stringify([one, other].map(fault => keyOf(fault.file, fault))));
      assert.deepEqual(await tried({ SAMPLE: '3', AGAIN: list }), [one]);
      assert.deepEqual(
        await tried({ AGAIN: list }),
        [one, other].sort((a, b) => FAULTS.indexOf(a) - FAULTS.indexOf(b)),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what is told of a run', () => {
  const FILE = 'src/core/money.ts';
  const SOURCE = 'const a = b < c;\nreturn a;\n';
  const fault = (status: string, replacement: string) => ({
    ...{ status, replacement, mutatorName: 'x' },
    location: { start: { line: 1, column: 11 }, end: { line: 1, column: 16 } },
  });
  const report = (...mutants: ReturnType<typeof fault>[]) => ({
    files: { [FILE]: { source: SOURCE, mutants } },
  });

  it('is the share that was seen, and each fault that was not and has no reason', () => {
    const mutants = [
      ...[
        fault('Killed', 'true'),
        fault('Timeout', 'false'),
        fault('Ignored', ''),
        fault('CompileError', ''),
      ],
      ...[fault('Survived', 'b <= c'), fault('NoCoverage', 'b > c'), fault('Survived', 'b >= c')],
    ];
    // It is the same however its lines are broken.
    const reason = { file: FILE, from: 'b <\n  c', to: 'b >= c', reason: 'Never alike.' };
    const { seen, faults, unnamed, lines } = summary(report(...mutants), [reason]);
    assert.deepEqual([seen, faults, unnamed], [2, 5, 2]);
    assert.match(lines[0]!, /^2 of 5 faults were seen, 40\.0 % \(1 as .*; 1 others have a reason/);
    assert.deepEqual(lines.slice(1), [
      'src/core/money.ts:1:11: b < c → b <= c',
      'src/core/money.ts:1:11: b < c → b > c (no test comes here)',
    ]);
  });

  it('counts as seen what keeps a module from being loaded, and not what keeps the tests from being run', () => {
    const mutants = [{ ...fault('RuntimeError', 'x'), static: true }, fault('RuntimeError', 'y')];
    const { seen, faults } = summary(report(...mutants), []);
    assert.deepEqual([seen, faults], [1, 1]);
  });

  it('is of both runs, where what runs as modules are loaded is tried again with them loaded anew', () => {
    const loaded = (status: string, replacement: string) => ({ ...fault(status, replacement), static: true });
    const first = report(
      ...[loaded('Killed', 'a'), loaded('Survived', 'b'), loaded('Ignored', 'c'), loaded('Ignored', 'd')],
      ...[fault('Survived', 'e'), fault('Ignored', 'f')],
    );
    const again = toTryAgain(first);
    assert.deepEqual(
      again.map(key => key.at(-1)),
      ['b', 'c', 'd'],
    );
    const held = [fault('CompileError', 'a'), fault('CompileError', 'e'), fault('CompileError', 'f')];
    const second = report(
      ...[...held, loaded('Killed', 'b'), loaded('RuntimeError', 'c'), loaded('Survived', 'd')],
    );
    const { seen, faults } = summary(together(first, second, again), []);
    assert.deepEqual([seen, faults], [3, 5]);
  });

  it('is of a sample where the share of all faults lies', async () => {
    // The example of Newcombe, “Two-sided confidence intervals for the single proportion”, 1998: 81 of 263.
    assert.match(await share(81, 263), /^81 of 263 faults were seen, 30\.8 % .*: 25\.5 to 36\.6 %/);
    assert.equal(await share(0, 0), '0 of 0 faults were seen.');
  });
});

describe('code in which a fault is laid', () => {
  it('forgets what it has made before, and what it has made for another test', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { once } from './once'", resolveDir: 'src/core' },
      plugins: [forgetting],
      bundle: true,
      format: 'iife',
      globalName: 'code',
      write: false,
    });
    const read = new Function(`${outputFiles[0]!.text}; return code;`) as () => { once: typeof Once };
    const { once } = read();
    const made = once(() => ({}));
    const world = globalThis as { __stryker__?: { activeMutant?: string; currentTestId?: string } };
    try {
      const found = [{}, { activeMutant: '1' }, { activeMutant: '2' }, { currentTestId: 'a' }].map(now => {
        world.__stryker__ = now;
        assert.equal(made(), made());
        return made();
      });
      assert.equal(new Set(found).size, 4);
    } finally {
      delete world.__stryker__;
    }
  });

  it('is loaded before the first test, also where it is imported late', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loading-'));
    const file = (name: string) => join(folder, name);
    const loaded: string[] = [];
    Object.assign(globalThis, { loaded });
    try {
      writeFileSync(file('table.ts'), 'loaded.push("table"); export const table = 1;');
      writeFileSync(file('test.ts'), 'loaded.push("test"); export const test = () => import("./table");');
      await build({
        ...inParts,
        plugins: [loading([file('table.ts')])],
        entryPoints: { loading: LOADING, test: file('test.ts') },
        outdir: folder,
        outExtension: { '.js': '.mjs' },
        bundle: true,
      });
      await import(pathToFileURL(file('loading.mjs')).href);
      const { test } = (await import(pathToFileURL(file('test.mjs')).href)) as { test: () => unknown };
      await test();
      assert.deepEqual(loaded, ['table', 'test']);
    } finally {
      Reflect.deleteProperty(globalThis, 'loaded');
      rmSync(folder, { recursive: true });
    }
  });
});
