import { turn } from './turn';

/** No longer does anybody else have to wait, but for what a single step takes. */
const SLICE_MS = 10;

/** Takes steps to their end, and lets whatever else is waiting have its turn in between. */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let until = performance.now() + SLICE_MS; ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + SLICE_MS;
  }
}
