import assert from 'node:assert/strict';
import type { Disposable, Memento } from 'vscode';
import { Ahead } from '../../../src/funnel/ahead';

/** Somebody who listens, and what a workspace remembers. */
function workspace() {
  const kept = new Map<string, unknown>();
  const memento: Memento = {
    keys: () => [...kept.keys()],
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const listeners = new Set<(change: unknown) => void>();
  const onDidChange = (listener: (change: unknown) => void): Disposable => {
    listeners.add(listener);
    return { dispose: () => listeners.delete(listener) };
  };
  return { memento, onDidChange, listeners };
}

/** The page's figures, which are there once the second change is over. */
async function workedOutOnce({ memento, onDidChange, listeners }: ReturnType<typeof workspace>) {
  let tries = 0;
  let ahead: Ahead | undefined;
  await new Promise<void>(resolve => {
    const workOut = async () => {
      if (++tries === 2) queueMicrotask(resolve);
      else queueMicrotask(() => listeners.forEach(listener => listener(undefined)));
      return tries === 2;
    };
    ahead = new Ahead(memento, onDidChange, workOut, 0);
    listeners.forEach(listener => listener(undefined));
  });
  return { tries, ahead: ahead! };
}

describe('figures of the page that nobody has opened yet', () => {
  it('are worked out where it was opened before, once there is something to work out, and then no more', async () => {
    const earlier = workspace();
    new Ahead(earlier.memento, earlier.onDidChange, async () => false).open();
    const { tries } = await workedOutOnce(earlier);
    assert.equal(tries, 2);
    assert.equal(earlier.listeners.size, 0);
  });

  it('are nobody’s where it never was, and the page’s own once it is', () => {
    const here = workspace();
    const workOut = () => assert.fail();
    const first = new Ahead(here.memento, here.onDidChange, workOut, 0);
    assert.equal(here.listeners.size, 0);
    first.open();
    const next = new Ahead(here.memento, here.onDidChange, workOut, 0);
    assert.equal(here.listeners.size, 1);
    here.listeners.forEach(listener => listener(undefined));
    next.open();
    assert.equal(here.listeners.size, 0);
  });
});
