/** What comes until somebody stops it, at once: what is under way then is left to itself. */
export async function* untilStopped<T>(all: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  const stopped = new Promise<undefined>(resolve => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const rest = all[Symbol.asyncIterator]();
  while (!signal.aborted) {
    const next = await Promise.race([rest.next(), stopped]);
    if (!next || next.done) return;
    yield next.value;
  }
}
