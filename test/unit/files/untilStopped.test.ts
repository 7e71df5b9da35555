import assert from 'node:assert/strict';
import { untilStopped } from '../../../src/files/untilStopped';

async function* from(...steps: (() => Promise<number>)[]) {
  for (const step of steps) yield await step();
}

const now = (value: number) => () => Promise.resolve(value);
const never = () => new Promise<number>(() => {});

describe('what comes until somebody stops it', () => {
  it('is all where nobody does', async () => {
    const seen: number[] = [];
    for await (const one of untilStopped(from(now(1), now(2)), new AbortController().signal)) seen.push(one);
    assert.deepEqual(seen, [1, 2]);
  });

  it('ends at once, even while something is awaited that never comes', async () => {
    const stopping = new AbortController();
    const seen: number[] = [];
    for await (const one of untilStopped(from(now(1), never), stopping.signal)) {
      seen.push(one);
      setImmediate(() => stopping.abort());
    }
    assert.deepEqual(seen, [1]);
  });

  it('doesn’t begin after that', async () => {
    const seen: number[] = [];
    for await (const one of untilStopped(from(now(1)), AbortSignal.abort())) seen.push(one);
    assert.deepEqual(seen, []);
  });

  it('fails as it would', async () => {
    const failing = from(() => Promise.reject(new Error('No such folder')));
    await assert.rejects(async () => {
      for await (const one of untilStopped(failing, new AbortController().signal)) assert.fail(String(one));
    }, /No such folder/);
  });
});
