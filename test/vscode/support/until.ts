/** Resolves when the condition holds; fails with what was waited for if it does not within fifteen seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
