import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { date } from '../../support/deals';
import { moveDeal, type Wish } from '../../../../src/core/deal/transition';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { updateFile } from '../../../../src/files/disk/updateFile';
import { deal, openDeal, temporaryFolder } from '../../cli/support/folder';
import { startWriter } from './support/writers';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1);
const SIZE = 200_000;
/** What the file may hold: a character that is nowhere else in it, over and over. */
const STATES = ['X', 'Y'].map(character => deal('stage: proposal') + character.repeat(SIZE));

/** What kills hit. That each left the file whole is asserted, not counted. */
class Tally {
  kills = 0;
  inside = 0;

  /** @param folder where the file is that was written */
  add(folder: string, { pid }: ChildProcess): void {
    this.kills++;
    const left = names(folder).flatMap(lock => [
      ...names(join(folder, lock)),
      ...names(join(folder, lock, 'held')),
    ]);
    if (left.some(name => name.startsWith(`${pid}-`))) this.inside++;
  }

  toString(): string {
    return `${this.kills} kills, ${this.inside} of them inside a write`;
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Kills a process some time after it has begun to tell something. */
async function killLater(child: ChildProcess, begun: Promise<unknown>, ms: number): Promise<void> {
  const closed = once(child, 'close');
  await Promise.race([begun, closed]);
  await wait(ms);
  child.kill('SIGKILL');
  await closed;
}

describe('a process that is killed while it writes', function () {
  this.timeout(120_000 * RUNS);
  const folder = temporaryFolder();

  it('leaves the old text or the new one, and the next one goes on at once', async () => {
    const tally = new Tally();
    let longest = 0;
    const turns = Math.ceil(50 * RUNS);
    const killAgainAndAgain = async (name: string) => {
      const home = folder.path(name);
      const file = folder.write(join(name, 'acme.md'), STATES[0]!);
      for (let turn = 0; turn < turns; turn++) {
        // The lock that the one before has left is taken over by this one, or by us.
        const child = startWriter('swap', file, 'X', 'Y');
        await killLater(child, once(child.stdout!, 'data'), Math.random() * 15);
        tally.add(home, child);
        const text = readFileSync(file, 'utf8');
        assert.ok(STATES.includes(text), `half a file of ${text.length} characters`);
        if (turn % 2) continue;
        const start = performance.now();
        const other = STATES.find(state => state !== text)!;
        const updated = await updateFile(file, () => ({ ok: true, text: other }));
        assert.ok(updated.ok);
        longest = Math.max(longest, performance.now() - start);
        assert.equal(readFileSync(file, 'utf8'), other);
        assert.deepEqual(readdirSync(home), ['acme.md']);
      }
      await updateFile(file, () => ({ ok: true, text: 'end' }));
      assert.deepEqual(readdirSync(home), ['acme.md']);
    };
    await Promise.all(['a', 'b', 'c'].map(killAgainAndAgain));
    console.log(`      ${tally}; the next write took ${longest.toFixed()} ms at most`);
    assert.ok(tally.inside > tally.kills / 10, 'hardly any kill hit a write');
  });

  it('leaves the others to write: no line that was told as written is lost', async () => {
    const tally = new Tally();
    const file = folder.write('acme.md', '');
    const told: string[] = [];
    const writeUntilKilled = async (name: string) => {
      for (let turn = 0; turn < Math.ceil(10 * RUNS); turn++) {
        const child = startWriter('append', file, `${name}.${turn}`, '1000000');
        let out = '';
        child.stdout!.on('data', (data: Buffer) => (out += data.toString()));
        await killLater(child, once(child.stdout!, 'data'), Math.random() * 60);
        tally.add(folder.root, child);
        told.push(...out.split('\n').slice(0, -1));
      }
    };
    await Promise.all(['a', 'b', 'c'].map(writeUntilKilled));
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const written = new Set(lines);
    assert.equal(written.size, lines.length);
    assert.deepEqual(
      told.filter(line => !written.has(line)),
      [],
    );
    // Only the last line of each may have been written and not told.
    assert.ok(lines.length - told.length <= tally.kills, `${lines.length} lines, ${told.length} told`);
    await updateFile(file, () => ({ ok: true, text: 'end' }));
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
    console.log(`      ${lines.length} lines, ${tally}`);
  });

  it('on the command line, too', async () => {
    const tally = new Tally();
    const when = { chosen: date('2026-02-03') };
    const file = folder.write('acme.md', openDeal('Acme', 'proposal'));
    const outcomes = { old: 0, new: 0 };
    // And on until some have hit a write, which takes a few milliseconds of the whole run.
    for (let turn = 0; turn < 15 * RUNS || (tally.inside < 2 && turn < 300); turn++) {
      const wish: Wish = { kind: turn % 2 ? 'back' : 'advance' };
      const before = openDeal('Acme', 'proposal') + 'X'.repeat(SIZE);
      writeFileSync(file, before);
      const move = moveDeal('acme.md', before, wish, DEFAULT_PROCESS, when);
      assert.ok(move.ok);
      const begun = firstEvent(folder.root);
      const child = spawn(
        process.execPath,
        [resolve('dist/cli.js'), wish.kind, 'acme.md', '--on', when.chosen],
        { cwd: folder.root, stdio: 'ignore' },
      );
      // From the moment when something stirs in the folder.
      await killLater(child, begun, Math.random() * 2);
      tally.add(folder.root, child);
      const after = readFileSync(file, 'utf8');
      assert.ok(after === before || after === move.edited.text, `half a file of ${after.length} characters`);
      outcomes[after === before ? 'old' : 'new']++;
    }
    await updateFile(file, () => ({ ok: true, text: 'end' }));
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
    console.log(`      ${tally}; ${outcomes.old} times the old text, ${outcomes.new} times the new one`);
    assert.ok(tally.inside > 0, 'no kill hit a write');
  });
});

function firstEvent(path: string): Promise<void> {
  return new Promise(done => {
    const watcher = watch(path, () => {
      watcher.close();
      done();
    });
  });
}
