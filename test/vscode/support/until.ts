/** Resolves when the condition holds; fails with what was waited for if it does not in time. */
export async function until(
  what: string | (() => string),
  holds: () => boolean,
  limitMs = 15_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${typeof what === 'string' ? what : what()}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
