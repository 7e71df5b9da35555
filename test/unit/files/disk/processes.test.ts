import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { lock } from '../../../../src/files/disk/lock';
import { openDeal, temporaryFolder } from '../../cli/support/folder';
import { startWriter } from './support/writers';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** Waits until something is so, but not for ever: the test tells what is wrong. */
async function waitFor(condition: () => boolean): Promise<void> {
  const end = performance.now() + 4000;
  while (!condition() && performance.now() < end) await wait(2);
}

describe('several processes that update one file at once', function () {
  this.timeout(40_000 * Math.max(1, RUNS));
  const folder = temporaryFolder();

  for (const [processes, lines] of [
    [2, 60],
    [4, 30],
    [8, 10],
  ] as const) {
    it(`lose no line: ${processes} processes with ${lines} lines each`, async () => {
      const file = folder.write('acme.md', 'begin\n');
      const writers = Array.from({ length: processes }, (_, k) =>
        startWriter('append', file, `${k}`, `${Math.ceil(lines * RUNS)}`),
      );
      const told = await Promise.all(writers.map(({ stdout }) => textOf(stdout!)));
      const all = told.flatMap(out => out.trimEnd().split('\n'));
      assert.equal(all.length, processes * Math.ceil(lines * RUNS));
      assert.deepEqual(
        all.filter(line => line.startsWith('!')),
        [],
      );
      assert.deepEqual(folder.read('acme.md').trimEnd().split('\n').sort(), ['begin', ...all].sort());
      assert.deepEqual(readdirSync(folder.root), ['acme.md']);
    });
  }

  it('lose no move of the command line, and each is told as what it was', async () => {
    const file = folder.write('acme.md', openDeal('Acme', 'proposal'));
    const move = (stage: string) =>
      new Promise<{ ok: boolean; from: { stage: string }; to: { stage: string }; message: string }[]>(done =>
        execFile(
          process.execPath,
          [resolve('dist/cli.js'), 'move', file, '--to', stage, '--on', '2026-02-03', '--json'],
          (_, out) => done(JSON.parse(out)),
        ),
      );
    const moves: { from: string; to: string }[] = [];
    for (let round = 0; round < 6 * RUNS; round++) {
      const others = STAGE_IDS.filter(stage => !folder.read('acme.md').includes(`\nstage: ${stage}\n`));
      const stages = [others[round % 6]!, others[(round + 3) % 6]!];
      // Both have read the same text and worked out their move when the first of them gets the lock.
      const held = await lock(file, 0);
      const bothWait = Promise.all(stages.map(move));
      await waitFor(() => readdirSync(dirname(dirname(held!.file))).length === 3);
      await held!.release();
      for (const [moved] of await bothWait) {
        assert.ok(moved!.ok, moved!.message);
        moves.push({ from: moved!.from.stage, to: moved!.to.stage });
      }
    }
    const entry = readDeal('acme.md', folder.read('acme.md'), DEFAULT_PROCESS);
    assert.ok(entry.kind === 'deal', JSON.stringify(entry));
    const stages = entry.deal.history.map(({ stage }) => stage!);
    assert.equal(stages.length, 1 + moves.length);
    const steps = stages.slice(1).map((to, k) => ({ from: stages[k]!, to }));
    const words = (all: { from: string; to: string }[]) => all.map(({ from, to }) => `${from} ${to}`).sort();
    assert.deepEqual(words(steps), words(moves));
    assert.equal(entry.deal.stage, stages.at(-1));
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
  });
});
