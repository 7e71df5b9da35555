import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { inLanes } from '../../launch/lanes.mjs';

const jobs = Array.from({ length: 7 }, (_, at) => ({ part: `part ${at % 2}`, at }));

describe('lanes', () => {
  for (const count of [1, 2, 3]) {
    it(`do each job once, in order, ${count} at a time at most`, async () => {
      const begun: number[] = [];
      const busy = new Set<number>();
      let most = 0;
      await silently(() =>
        inLanes(
          jobs,
          async ({ at }, { number, write }) => {
            assert.ok(!busy.has(number), 'one lane does one thing at a time');
            begun.push(at);
            busy.add(number);
            most = Math.max(most, busy.size);
            for (let turns = at % 3; turns >= 0; turns--) await turn();
            write(`${at}\n`);
            busy.delete(number);
          },
          count,
        ),
      );
      assert.deepEqual(begun, [0, 1, 2, 3, 4, 5, 6]);
      assert.equal(most, count);
    });
  }

  for (const [count, order] of [
    [1, '024135'],
    [2, '012345'],
    [3, '021435'],
  ] as const) {
    it(`leave what only computes to the last one, as long as there is other work: ${count} of them`, async () => {
      // Even ones need a VS Code.
      const mixed = [0, 2, 4, 1, 3, 5].map(at => ({ part: 'a part', at, computes: at % 2 === 1 }));
      let begun = '';
      await silently(() =>
        inLanes(
          mixed,
          async ({ at }) => {
            begun += at;
            await turn();
          },
          count,
        ),
      );
      assert.equal(begun, order);
    });
  }

  it('keep together what a job says, below the name of its part', async () => {
    const said = await silently(() =>
      inLanes(
        jobs.slice(0, 2),
        async ({ at }, { write }) => {
          for (const half of ['a', 'b']) {
            write(`${at}${half} `);
            await turn();
          }
        },
        2,
      ),
    );
    assert.equal(said, '\n▶ part 0\n0a 0b \n▶ part 1\n1a 1b ');
  });
});

/** What is printed while something runs, instead of printing it. */
async function silently(run: () => Promise<void>): Promise<string> {
  let said = '';
  const { write } = process.stdout;
  process.stdout.write = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  try {
    await run();
  } finally {
    process.stdout.write = write;
  }
  return said;
}
