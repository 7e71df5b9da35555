import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';

/** Asks again and again until the answer is neither false nor undefined; for what the page cannot be waited for in. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`);
    await pause(50);
  }
}

/** Whether something is to be seen soon. */
export function appears(what: Locator, timeout = 2000): Promise<boolean> {
  return what
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );
}

/** Points at something with the mouse until a hover is there: a busy editor now and then misses that the mouse has come. */
export async function pointAt(target: Locator, hover: Locator): Promise<void> {
  await until('the hover', async () => {
    await target.page().mouse.move(900, 500);
    await target.hover();
    return (await appears(hover)) || undefined;
  });
}
