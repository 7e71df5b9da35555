import assert from 'node:assert/strict';
import { localDay } from '../../../src/core/calendar';
import { openDeal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const COUNT = 60;

describe('the command line, while it reads a pipeline', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    for (let number = 0; number < COUNT; number++)
      folder.write(`deal-${number}.md`, openDeal(`Deal ${number}`, 'proposal'));
  });

  /** What a person sees in passing, and what is left, where each look at the clock comes so much later. */
  async function seen(ms: number, args: readonly string[]) {
    const lines: string[] = [];
    let time = 0;
    const clock = { today: () => localDay(new Date()), now: () => (time += ms) };
    const ended = await runIn(folder.root, args, { clock, showPassing: line => void lines.push(line) });
    return { lines, ...ended };
  }

  it('says how far it is once that takes its time, and takes the line away before it answers', async () => {
    const { lines, out, err, code } = await seen(40, ['list', '--json']);
    assert.match(lines[0]!, /^Reading deals: 1\d files$/);
    const read = lines.slice(0, -1).map(line => Number(/\d+/.exec(line)?.[0]));
    assert.ok(read.length > 3 && read.length < COUNT / 2, `${read.length} lines`);
    assert.ok(
      read.every((now, at) => at === 0 || now > read[at - 1]!),
      read.join(),
    );
    assert.equal(lines.at(-1), '');
    assert.equal((JSON.parse(out) as { deals: unknown[] }).deals.length, COUNT);
    assert.deepEqual([err, code], ['', 0]);
  });

  it('says nothing of what nobody notices', async () => {
    assert.deepEqual((await seen(0, ['list'])).lines, []);
  });
});
