import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { updateFile } from '../../../../src/files/disk/updateFile';
import { deal, temporaryFolder } from '../../cli/support/folder';
import { startWriter, startWriterToFault } from './support/writers';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1);
const SIZE = 200_000;
/** Of those that are killed side by side. */
const NAMES = ['a', 'b', 'c'];
/** What the file may hold: a character that is nowhere else in it, over and over. */
const STATES = ['X', 'Y'].map(character => deal('stage: proposal') + character.repeat(SIZE));

/** Kills a process some time after it has begun to tell something. */
async function killLater(child: ChildProcess, begun: Promise<unknown>, ms: number): Promise<void> {
  const closed = once(child, 'close');
  await Promise.race([begun, closed]);
  await wait(ms);
  child.kill('SIGKILL');
  await closed;
}

describe('a process that is killed while it writes', function () {
  this.timeout(120_000 * Math.max(1, RUNS));
  const folder = temporaryFolder();

  it('leaves the old text or the new one, wherever it ends, and the next one goes on at once', async () => {
    const turns = Math.ceil(9 * RUNS);
    const killAgainAndAgain = async (name: string, offset: number) => {
      const home = folder.path(name);
      const file = folder.write(join(name, 'acme.md'), STATES[0]!);
      for (let turn = 0; turn < turns; turn++) {
        // Each update has some sixteen points: all of them come up, and some of the next. The lock that the one before has left is taken over by this one, or by us.
        const at = (turn * NAMES.length + offset) % 100;
        const child = startWriterToFault(folder.path(`${name} points`), at, 'swap', file, 'X', 'Y');
        const [, signal] = (await once(child, 'close')) as unknown[];
        // Windows knows no signals.
        assert.ok(
          signal === 'SIGKILL' || process.platform === 'win32',
          `it ended before it was killed at ${at}`,
        );
        const text = readFileSync(file, 'utf8');
        assert.ok(STATES.includes(text), `half a file of ${text.length} characters, killed at ${at}`);
        if (turn % 2) continue;
        const other = STATES.find(state => state !== text)!;
        // Refused as busy where it waits for the dead.
        const updated = await updateFile(file, () => ({ ok: true, text: other }));
        assert.ok(updated.ok, `the next one has to wait, killed at ${at}`);
        assert.equal(readFileSync(file, 'utf8'), other);
        assert.deepEqual(readdirSync(home), ['acme.md']);
      }
      await updateFile(file, () => ({ ok: true, text: 'end' }));
      assert.deepEqual(readdirSync(home), ['acme.md']);
    };
    await Promise.all(NAMES.map(killAgainAndAgain));
  });

  it('leaves the others to write: no line that was told as written is lost', async () => {
    let kills = 0;
    const file = folder.write('acme.md', '');
    const told: string[] = [];
    const writeUntilKilled = async (name: string) => {
      for (let turn = 0; turn < Math.ceil(6 * RUNS); turn++) {
        const child = startWriter('append', file, `${name}.${turn}`, '1000000');
        let out = '';
        child.stdout!.on('data', (data: Buffer) => (out += data.toString()));
        await killLater(child, once(child.stdout!, 'data'), Math.random() * 60);
        kills++;
        told.push(...out.split('\n').slice(0, -1));
      }
    };
    await Promise.all(NAMES.map(writeUntilKilled));
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const written = new Set(lines);
    assert.equal(written.size, lines.length);
    assert.deepEqual(
      told.filter(line => !written.has(line)),
      [],
    );
    // Only the last line of each may have been written and not told.
    assert.ok(lines.length - told.length <= kills, `${lines.length} lines, ${told.length} told`);
    await updateFile(file, () => ({ ok: true, text: 'end' }));
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
  });
});
